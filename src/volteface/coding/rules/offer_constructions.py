"""Constructions that hold out a benefit without a word of offering: "if", "in return", promises that somebody received.

Each is one rule, named for what it asserts; CONSTRUCTIONS ties those with a frame of their own to it by name.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Reason
from volteface.coding.rules.acting import acts
from volteface.coding.rules.exchange import (
    other_side_of,
    parties_concerned,
    predicate_span,
    spoken_clause,
    swap_marker,
    term,
)
from volteface.coding.rules.frames import Frame
from volteface.coding.rules.offer_terms import PROMISING_MODALS, Terms, asked_to_act, offer_finding, same_party
from volteface.grammar import Clause, Parsed, Span, clause_of

_GIVING_WORDS = """
pay lift drop support back withdraw allow let give grant release provide send reopen accept recognise recognize
shield return sign halt suspend cede step abstain endorse approve free cancel abandon keep resume restore rejoin
talk negotiate waive lend vote end lay reconsider pull
"""
_GIVING = frozenset(_GIVING_WORDS.split())
_GETTING = frozenset({"get", "receive", "secure", "win", "obtain", "gain", "extract"})


def concession_under_a_condition_is_offered(parsed: Parsed, cast: Cast, frame: Frame) -> Iterator[Finding]:
    """What somebody would do if another acts is held out to him: "they would back him if he dropped the tax"."""
    for word in parsed.words:
        if word.dep != "mark" or word.lemma not in ("if", "once", "provided"):
            continue
        verb = parsed.words[parsed.words[word.head].head]
        if verb.lemma not in _GIVING or verb.pos != "VERB" or parsed.words[word.head].dep != "advcl":
            continue
        clause = clause_of(parsed, verb.i)
        if clause.negated or clause.passive or clause.modal not in PROMISING_MODALS or _is_hostile(parsed, clause):
            continue
        proposer = tuple(w for w in clause.slots.get("subject", ()) if acts(parsed, cast, w))
        recipient = asked_to_act(parsed, cast, clause) or parties_concerned(parsed, cast, clause)
        if proposer and recipient:
            terms = Terms(proposer, recipient, (predicate_span(parsed, verb.i),), (term(parsed, word.head),))
            says = "what somebody would do if another acts is held out to him"
            yield offer_finding(parsed, clause, frame, "concession_under_a_condition_is_offered", says, terms)


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
            yield offer_finding(parsed, clause, frame, "what_is_done_in_return_is_offered", says, terms)
            if recipient:
                yield offer_finding(parsed, clause, frame, "return_is_the_other_sides_offer", says, terms.reversed())


def sides_of_an_exchange_offer(parsed: Parsed, cast: Cast, frame: Frame) -> Iterator[Finding]:
    """ "In return" makes two offers of two clauses: "A will pay. In return, B will drop the suit"."""
    for word in parsed.words:
        pair = other_side_of(parsed, word.i)
        if pair is None:
            continue
        first, second = (clause_of(parsed, spoken_clause(parsed, v)) for v in pair)
        givers = tuple(w for w in second.slots.get("subject", ()) if acts(parsed, cast, w))
        others = tuple(
            w for w in first.slots.get("subject", ()) if acts(parsed, cast, w) and not same_party(cast, w, givers)
        )
        if not givers:
            continue
        mine, theirs = predicate_span(parsed, second.predicate), predicate_span(parsed, first.predicate)
        says = "in an exchange each side's part is its offer"
        if second.lemma in _GETTING:
            terms = Terms(others, givers, (mine,), (theirs,))
            yield offer_finding(parsed, second, frame, "sides_of_an_exchange_offer", says, terms)
        elif others:
            terms = Terms(givers, others, (mine,), (theirs,))
            yield offer_finding(parsed, second, frame, "sides_of_an_exchange_offer", says, terms)
            yield offer_finding(parsed, first, frame, "sides_of_an_exchange_offer", says, terms.reversed())


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
            found = offer_finding(
                parsed, clause_of(parsed, noun.i), frame, "promise_received_was_held_out", says, terms
            )
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


CONSTRUCTIONS = {
    "held_out_if": concession_under_a_condition_is_offered,
    "done_in_return": what_is_done_in_return_is_offered,
    "other_side_in_return": sides_of_an_exchange_offer,
}
