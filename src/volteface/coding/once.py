"""Filed claims -> the same without repeats: what a report tells twice is one claim with both places as evidence."""

from msgspec.structs import replace

from volteface.coding.filing import Filed
from volteface.record import Demand, Event, Evidence, Offer, Participant, Ref, Relation, Shift, Stance
from volteface.record.kinds import kind_of
from volteface.record.words import ClaimKind

_PLACES = 3  # how many places one claim shows
_SMALL = frozenset(
    "a an the of in on at to for and or by with from his her its their this that these those new".split()
)


def once(filed: list[Filed]) -> list[Filed]:
    """Claims in the order of the text; of two that say the same, the likelier stands and gains the other's place."""
    kept: dict[tuple[object, ...], Filed] = {}
    for one in sorted(filed, key=lambda f: -f.claim.confidence):
        key = sameness(one)
        if key not in kept:
            kept[key] = one
            continue
        first = kept[key]
        more = tuple(e for e in one.claim.evidence if not any(_touch(e, x) for x in first.claim.evidence))
        kept[key] = Filed(
            replace(first.claim, evidence=(*first.claim.evidence, *more)[:_PLACES]) if more else first.claim,
            first.reason,
        )
    unique = {f.claim.id: f for f in kept.values()}
    return sorted(unique.values(), key=lambda f: (f.claim.evidence[0].start, f.claim.evidence[0].end, f.claim.id))


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def sameness(filed: Filed) -> tuple[object, ...]:
    """What two claims must share to say the same."""
    claim = filed.claim
    kind: ClaimKind = kind_of(claim).name
    shared = (kind, claim.modality, claim.current, claim.chain[-1].actor)
    match claim:
        case Stance():
            return (*shared, _who(claim.holder), _who(claim.target), _sign(claim.polarity))
        case Shift():
            return (*shared, _who(claim.holder), _who(claim.target), _sign(claim.to))
        case Event():
            sentence = claim.evidence[0].start if not claim.participants else None
            parties = frozenset(_who(p) for p in claim.participants)
            return (*shared, claim.type, parties, claim.place.text if claim.place else None, claim.date, sentence)
        case Offer():
            return (*shared, _who(claim.proposer), _who(claim.recipient), _content(claim.benefits[0].text))
        case Demand():
            return (*shared, _who(claim.by), _content(claim.what))
        case Relation():
            return (*shared[:2], _who(claim.subject), _who(claim.object), claim.predicate)


def _who(ref: Ref | Participant | None) -> object:
    if ref is None:
        return None
    return ref.actor or _content(ref.text)


def _content(text: str) -> frozenset[str]:
    return frozenset(text.lower().split()) - _SMALL


def _sign(value: float | None) -> int | None:
    return None if value is None else (value > 0.1) - (value < -0.1)
