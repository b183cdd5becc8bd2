"""Words of a clause -> the terms of an exchange: what is asked in return, whom a benefit concerns, which side gives.

What `offer.py` asks of the grammar. Every search looks at a bounded number of words, so that no text can make it slow.
"""

from volteface.coding.cast import Cast
from volteface.coding.rules.acting import acts
from volteface.coding.rules.match import filled, term_span
from volteface.grammar import Clause, Parsed, Span, clause_of, clause_span, conjuncts
from volteface.record import Actor

_CONDITIONAL = frozenset({"if", "provided", "providing", "once"})
_EXCHANGE = frozenset({"return", "exchange"})
_SAYING = frozenset(["say", "announce", "tell", "report", "add", "agree", "write"])
_WINDOW = 60  # words that the terms of an offer may stretch over
_STEPS = 15  # steps up the tree


def term(parsed: Parsed, word: int) -> Span:
    """The words of a benefit or condition: an infinitive without its "to" but with its "not"."""
    span = term_span(parsed, word)
    swap = next(
        (i for i in parsed.words_in(span) if i > word and (swap_marker(parsed, i) or _condition(parsed, i))), None
    )
    if swap is not None and swap - 2 >= word:
        span = Span(span.start, parsed.words[swap - 2].end)
    negation = next((c for c in parsed.all(word, "neg") if c < word and c == word - 2), None)
    return Span(parsed.words[negation].start, span.end) if negation is not None else span


def predicate_span(parsed: Parsed, verb: int) -> Span:
    """What a verb says of its subject: "drop its lawsuit"; the whole clause where it is passive."""
    span = clause_span(parsed, verb)
    return (
        span
        if clause_of(parsed, verb).passive
        else Span(parsed.words[verb].start, max(span.end, parsed.words[verb].end))
    )


def asked_in_return(parsed: Parsed, predicate: int) -> tuple[tuple[int, ...], bool]:
    """What is asked behind the predicate, and whether by "in return for"; by "if" and "on condition that" otherwise."""
    swapped: list[int] = []
    conditions: list[int] = []
    for i in _below(parsed, predicate):
        swapped.extend(swap_marker(parsed, i))
        conditions.extend(_condition(parsed, i))
    return tuple(dict.fromkeys((*swapped, *conditions))), bool(swapped)


def _below(parsed: Parsed, predicate: int) -> list[int]:
    """The words close behind the predicate that hang on it."""
    sentence = parsed.words[predicate].sentence
    last = min(predicate + _WINDOW, len(parsed.words))
    near = [i for i in range(predicate + 1, last) if parsed.words[i].sentence == sentence]
    return [i for i in near if parsed.words[i].lemma in _MARKERS and _hangs_on(parsed, i, predicate)]


_MARKERS = _CONDITIONAL | _EXCHANGE | {"condition", "provide"}


def _hangs_on(parsed: Parsed, word: int, predicate: int) -> bool:
    for _ in range(_STEPS):
        word = parsed.words[word].head
        if word == predicate:
            return True
    return False


def swap_marker(parsed: Parsed, i: int) -> tuple[int, ...]:
    """What "return" or "exchange" asks: the words behind its "for"."""
    word = parsed.words[i]
    if word.lemma not in _EXCHANGE or word.dep != "pobj" or parsed.words[word.head].lemma != "in":
        return ()
    return clause_of(parsed, i).slots.get("for", ()) or clause_of(parsed, word.head).slots.get("for", ())


def _condition(parsed: Parsed, i: int) -> list[int]:
    """What a word of condition introduces: "if they leave", "provided that they leave", "on condition that ..."."""
    word = parsed.words[i]
    if word.lemma in _CONDITIONAL and word.dep == "mark":
        return [word.head]
    if word.lemma == "condition" and parsed.words[word.head].lemma == "on":
        return parsed.all(i, "acl", "ccomp", "relcl")[:1]
    if word.lemma == "provide" and word.tag == "VBN":
        return parsed.all(i, "ccomp")[:1]
    return []


