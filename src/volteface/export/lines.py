"""Claims of one report -> lines of a brief, as plain data: what is said, its sentence, who says it.

Claims that a reader could not tell apart (same kind, parties, sign and standing) are one line, with a count.
What is denied, planned, hypothetical or past carries that word.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from volteface.export.excerpt import ROOM, Quote, excerpt
from volteface.export.names import chain_names, is_pronoun, key, named_in, nouns_only, words
from volteface.export.plain import clean, paired
from volteface.record import Claim, Demand, Document, Event, Evidence, Offer, Relation, Report, Shift, Stance
from volteface.record.kinds import Named, kind_of, position, sentence, sides
from volteface.record.words import ClaimId, EventType

# Under even odds a reviewer is likelier to reject a claim than to accept it.
ARGUABLE = 0.5

_RANK = {"asserted": 0, "planned": 1, "hypothetical": 2, "denied": 3}
_MUTUAL: tuple[EventType, ...] = ("AGREE", "CONSULT", "COOPERATE")  # "A met B" is "B met A"

AnyClaim = TypeVar("AnyClaim", bound=Claim)


class Line(Struct, frozen=True, kw_only=True):
    """One thing the report says; `says` is the chain inwards from the publisher, empty in the author's own voice."""

    standing: str
    text: str
    quotes: tuple[Quote, ...]
    says: str
    claims: tuple[ClaimId, ...]
    when: str = ""

    @property
    def also(self) -> int:
        """How often the same is said once more."""
        return len(self.claims) - 1


class Scene(Struct, frozen=True):
    """What every line of one report needs: its text, and how references are shown, pronouns left out."""

    report: Report
    document: Document
    named: Named
    full: Named


def scene(document: Document, report: Report) -> Scene:
    """The scene of one report of the document."""
    full = named_in(document)
    return Scene(report, document, nouns_only(full), full)


def standing(claim: Claim) -> str:
    """The words that keep a claim from being read as fact: "earlier", "denied", "earlier, planned"; else empty."""
    found = ["earlier"] * (not claim.current) + [claim.modality] * (claim.modality != "asserted")
    return ", ".join(found)


def told(claim: Claim, named: Named) -> str:
    """The claim's sentence, with the condition that it hangs on."""
    words = sentence(claim, named)
    return paired(clean(words if _holds(words, claim.condition) else f"{words} (condition: {claim.condition})"))


def _holds(words: str, condition: str | None) -> bool:
    """Whether the words tell the condition already, with or without its "if": offers tell what is asked in return."""
    return key(condition or "").removeprefix("if ") in key(words)


def line(
    group: Sequence[Claim], at: Scene, *, text: str | None = None, when: str = "", room: int = ROOM, quotes: int = 1
) -> Line:
    """The line of claims that say the same; the first of them speaks for all."""
    best = group[0]
    return Line(
        standing=standing(best),
        text=told(best, at.named) if text is None else text,
        quotes=quoted(best.evidence, at, room=room)[:quotes],
        says=" > ".join(chain_names(best.chain, at.full)[1:]),
        claims=tuple(claim.id for claim in group),
        when=when,
    )


def quoted(evidence: Iterable[Evidence], at: Scene, *, room: int = ROOM) -> tuple[Quote, ...]:
    """Each piece of evidence in its sentence, the longest first; no sentence twice."""
    found: dict[int, Quote] = {}
    for piece in sorted(evidence, key=lambda e: e.start - e.end):
        quote = excerpt(at.report.text, piece, room)
        found.setdefault(quote.place, quote)
    return tuple(found.values())


def is_readable(claim: Claim, named: Named) -> bool:
    """Whether a line of it would be more than a fragment: whoever holds, does or asks is more than a pronoun."""
    first, second = ([named(ref) for ref in side] for side in sides(claim))
    match claim:
        case Stance() | Shift():
            return all(first) and all(second)
        case Relation():
            return all(first) and all(second) and not _is_tautology(claim, named)
        case Event():
            return any(first) if first else any(second)
        case Demand():
            return all(first) and not is_pronoun(claim.what)
        case Offer():
            terms = [*claim.benefits, *claim.conditions]
            return all(first) and any(not is_pronoun(term.text) for term in terms)


def _is_tautology(tie: Relation, named: Named) -> bool:
    """ "a member of Saeroun" is a member of Saeroun, and Ada leads "a group led by Ada"."""
    subject, object = words(named(tie.subject)), words(named(tie.object))
    return set(subject) <= set(object) or {*words(tie.predicate), *object} <= set(subject)


def gathered(claims: Iterable[AnyClaim], named: Named) -> list[list[AnyClaim]]:
    """Claims that say the same in one list each, the weightiest first, lists and claims alike."""
    groups: dict[object, list[AnyClaim]] = {}
    for claim in sorted(claims, key=weight):
        groups.setdefault(sameness(claim, named), []).append(claim)
    return list(groups.values())


def weight(claim: Claim) -> tuple[int, bool, float, int]:
    """Sorts the important first: asserted, current, sure, early in the text."""
    return _RANK[claim.modality], not claim.current, -claim.confidence, claim.evidence[0].start


def sameness(claim: Claim, named: Named) -> object:
    """Equal for claims that a reader could not tell apart."""
    first, second = (frozenset(key(named(ref)) for ref in side) for side in sides(claim))
    return kind_of(claim).name, standing(claim), *_OWN[kind_of(claim).name](claim, first, second)


def _event_sameness(claim: Event, first: frozenset[str], second: frozenset[str]) -> tuple[object, ...]:
    parties = (first | second,) if claim.type in _MUTUAL else (first, second)
    return claim.type, claim.date, key(claim.topic or ""), *parties


def _offer_sameness(claim: Offer, first: frozenset[str], second: frozenset[str]) -> tuple[object, ...]:
    return first, second, *(frozenset(key(t.text) for t in terms) for terms in (claim.benefits, claim.conditions))


# By kind: what beside kind and standing makes two claims the same. Parties come as keys of their names.
_OWN: dict[str, Callable[..., tuple[object, ...]]] = {
    "stance": lambda claim, first, second: (first, second, position(claim.polarity)),
    "shift": lambda claim, first, second: (first, second, position(claim.to)),
    "event": _event_sameness,
    "offer": _offer_sameness,
    "demand": lambda claim, first, second: (first, key(claim.what)),
    "relation": lambda claim, first, second: (first, key(claim.predicate), second),
}
