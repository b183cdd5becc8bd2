"""A small made-up report and its record, to change in a test: `small(claims=...)`, `stance(holder="Ada Brook")`."""

import io
from typing import Any

from volteface.export import View, write
from volteface.record import (
    Actor,
    Attribution,
    Claim,
    Demand,
    Document,
    Driver,
    Event,
    Evidence,
    Offer,
    Participant,
    Ref,
    Relation,
    Report,
    Shift,
    Source,
    Stance,
    Term,
)
from volteface.record.words import ActorId, AttributionId, ClaimId, ReportId

TEXT = (
    "Ada Brook, the mayor of Lower Fenwick, has come round to the toll bridge, which she had fought until last year. "
    "A grant from the county moved her, an aide said. "
    '"I reject the toll bridge," said Mr. Reed, who leads the Ferrymen. '
    "He denied that he had met the mayor on Monday.\n\n"
    "The county offered the ferrymen ten boats, if they ended the blockade. Reed demanded a ballot of the Ferrymen."
)
REPORT = ReportId("r-1")
ACTORS = (
    Actor(id=ActorId("a-paper"), name="Fenwick Courier", kind="organization"),
    Actor(id=ActorId("a-brook"), name="Ada Brook", kind="person", aliases=("Ada Brook", "the mayor"), roles=("mayor",)),
    Actor(id=ActorId("a-reed"), name="Tom Reed", kind="person", aliases=("Mr. Reed", "Reed", "Réed")),
    Actor(id=ActorId("a-aide"), name="an aide", kind="unnamed"),
    Actor(id=ActorId("a-county"), name="the county", kind="organization"),
    Actor(id=ActorId("a-ferrymen"), name="the Ferrymen", kind="organization"),
)
_IDS = {actor.name: actor.id for actor in ACTORS}


def ref(name: str) -> Ref:
    """A reference to the actor of that name, or to nobody of ours in those words."""
    return Ref(_IDS.get(name), name)


def evidence(words: str, text: str = TEXT) -> Evidence:
    """The words where they first stand in the text."""
    start = text.index(words)
    return Evidence(REPORT, start, start + len(words), words)


def chain(*names: str) -> tuple[Ref, ...]:
    """The paper, then whom it cites."""
    return (ref("Fenwick Courier"), *map(ref, names))


def attribution(id: str, source: str, words: str, *, unnamed: bool = False, parent: str | None = None) -> Attribution:
    """An attribution of the words to the source."""
    return Attribution(
        id=AttributionId(id),
        report=REPORT,
        parent=AttributionId(parent) if parent else None,
        source=Source(actor=_IDS.get(source), text=source, kind="unnamed" if unnamed else "named"),
        content=(evidence(words),),
        verb_class="statement",
        quotation="indirect",
        chain=chain(source),
    )


def _claim(kind: Any, words: str, given: dict[str, Any], **own: Any) -> Any:
    spans = given.pop("evidence", (evidence(words),))
    shared: dict[str, Any] = {"modality": "asserted", "confidence": 0.9, "coder": "test/1", "chain": chain()}
    id = ClaimId(given.pop("id", f"c-{kind.__name__.lower()}"))
    return kind(id=id, report=REPORT, evidence=spans, **{**shared, **own, **given})


def stance(holder: str = "Tom Reed", target: str = "the toll bridge", polarity: float = -0.9, **more: Any) -> Stance:
    """Reed is against the bridge."""
    found: Stance = _claim(
        Stance, "I reject the toll bridge", more, holder=ref(holder), target=ref(target), polarity=polarity
    )
    return found


def shift(**more: Any) -> Shift:
    """Brook turned from against to for the bridge; a grant moved her, an aide said."""
    driver = Driver(
        text="a grant from the county", evidence=(evidence("A grant"),), attribution=AttributionId("s-aide")
    )
    own = {"holder": ref("Ada Brook"), "target": ref("the toll bridge"), "from_": -0.9, "to": 0.8, "drivers": (driver,)}
    found: Shift = _claim(Shift, "has come round to the toll bridge", {**own, **more})
    return found


def event(type: str = "CONSULT", doer: str = "Tom Reed", other: str = "Ada Brook", **more: Any) -> Event:
    """Reed met Brook."""
    parties = [Participant(actor=_IDS.get(doer), text=doer, role="actor")] if doer else []
    parties += [Participant(actor=_IDS.get(other), text=other, role="recipient")] if other else []
    found: Event = _claim(Event, "had met the mayor", more, type=type, participants=tuple(parties))
    return found


def offer(**more: Any) -> Offer:
    """The county offered the ferrymen boats for the end of the blockade."""
    terms = {"benefits": (Term("ten boats"),), "conditions": (Term("the end of the blockade"),)}
    own = {"proposer": ref("the county"), "recipient": ref("the Ferrymen"), **terms}
    found: Offer = _claim(Offer, "offered the ferrymen ten boats", {**own, **more})
    return found


def demand(by: str = "Tom Reed", what: str = "a ballot", **more: Any) -> Demand:
    """Reed demanded a ballot."""
    found: Demand = _claim(Demand, "Reed demanded a ballot", more, by=ref(by), of=ref("the Ferrymen"), what=what)
    return found


def relation(**more: Any) -> Relation:
    """Reed leads the Ferrymen."""
    own = {"subject": ref("Tom Reed"), "predicate": "leads", "object": ref("the Ferrymen")}
    found: Relation = _claim(Relation, "who leads the Ferrymen", {**own, **more})
    return found


def small(*claims: Claim, **report: Any) -> Document:
    """The small report with these claims."""
    made: dict[str, Any] = {"title": "Mayor drops fight over bridge", "publisher": "Fenwick Courier", "text": TEXT}
    return Document(
        reports=(Report(id=REPORT, **{**made, "date": "2024-05-14", **report}),),
        actors=ACTORS,
        attributions=(
            attribution("s-aide", "an aide", "A grant from the county moved her", unnamed=True),
            attribution("s-reed", "Tom Reed", "I reject the toll bridge"),
            attribution("s-inner", "Ada Brook", "had met the mayor", parent="s-reed"),
        ),
        claims=claims,
    )


def full() -> Document:
    """The small report with a claim of every kind."""
    said: dict[str, Any] = {"chain": chain("Tom Reed"), "attribution": AttributionId("s-reed")}
    return small(
        shift(),
        stance(**said),
        event(modality="denied", **said),
        offer(),
        demand(chain=chain("Tom Reed")),
        relation(),
    )


def written(name: str, *documents: Document, **view: Any) -> str:
    """What a format makes of the documents."""
    out = io.StringIO()
    write(name, documents, out, View(**view))
    return out.getvalue()
