"""Our sums are those of the real agree.py, where the shared folder is there."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from benchmarks.quality import cases, measure, rulers, tally
from volteface.pipeline import Reading
from volteface.record import from_json

DATA = cases.shared_folder(None)

pytestmark = pytest.mark.skipif(not (DATA / "reports" / "agree.py").exists(), reason="needs the shared folder")


def read(inputs: Iterable[str]) -> Iterator[Reading]:
    """Every other claim of the analyst's, its polarity turned where it is the fourth."""
    for path in map(Path, inputs):
        doc = json.loads(path.with_suffix(".json").read_bytes())
        doc["claims"] = doc["claims"][::2]
        for claim in doc["claims"][::4]:
            if claim["kind"] == "stance":
                claim["polarity"] = -claim["polarity"]
        yield Reading(document=from_json(msgspec.json.encode(doc)), reasons={})


def test_one_writers_sums(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.quality.mentions.told", lambda report: [])
    own = [case for case in cases.writers(DATA)[0] if case.writer == "na"]
    results = measure.share(own, measure.Task(data=DATA, out=tmp_path), read)
    ours = tally.agreement_line(measure.total(results))
    assert rulers.disagreement(DATA, tmp_path, analyst=DATA / "corpus" / "na", ours=ours) is None
