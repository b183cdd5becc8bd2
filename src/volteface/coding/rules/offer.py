"""A parse and its cast -> offers: who holds out which benefit to whom, and what is asked in return.

An offer has a benefit and a party who acts, on either side; a two-sided exchange is two offers, each the other's
condition. What a word means is a frame of `lexicon/offer.yaml`; the constructions are said here, and how parts are
read off a clause in `exchange.py`.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.acting import acts
from volteface.coding.rules.exchange import (
    asked_in_return,
    other_side_of,
    parties_concerned,
    parties_given_to,
    party_nearby,
    predicate_span,
    spoken_clause,
    swap_marker,
    term,
)
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import evidence_span, filled, suits
from volteface.grammar import Clause, Parsed, Span, clause_of

_PROMISING_MODALS = ("will", "would", "may", "might", "shall", "could")
_GIVING_WORDS = """
pay lift drop support back withdraw allow let give grant release provide send reopen accept recognise recognize
shield return sign halt suspend cede step abstain endorse approve free cancel abandon keep resume restore rejoin
talk negotiate waive lend vote end lay reconsider pull
"""
_GIVING = frozenset(_GIVING_WORDS.split())
_GETTING = frozenset({"get", "receive", "secure", "win", "obtain", "gain", "extract"})


class Terms(Struct, frozen=True):
    """The parts of an offer before they are filed: heads of parties, spans of free text."""

    proposer: tuple[int, ...]
    recipient: tuple[int, ...]
    benefits: tuple[Span, ...]
    conditions: tuple[Span, ...]

    def reversed(self) -> "Terms":
        """The other side's offer in an exchange."""
        return Terms(self.recipient, self.proposer, self.conditions, self.benefits)


