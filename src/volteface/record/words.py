"""The closed word lists of the contract: what a field may say, and where the words come from."""

from typing import Literal, NewType

ReportId = NewType("ReportId", str)
ActorId = NewType("ActorId", str)
AttributionId = NewType("AttributionId", str)
ClaimId = NewType("ClaimId", str)

ActorKind = Literal["person", "organization", "country", "group", "document", "unnamed"]

# Source kinds, verb classes and quotation types follow attribution corpora (PARC3, PolNeAR).
SourceKind = Literal["named", "unnamed", "publication", "author"]
VerbClass = Literal["statement", "belief", "intention", "question", "denial"]
Quotation = Literal["direct", "indirect", "mixed"]

Modality = Literal["asserted", "denied", "hypothetical", "planned"]
ClaimKind = Literal["stance", "shift", "event", "offer", "demand", "relation"]
Role = Literal["actor", "recipient"]

# The sixteen event types of PLOVER (the Political Language Ontology for Verifiable Event Records).
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "SANCTION",
    "PROTEST",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
