"""The command line with a made-up pipeline behind it: what is read is what the test says."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from msgspec import Struct

from volteface import cli, pipeline
from volteface.coding.finding import Reason
from volteface.pipeline import Reading
from volteface.record import Actor, Document, Evidence, Problem, Ref, Relation, Report, Stance
from volteface.record.words import ActorId, ClaimId, ReportId
from volteface.settings import DEFAULTS, Settings

TEXT = "It rained. Tom Reed, who leads the Ferrymen, rejects the toll."
REED, FERRYMEN = ActorId("a-reed"), ActorId("a-ferrymen")


def _evidence(report: ReportId, words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(report, start, start + len(words), words),)


def reading(name: str) -> Reading:
    """A report of that title with a stance and a tie; one problem where the name says so."""
    if "bad" in name:
        return Reading(document=Document(problems=(Problem(name, "is empty; write something"),)), reasons={})
    report = ReportId(f"r-{name}")
    shared: dict[str, Any] = {"report": report, "chain": (Ref(),), "modality": "asserted", "coder": "test/1"}
    stance = Stance(
        id=ClaimId(f"c-{name}-1"),
        confidence=0.9,
        evidence=_evidence(report, "rejects the toll"),
        holder=Ref(REED, "Tom Reed"),
        target=Ref(None, "the toll"),
        polarity=-1,
        **shared,
    )
    tie = Relation(
        id=ClaimId(f"c-{name}-2"),
        confidence=0.6,
        evidence=_evidence(report, "who leads the Ferrymen"),
        subject=Ref(REED, "who"),
        predicate="leads",
        object=Ref(FERRYMEN, "the Ferrymen"),
        **shared,
    )
    document = Document(
        reports=(Report(id=report, title=f"Report {name}", text=TEXT),),
        actors=(
            Actor(id=REED, name="Tom Reed", kind="person", aliases=("Tom Reed", "Réed")),
            Actor(id=FERRYMEN, name="Ferrymen", kind="organization"),
        ),
        claims=(stance, tie),
    )
    reason = Reason("rejection_is_opposition", "reject", "Who rejects something is against it.")
    notes = (f"{name}: language assumed to be en",) if "short" in name else ()
    return Reading(document=document, reasons={stance.id: reason}, notes=notes)


class Ran(Struct):
    """What a command did."""

    status: int
    out: str
    err: str


class Asked(Struct):
    """What the pipeline was asked for."""

    inputs: list[str] = []
    settings: Settings = DEFAULTS


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A pipeline that gives `reading(name)` for each input, and remembers what it was asked for."""
    seen = Asked()

    def read(inputs: Iterable[str], settings: Settings = DEFAULTS) -> Iterator[Reading]:
        seen.inputs, seen.settings = list(inputs), settings
        return map(reading, seen.inputs)

    monkeypatch.setattr(pipeline, "read", read)
    return seen


Run = Callable[..., Ran]


@pytest.fixture
def run(asked: Asked, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("read", "a.txt") gives status, output and errors."""

    def _run(*argv: str) -> Ran:
        status = cli.main(argv)
        return Ran(status, *capsys.readouterr())

    return _run