def offers(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every offer that the report tells, two for an exchange."""
    opened: dict[tuple[str, str], list[Frame]] = {}
    for frame in lexicon.of("offer"):
        for lemma in frame.lemmas:
            opened.setdefault((frame.form, lemma), []).append(frame)
    lemmas = {lemma.split()[0] for _, lemma in opened}
    structural = {f.name: f for f in opened.get(("verb", "*"), ())}
    found: list[Finding] = []
    told: set[int] = set()
    for word in parsed.words:
        if word.lemma in lemmas and word.pos in ("VERB", "NOUN") and word.dep not in ("aux", "auxpass"):
            clause = clause_of(parsed, word.i)
            frames = opened.get((clause.form, clause.lemma)) or ()
            found.extend(next((fs for f in frames if (fs := list(_offer(parsed, cast, clause, f, lexicon)))), ()))
    for frame in opened.get(("noun", "promise"), ()):
        found.extend(promise_received_was_held_out(parsed, cast, frame))
    told.update(f.anchor for f in found)
    for name, rule in _CONSTRUCTIONS.items():
        if name in structural:
            new = [f for f in rule(parsed, cast, structural[name]) if f.anchor not in told]
            told.update(f.anchor for f in new)
            found.extend(new)
    return sorted(found, key=lambda f: f.anchor)


# --- frames ---


def _offer(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> Iterator[Finding]:
    """What the frame finds in the clause; with "in return for", what the other side gives too."""
    if clause.marker == "if" or not suits(parsed, cast, clause, frame, lexicon):
        return
    benefits = _words(parsed, cast, clause, frame, "benefits")
    proposer = [
        w
        for w in _words(parsed, cast, clause, frame, "proposer")
        if w not in benefits and not _is_text(parsed, cast, w)
    ]
    recipient = [w for w in _words(parsed, cast, clause, frame, "recipient") if w not in proposer]
    benefits = tuple(w for w in benefits if w not in (*proposer, *recipient) and _is_benefit(parsed, w))
    conditions, swap = asked_in_return(parsed, clause.predicate)
    missing = [f for f, words in (("proposer", proposer), ("recipient", recipient)) if f in frame.roles and not words]
    if not benefits or set(missing) - set(frame.optional) or not (proposer or recipient):
        return
    if ("conditions" in frame.terms and not conditions) or not _is_held_out(parsed, clause, frame, bool(conditions)):
        return
    spans = tuple(term(parsed, w) for w in benefits)
    terms = Terms(tuple(proposer), tuple(recipient), spans, tuple(term(parsed, w) for w in conditions))
    yield _finding(parsed, clause, frame, f"offer_{clause.form}", "a word of offering states an offer", terms)
    if swap and proposer and recipient:
        says = "what is asked in return is the other side's offer"
        yield _finding(parsed, clause, frame, "return_is_the_other_sides_offer", says, terms.reversed())


def _is_text(parsed: Parsed, cast: Cast, word: int) -> bool:
    """An agreement that promises something has no proposer of its own."""
    actor = cast.actor(word)
    return parsed.words[word].lemma in _TEXTS or (actor is not None and actor.kind == "document")


_TEXTS = frozenset(
    {
        "agreement",
        "document",
        "deal",
        "text",
        "pact",
        "letter",
        "accord",
        "treaty",
        "law",
        "bill",
        "constitution",
        "draft",
    }
)


def _is_held_out(parsed: Parsed, clause: Clause, frame: Frame, conditional: bool) -> bool:
    """A gift is an offer while it lies ahead or has a price ("will give", "gave in return for"); so is an assurance."""
    if frame.name == "assures":
        return any(clause_of(parsed, w).modal in ("will", "would") for w in clause.slots.get("complement", ()))
    return frame.name != "will_give" or conditional or clause.modal in _PROMISING_MODALS


def _is_benefit(parsed: Parsed, word: int) -> bool:
    w = parsed.words[word]
    return w.tag not in ("WP", "WDT", "PRP") and w.entity not in ("DATE", "TIME") and w.lemma not in _NO_BENEFITS


# What is offered in words and courtesies, and so is none of a bargain's benefits.
_NO_BENEFITS = frozenset(
    {
        "resignation",
        "apology",
        "condolence",
        "congratulation",
        "explanation",
        "view",
        "glimpse",
        "comment",
        "evidence",
        "hand",
        "example",
        "insight",
        "opinion",
        "excuse",
        "proof",
        "detail",
        "advice",
        "thanks",
        "account",
        "prayer",
        "draw",
    }
)


def _words(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, field: str) -> tuple[int, ...]:
    """The words in the first of the field's roles that has any; parties must act."""
    if field not in frame.roles and field not in frame.terms:
        return ()
    for role in frame.slots(field):
        special = _ROLES.get(role)
        words = special(parsed, cast, clause) if special else filled(parsed, clause, role)
        if field in frame.roles:
            words = tuple(w for w in words if acts(parsed, cast, w) and not _is_aside(parsed, w))
        if words:
            return words
    return ()


def _is_aside(parsed: Parsed, word: int) -> bool:
    """ "according to a letter" names no recipient."""
    above = parsed.words[parsed.words[word].head]
    return above.lemma == "to" and parsed.words[above.head].lemma in ("according", "accord")


def _finding(parsed: Parsed, clause: Clause, frame: Frame, rule: str, says: str, terms: Terms) -> Finding:
    parties = {"proposer": terms.proposer, "recipient": terms.recipient}
    texts = {"benefits": terms.benefits, "conditions": terms.conditions}
    return Finding(
        kind="offer",
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=Reason(rule, frame.name, says),
        parts={field: tuple(Party(head=w) for w in words) for field, words in parties.items() if words},
        terms={field: spans for field, spans in texts.items() if spans},
        likely=frame.likely,
    )


# --- roles ---

_Role = Callable[[Parsed, Cast, Clause], tuple[int, ...]]


def passive_subject_is_the_recipient(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Of a passive with an object, the subject receives: "he was promised two posts"."""
    surface = [w for w in clause.slots.get("object", ()) if parsed.words[w].dep in ("nsubjpass", "nsubj")]
    return tuple(surface) if clause.passive and second_object(parsed, cast, clause) else ()


def first_of_two_objects(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Of two objects, the first receives, whatever the parser calls it: "promised the party a share"."""
    objects = parsed.all(clause.predicate, "dobj", "dative", "nsubj")
    after = [w for w in objects if w > clause.predicate]
    return (after[0],) if len(after) > 1 else ()


def second_object(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """The object of a passive, or the second of two: what is given."""
    if not clause.passive:
        first = first_of_two_objects(parsed, cast, clause)
        return tuple(w for w in clause.slots.get("object", ()) if w not in first and w > first[0]) if first else ()
    own = [w for w in clause.slots.get("object", ()) if parsed.words[w].dep in ("dobj", "oprd", "conj", "attr")]
    return tuple(own) or clause.slots.get("attribute", ()) or clause.slots.get("complement", ())


def whoever_makes_it(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Whoever makes, repeats or comes with an offer proposes it."""
    word = parsed.words[clause.predicate]
    above = word.head
    if word.dep == "pobj" and parsed.words[above].lemma == "with":
        above = parsed.words[above].head
    if parsed.words[above].lemma not in _MAKING:
        return ()
    return clause_of(parsed, above).slots.get("subject", ())


_MAKING = frozenset(
    {
        "make",
        "repeat",
        "renew",
        "improve",
        "raise",
        "come",
        "present",
        "submit",
        "send",
        "put",
        "table",
        "have",
        "give",
        "break",
        "honour",
        "call",
    }
)


def asked_to_act(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Of whom something is asked in return: "if the rebels leave"."""
    conditions, _ = asked_in_return(parsed, clause.predicate)
    doers = [d for w in conditions for d in clause_of(parsed, w).slots.get("subject", ())]
    return tuple(d for d in doers if acts(parsed, cast, d) and not _same(cast, d, clause.slots.get("subject", ())))[:1]


def _same(cast: Cast, word: int, others: Sequence[int]) -> bool:
    actor = cast.actor(word)
    return word in others or (actor is not None and any(cast.actor(o) == actor for o in others))


_ROLES: dict[str, _Role] = {
    "promised": passive_subject_is_the_recipient,
    "first": first_of_two_objects,
    "second": second_object,
    "maker": whoever_makes_it,
    "concerned": parties_concerned,
    "asked": asked_to_act,
    "given": parties_given_to,
    "nearby": party_nearby,
}


# --- constructions ---


def concession_under_a_condition_is_offered(parsed: Parsed, cast: Cast, frame: Frame) -> Iterator[Finding]:
    """What somebody would do if another acts is held out to him: "they would back him if he dropped the tax"."""
    for word in parsed.words:
        if word.dep != "mark" or word.lemma not in ("if", "once", "provided"):
            continue
        verb = parsed.words[parsed.words[word.head].head]
        if verb.lemma not in _GIVING or verb.pos != "VERB" or parsed.words[word.head].dep != "advcl":
            continue
        clause = clause_of(parsed, verb.i)
        if clause.negated or clause.passive or clause.modal not in _PROMISING_MODALS or _is_hostile(parsed, clause):
            continue
        proposer = tuple(w for w in clause.slots.get("subject", ()) if acts(parsed, cast, w))
        recipient = asked_to_act(parsed, cast, clause) or parties_concerned(parsed, cast, clause)
        if proposer and recipient:
            terms = Terms(proposer, recipient, (predicate_span(parsed, verb.i),), (term(parsed, word.head),))
            says = "what somebody would do if another acts is held out to him"
            yield _finding(parsed, clause, frame, "concession_under_a_condition_is_offered", says, terms)


def _is_hostile(parsed: Parsed, clause: Clause) -> bool:
    """ "would vote against it", "would end the alliance": a threat."""
    tied = any(parsed.words[w].lemma in _TIES for w in clause.slots.get("object", ()))
    return "against" in clause.slots or (tied and clause.lemma not in ("back", "support", "join", "rejoin", "keep"))


_TIES = frozenset(
    {
        "alliance",
        "coalition",
        "pact",
        "support",
        "backing",
        "partnership",
        "truce",
        "talk",
        "deal",
        "cooperation",
        "it",
        "them",
        "him",
        "her",
    }
)


def what_is_done_in_return_is_offered(parsed: Parsed, cast: Cast, frame: Frame) -> Iterator[Finding]:
    """What is done in return for something is offered for it: "lifted its veto in return for an inquiry"."""
    for word in parsed.words:
        asked = swap_marker(parsed, word.i)
        if not asked:
            continue
        verb = next((a for a in parsed.ancestors(word.i) if parsed.words[a].pos == "VERB"), None)
        if verb is None:
            continue
        clause = clause_of(parsed, verb)
        proposer = tuple(w for w in clause.slots.get("subject", ()) if acts(parsed, cast, w))
        if proposer and not clause.passive:
            recipient = parties_concerned(parsed, cast, clause)
            benefit = Span(parsed.words[verb].start, parsed.words[max(verb, word.i - 2)].end)
            terms = Terms(proposer, recipient, (benefit,), tuple(term(parsed, w) for w in asked))
            says = "what is done in return for something is offered for it"
            yield _finding(parsed, clause, frame, "what_is_done_in_return_is_offered", says, terms)
            if recipient:
                yield _finding(parsed, clause, frame, "return_is_the_other_sides_offer", says, terms.reversed())


def sides_of_an_exchange_offer(parsed: Parsed, cast: Cast, frame: Frame) -> Iterator[Finding]:
    """ "In return" makes two offers of two clauses: "A will pay. In return, B will drop the suit"."""
    for word in parsed.words:
        pair = other_side_of(parsed, word.i)
        if pair is None:
            continue
        first, second = (clause_of(parsed, spoken_clause(parsed, v)) for v in pair)
        givers = tuple(w for w in second.slots.get("subject", ()) if acts(parsed, cast, w))
        others = tuple(
            w for w in first.slots.get("subject", ()) if acts(parsed, cast, w) and not _same(cast, w, givers)
        )
        if not givers:
            continue
        mine, theirs = predicate_span(parsed, second.predicate), predicate_span(parsed, first.predicate)
        says = "in an exchange each side's part is its offer"
        if second.lemma in _GETTING:
            terms = Terms(others, givers, (mine,), (theirs,))
            yield _finding(parsed, second, frame, "sides_of_an_exchange_offer", says, terms)
        elif others:
            terms = Terms(givers, others, (mine,), (theirs,))
            yield _finding(parsed, second, frame, "sides_of_an_exchange_offer", says, terms)
            yield _finding(parsed, first, frame, "sides_of_an_exchange_offer", says, terms.reversed())


def promise_received_was_held_out(parsed: Parsed, cast: Cast, frame: Frame) -> Iterator[Finding]:
    """Who received promises was made an offer: "the promises that he received from the court, of land and a title"."""
    for noun in parsed.words:
        if noun.lemma not in frame.lemmas or noun.pos != "NOUN":
            continue
        getting = next((c for c in _getting_clauses(parsed, noun.i) if noun.i in c.slots.get("object", ())), None)
        benefits = _promised(parsed, noun.i) if getting else ()
        recipient = tuple(w for w in getting.slots.get("subject", ()) if acts(parsed, cast, w)) if getting else ()
        if getting and recipient and benefits:
            proposer = tuple(w for w in getting.slots.get("from", ()) if acts(parsed, cast, w))
            terms = Terms(proposer, recipient, tuple(term(parsed, w) for w in benefits), ())
            says = "who received promises was made an offer"
            found = _finding(parsed, clause_of(parsed, noun.i), frame, "promise_received_was_held_out", says, terms)
            yield replace(found, reason=Reason("promise_received_was_held_out", None, says), likely=0.6)


def _getting_clauses(parsed: Parsed, noun: int) -> Iterator[Clause]:
    """The clauses of getting on a noun: around it, or relative to it."""
    for verb in (parsed.words[noun].head, *parsed.all(noun, "relcl", "acl")):
        if parsed.words[verb].lemma in _GETTING:
            yield clause_of(parsed, verb)


def _promised(parsed: Parsed, noun: int) -> tuple[int, ...]:
    """What a promise is of: "of land", "to keep the port open", "in obtaining ministries and gaining a role"."""
    clause = clause_of(parsed, noun)
    heads = [*clause.fill("of", "in", "for"), *clause.slots.get("complement", ())]
    behind = [c for p in parsed.all(noun, "prep") for c in parsed.all(p, "conj") if parsed.words[c].tag == "VBG"]
    return tuple(w for head in (*heads, *behind) for w in _obtained(parsed, head))


def _obtained(parsed: Parsed, head: int) -> tuple[int, ...]:
    """Of "obtaining two ministries", the ministries."""
    if parsed.words[head].lemma in _GETTING:
        return clause_of(parsed, head).slots.get("object", ())
    return (head,)


_CONSTRUCTIONS = {
    "held_out_if": concession_under_a_condition_is_offered,
    "done_in_return": what_is_done_in_return_is_offered,
    "other_side_in_return": sides_of_an_exchange_offer,
}
