"""What a record is made of besides claims: reports, actors, references, evidence and attributions.

Offsets count Unicode code points of the report's text, end exclusive: `report.text[start:end] == quote`.
"""

from typing import Annotated

from msgspec import Meta, Struct

from volteface.record.words import (
    ActorId,
    ActorKind,
    AttributionId,
    Quotation,
    ReportId,
    SourceKind,
    VerbClass,
)

Offset = Annotated[int, Meta(ge=0)]


class Report(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One report as it was coded; `text` is the body exactly as offsets count in it."""

    id: ReportId
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    text: str


class Actor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody or something that acts or speaks; `aliases` holds every form seen, `sector` a PLOVER sector."""

    id: ActorId
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    roles: tuple[str, ...] = ()


class Ref(Struct, frozen=True, forbid_unknown_fields=True):
    """A reference: the actor meant (null where it is none of ours) and the form seen in the report."""

    actor: ActorId | None = None
    text: str = ""
    start: Offset | None = None
    end: Offset | None = None


class Evidence(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a report that bear something out."""

    report: ReportId
    start: Offset
    end: Offset
    quote: str


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who an attribution's content comes from: a reference, how it is identified, and its spans."""

    actor: ActorId | None = None
    text: str = ""
    start: Offset | None = None
    end: Offset | None = None
    kind: SourceKind
    spans: tuple[Evidence, ...] = ()


class Attribution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Source, cue and content; `chain` leads from the publisher inwards to this source."""

    id: AttributionId
    report: ReportId
    parent: AttributionId | None = None
    source: Source
    cue: Evidence | None = None
    content: tuple[Evidence, ...]
    verb_class: VerbClass
    quotation: Quotation
    chain: tuple[Ref, ...]


class Problem(Struct, frozen=True, forbid_unknown_fields=True):
    """An input that could not be read: its name, what is wrong and how to mend it."""

    file: str
    message: str