def parties_concerned(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """The first party that a benefit is for: to whom, for whom or with whom it is, whose it is, or who it is done to.

    "offered to give the farmers aid", "agreed to build a wharf in his district", "promised to back Turkey's bid".
    """
    own = clause.slots.get("subject", ())
    mine = {actor.id for w in own if (actor := cast.actor(w))}
    end = parsed.words_in(clause_span(parsed, clause.predicate)).stop
    for i in range(clause.predicate + 1, min(end, clause.predicate + _WINDOW)):
        word = parsed.words[i]
        if word.lemma in _MARKERS or word.dep == "neg":
            return ()
        actor = cast.actor(i)
        if (
            actor
            and acts(parsed, cast, i)
            and actor.id not in mine
            and i not in own
            and _is_concerned(parsed, i, actor)
        ):
            return (i,)
    return ()


def _is_concerned(parsed: Parsed, i: int, actor: Actor) -> bool:
    word = parsed.words[i]
    if actor.kind == "document" or word.dep not in _CONCERNED:
        return False
    preposition = parsed.words[word.head].lemma
    return word.dep != "pobj" or preposition in _TOWARDS or (preposition == "of" and actor.kind == "person")


def parties_given_to(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Whom what is agreed goes to: "agreed to give the party four seats", "agreed to pay a sum to the farmers"."""
    given = [clause_of(parsed, c) for c in clause.slots.get("complement", ())]
    found = [w for c in given for role in ("indirect", "to") for w in filled(parsed, c, role)]
    return tuple(w for w in found if acts(parsed, cast, w))


def party_nearby(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """The last other named party before the clause, in its sentence or the one before."""
    mine = {actor.id for w in clause.slots.get("subject", ()) if (actor := cast.actor(w))}
    sentence = parsed.words[clause.predicate].sentence
    for i in range(clause.predicate - 1, max(-1, clause.predicate - _WINDOW), -1):
        if parsed.words[i].sentence < sentence - 1:
            break
        actor = cast.actor(i)
        if (
            actor
            and acts(parsed, cast, i)
            and actor.id not in mine
            and actor.kind in ("organization", "country", "person")
        ):
            return (i,)
    return ()


_CONCERNED = frozenset({"dobj", "dative", "pobj", "poss"})
_TOWARDS = frozenset({"to", "for", "with", "between", "by"})


def other_side_of(parsed: Parsed, i: int) -> tuple[int, int] | None:
    """The verbs of the two sides of an exchange: of the clause before "in return", and of its own."""
    word = parsed.words[i]
    if (
        word.lemma not in _EXCHANGE
        or word.dep != "pobj"
        or parsed.words[word.head].lemma != "in"
        or swap_marker(parsed, i)
    ):
        return None
    verb = parsed.words[parsed.words[word.head].head]
    if verb.pos != "VERB":
        return None
    before = parsed.words[verb.head] if verb.dep == "conj" else None
    if before is not None and before.pos == "VERB":
        return before.i, verb.i
    last = _root_before(parsed, verb.sentence)
    return (last, verb.i) if last is not None else None


def _root_before(parsed: Parsed, sentence: int) -> int | None:
    """The verb that the sentence before hangs on, or the last that is coordinated with it."""
    if sentence == 0:
        return None
    words = parsed.sentences[sentence - 1]
    root = next((w for w in words if parsed.words[w].head == w and parsed.words[w].pos == "VERB"), None)
    return None if root is None else max([w for w in conjuncts(parsed, root) if parsed.words[w].pos == "VERB"])


def spoken_clause(parsed: Parsed, verb: int) -> int:
    """What is said rather than that it is said: "will pay" for "said it would pay"."""
    if parsed.words[verb].lemma not in _SAYING:
        return verb
    return next(iter(clause_of(parsed, verb).slots.get("complement", ())), verb)
