"""A tiny shared folder made for a test: two reports, two writers and one in Arabic, with stand-ins for the rulers."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from volteface.pipeline import Reading
from volteface.record import from_json

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))  # benchmarks/ is run from the repository root and is not installed

Json = dict[str, Any]
Read = Callable[[Iterable[str]], Iterator[Reading]]

TEXT = "Mayor Ada Berg backs the tram. The mayor said she would vote for it. Rao Pell opposes the tram.\n"
PUBLISHER = {"actor": "p", "text": "Gazette"}


def span(quote: str) -> Json:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote)}


def stance(id: str, holder: tuple[str, str], polarity: float, evidence: str, confidence: float = 0.9) -> Json:
    actor, form = holder
    return {
        "id": id,
        "report": "r",
        "kind": "stance",
        "chain": [PUBLISHER],
        "modality": "asserted",
        "current": True,
        "confidence": confidence,
        "coder": "analyst/1",
        "evidence": [{"report": "r", **span(evidence), "quote": evidence}],
        "holder": {"actor": actor, "text": form, **span(form)},
        "target": {"actor": None, "text": "the tram", **span("the tram")},
        "polarity": polarity,
    }


def document(claims: list[Json] | None = None) -> Json:
    """An analyst's coding of TEXT: three stances and one attribution unless other claims are given."""
    said = "she would vote for it"
    return {
        "format": "volteface/1",
        "reports": [{"id": "r", "publisher": "Gazette", "language": "en", "text": TEXT}],
        "actors": [
            {"id": "p", "name": "Gazette", "kind": "organization", "aliases": ["Gazette"]},
            {"id": "b", "name": "Ada Berg", "kind": "person", "aliases": ["Mayor Ada Berg", "The mayor"]},
            {"id": "o", "name": "Rao Pell", "kind": "person", "aliases": ["Rao Pell"]},
        ],
        "attributions": [
            {
                "id": "a",
                "report": "r",
                "source": {"actor": "b", "text": "The mayor", **span("The mayor"), "kind": "named"},
                "cue": {"report": "r", **span("said"), "quote": "said"},
                "content": [{"report": "r", **span(said), "quote": said}],
                "verb_class": "statement",
                "quotation": "indirect",
                "chain": [PUBLISHER, {"actor": "b", "text": "The mayor"}],
            }
        ],
        "claims": stances() if claims is None else claims,
    }


def stances() -> list[Json]:
    return [
        stance("c1", ("b", "Ada Berg"), 1, "Mayor Ada Berg backs the tram"),
        stance("c2", ("b", "she"), 1, "she would vote for it", 0.5),
        stance("c3", ("o", "Rao Pell"), -1, "Rao Pell opposes the tram"),
    ]


def save(folder: Path, name: str, doc: Json, *, gold: Path | None = None, language: str = "en") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(f"---\npublisher: Gazette\nlanguage: {language}\n---\n{TEXT}", encoding="utf-8")
    (gold or folder).mkdir(parents=True, exist_ok=True)
    ((gold or folder) / f"{name}.json").write_text(json.dumps(doc), encoding="utf-8")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """The folder; one of the second writer's reports is a near miss."""
    data = tmp_path / "shared"
    reports = data / "reports"
    save(reports, "town", document(), gold=reports / "analyst")
    save(data / "corpus" / "aa", "aa-tram", document())
    save(data / "corpus" / "bb", "bb-tram", document())
    save(data / "corpus" / "bb", "bb-derby", document(claims=[]))
    save(data / "corpus" / "zz", "zz-tram", document(), language="ar")
    gold = {"town": {"facts": ["Ada Berg", "Rao Pell"], "wrong": ["Nobody"]}}
    (reports / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    for name in ("agree", "score"):
        shutil.copy(HERE / f"standin_{name}.py", reports / f"{name}.py")
    return data


@pytest.fixture
def coder() -> Read:
    """A coder that files what the analyst filed."""

    def read(inputs: Iterable[str]) -> Iterator[Reading]:
        for path in map(Path, inputs):
            beside = path.with_suffix(".json")
            gold = beside if beside.exists() else path.parent / "analyst" / beside.name
            yield Reading(document=from_json(gold.read_bytes()), reasons={}, dropped=1)

    return read
