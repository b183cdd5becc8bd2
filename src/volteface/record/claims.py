"""The six kinds of claim as one tagged union; a claim's JSON carries its `kind`."""

from typing import Annotated

from msgspec import Meta, Struct, field

from volteface.record.parts import Evidence, Offset, Ref
from volteface.record.words import ActorId, AttributionId, ClaimId, EventType, Modality, ReportId, Role

Polarity = Annotated[float, Meta(ge=-1, le=1)]
Confidence = Annotated[float, Meta(ge=0, le=1)]


class Time(Struct, frozen=True, forbid_unknown_fields=True):
    """Valid time: ISO 8601 dates, maybe partial, and the report's own words for them."""

    start: str | None = None
    end: str | None = None
    text: str | None = None


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """A benefit held out or a condition asked in return, in the report's words."""

    text: str


class Driver(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said to have moved a turn; it may have a source of its own and may be denied."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    attribution: AttributionId | None = None
    modality: Modality = "asserted"


class Participant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reference with its part in an event."""

    actor: ActorId | None = None
    text: str = ""
    start: Offset | None = None
    end: Offset | None = None
    role: Role


class _Filed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What claims of every kind share."""

    id: ClaimId
    report: ReportId
    attribution: AttributionId | None = None
    chain: tuple[Ref, ...]
    modality: Modality
    condition: str | None = None
    time: Time = Time()
    current: bool = True
    confidence: Confidence
    coder: str
    evidence: Annotated[tuple[Evidence, ...], Meta(min_length=1)]


class Stance(_Filed, frozen=True, kw_only=True, tag="stance"):
    """The holder is for (+) or against (-) the target."""

    holder: Ref
    target: Ref
    polarity: Polarity


class Shift(_Filed, frozen=True, kw_only=True, tag="shift"):
    """The holder's stance on the target changed, as reported."""

    holder: Ref
    target: Ref
    from_: Polarity | None = field(default=None, name="from")
    to: Polarity | None = None
    drivers: tuple[Driver, ...] = ()


class Event(_Filed, frozen=True, kw_only=True, tag="event"):
    """Who did what to whom, where and when; `type` is one of PLOVER's sixteen."""

    type: EventType
    participants: tuple[Participant, ...] = ()
    place: Ref | None = None
    date: str | None = None
    topic: str | None = None
    magnitude: dict[str, str] | None = None


class Offer(_Filed, frozen=True, kw_only=True, tag="offer"):
    """Someone holds out benefits to someone, on conditions or on none."""

    proposer: Ref | None = None
    recipient: Ref | None = None
    benefits: tuple[Term, ...] = ()
    conditions: tuple[Term, ...] = ()


class Demand(_Filed, frozen=True, kw_only=True, tag="demand"):
    """Someone asks that someone do or give something."""

    by: Ref | None = None
    of: Ref | None = None
    what: str


class Relation(_Filed, frozen=True, kw_only=True, tag="relation"):
    """A standing tie or a part played in something."""

    subject: Ref
    predicate: str
    object: Ref


Claim = Stance | Shift | Event | Offer | Demand | Relation
