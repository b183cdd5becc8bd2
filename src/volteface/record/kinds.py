"""Per claim kind: which fields are its own, which of them are references, its label and its one-line sentence.

The one place that knows, so that nobody else asks `if kind ==`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from volteface.record.claims import Claim, Demand, Event, Offer, Participant, Relation, Shift, Stance, Term
from volteface.record.parts import Ref
from volteface.record.words import ClaimKind

Named = Callable[[Ref | Participant | None], str]


class Kind(Struct, frozen=True):
    """What there is to know about one kind of claim."""

    name: ClaimKind
    type: type[Any]
    label: str
    refs: tuple[str, ...]
    own: tuple[str, ...]
    sentence: Callable[[Any, Named], str]


def _polarity(value: float) -> str:
    if abs(value) <= 0.1:
        return "is neutral on"
    strength = "" if abs(value) > 0.6 else "with reserve "
    return f"is {strength}{'for' if value > 0 else 'against'}"


def position(value: float | None) -> str:
    """A polarity in a word: for, against, neutral, or open where it is null."""
    if value is None:
        return "open"
    return "neutral" if abs(value) <= 0.1 else "for" if value > 0 else "against"


def _stance(claim: Stance, named: Named) -> str:
    return f"{named(claim.holder)} {_polarity(claim.polarity)} {named(claim.target)}"


def _shift(claim: Shift, named: Named) -> str:
    before = f"from {position(claim.from_)} " if claim.from_ is not None else ""
    return f"{named(claim.holder)} turned {before}to {position(claim.to)} on {named(claim.target)}"


def _event(claim: Event, named: Named) -> str:
    doers = ", ".join(named(p) for p in claim.participants if p.role == "actor") or "somebody"
    others = ", ".join(named(p) for p in claim.participants if p.role == "recipient")
    where = f" in {named(claim.place)}" if claim.place else ""
    return f"{claim.type}: {doers}{' -> ' + others if others else ''}{where}"


def _terms(terms: tuple[Term, ...]) -> str:
    return "; ".join(t.text for t in terms)


def _offer(claim: Offer, named: Named) -> str:
    to = f" to {named(claim.recipient)}" if claim.recipient else ""
    asked = f" in return for {_terms(claim.conditions)}" if claim.conditions else ""
    return f"{named(claim.proposer)} offered{to}: {_terms(claim.benefits) or 'something unsaid'}{asked}"


def _demand(claim: Demand, named: Named) -> str:
    return f"{named(claim.by)} asked{' of ' + named(claim.of) if claim.of else ''}: {claim.what}"


def _relation(claim: Relation, named: Named) -> str:
    return f"{named(claim.subject)} — {claim.predicate} — {named(claim.object)}"


KINDS: dict[ClaimKind, Kind] = {
    k.name: k
    for k in (
        Kind("shift", Shift, "Turn", ("holder", "target"), ("holder", "target", "from_", "to", "drivers"), _shift),
        Kind("stance", Stance, "Stance", ("holder", "target"), ("holder", "target", "polarity"), _stance),
        Kind(
            "offer",
            Offer,
            "Offer",
            ("proposer", "recipient"),
            ("proposer", "recipient", "benefits", "conditions"),
            _offer,
        ),
        Kind("demand", Demand, "Demand", ("by", "of"), ("by", "of", "what"), _demand),
        Kind(
            "event",
            Event,
            "Event",
            ("participants", "place"),
            ("type", "participants", "place", "date", "topic", "magnitude"),
            _event,
        ),
        Kind("relation", Relation, "Tie", ("subject", "object"), ("subject", "predicate", "object"), _relation),
    )
}


def kind_of(claim: Claim) -> Kind:
    """The kind of a claim."""
    return KINDS[claim.__struct_config__.tag]  # type: ignore[index]


def own_fields(claim: Claim) -> dict[str, Any]:
    """The fields of the claim's kind, by name."""
    return {name: getattr(claim, name) for name in kind_of(claim).own}


def refs(claim: Claim) -> Iterator[tuple[str, Ref | Participant]]:
    """(field, reference) for every reference in the claim's own fields."""
    for name in kind_of(claim).refs:
        value = getattr(claim, name)
        for ref in value if isinstance(value, tuple) else (value,):
            if ref is not None:
                yield name, ref


def sentence(claim: Claim, named: Named) -> str:
    """The claim in one line; `named` says how a reference is shown."""
    return kind_of(claim).sentence(claim, named)
