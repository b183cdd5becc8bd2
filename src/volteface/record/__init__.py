"""The vocabulary of the record and its JSON; imports nothing of ours and does no input or output."""

from volteface.record.claims import (
    Claim,
    Demand,
    Driver,
    Event,
    Offer,
    Participant,
    Relation,
    Shift,
    Stance,
    Term,
    Time,
)
from volteface.record.document import Document, from_json, json_schema, to_json
from volteface.record.parts import Actor, Attribution, Evidence, Problem, Ref, Report, Source

__all__ = [
    "Actor",
    "Attribution",
    "Claim",
    "Demand",
    "Document",
    "Driver",
    "Event",
    "Evidence",
    "Offer",
    "Participant",
    "Problem",
    "Ref",
    "Relation",
    "Report",
    "Shift",
    "Source",
    "Stance",
    "Term",
    "Time",
    "from_json",
    "json_schema",
    "to_json",
]
