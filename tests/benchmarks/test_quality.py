"""A whole run over a tiny shared folder: an analyst's own coding scores full marks, and every fault is told."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from benchmarks.quality import __main__ as command
from benchmarks.quality import cases, measure, rulers, tally
from benchmarks.quality.coders import Read, coded
from benchmarks.quality.figures import figures
from volteface import pipeline
from volteface.pipeline import Reading
from volteface.record import Document, Problem


@pytest.fixture(autouse=True)
def no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mentions are those that were filed; these tests load no model."""
    monkeypatch.setattr("benchmarks.quality.mentions.told", lambda report: [])


@pytest.fixture
def run(
    shared: Path, coder: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> "Run":
    monkeypatch.setattr(pipeline, "read", coder)
    floors = tmp_path / "floors.toml"
    floors.write_text('[quality.at_least]\n"reports.fact_recall" = 0.6\n[quality.at_most]\n"crashed" = 0\n')
    return Run(shared, floors, capsys)


class Run:
    """Runs the command over the tiny folder: exit status, its lines, and its JSON line."""

    def __init__(self, shared: Path, floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.shared, self.floors, self.capsys = shared, floors, capsys

    def __call__(self, *options: str) -> tuple[int, list[str], dict[str, object]]:
        status = command.main(["--data", str(self.shared), "--floors", str(self.floors), "--jobs", "1", *options])
        *lines, last = self.capsys.readouterr().out.splitlines()
        return status, lines, json.loads(last)


def without_second_claim(reading: Reading) -> Reading:
    document = msgspec.structs.replace(reading.document, claims=reading.document.claims[:1])
    return msgspec.structs.replace(reading, document=document)


def test_the_analysts_own_coding_agrees_in_full(shared: Path, coder: Read, tmp_path: Path) -> None:
    every = [*cases.development(shared), *cases.writers(shared)[0]]
    named = figures(measure.share(every, measure.Task(data=shared, out=tmp_path), coder), every)
    full = ("precision", "recall", "f1", "stance.recall", "detail.chain", "attribution.recall", "mentions.pronoun")
    for name in full:
        assert named[f"corpus.{name}"] == 1, name
    assert named["reports.fact_recall"] == 1
    assert named["reports.traps_fallen"] == 0
    assert named["corpus.near_miss_clean"] == 1
    assert named["misplaced"] == named["crashed"] == named["texts_differ"] == 0
    assert named["dropped"] == len(every)


def test_what_is_not_filed_lowers_recall_and_not_precision(shared: Path, coder: Read, tmp_path: Path) -> None:
    def read(inputs: Iterable[str]) -> Iterator[Reading]:
        return map(without_second_claim, coder(inputs))

    every = list(cases.development(shared))
    named = figures(measure.share(every, measure.Task(data=shared, out=tmp_path), read), every)
    assert named["reports.precision"] == 1
    assert named["reports.recall"] == 0.5  # of the two claims that the analyst was sure of
    assert named["reports.fact_recall"] == 0.5


def test_a_crash_costs_one_report(shared: Path, coder: Read) -> None:
    def read(inputs: Iterable[str]) -> Iterator[Reading]:
        for path in inputs:
            if "derby" in path:
                raise ValueError("no such word")
            yield from coder([path])

    every = cases.writers(shared)[0]
    documents = list(coded([case.text for case in every], read))
    assert [one.crash for one in documents] == [None, "ValueError: no such word", None]


def test_a_coder_that_stops_early_is_told(shared: Path) -> None:
    paths = [case.text for case in cases.writers(shared)[0]]
    assert all(one.crash for one in coded(paths, lambda inputs: iter(())))


def test_an_unread_report_is_trouble(shared: Path, tmp_path: Path) -> None:
    def read(inputs: Iterable[str]) -> Iterator[Reading]:
        for path in inputs:
            yield Reading(document=Document(problems=(Problem(path, "empty"),)), reasons={})

    every = list(cases.development(shared))
    (result,) = measure.share(every, measure.Task(data=shared, out=tmp_path), read)
    assert result.counts["unread"] == 1
    assert result.trouble == ["unread: town: empty"]


def test_a_run_ends_with_one_json_line(run: Run) -> None:
    status, lines, line = run()
    assert status == 0, line["broken"]
    assert line["whole"] is True
    assert "skipped zz: in ar; the coder reads English" in lines
    assert any(row.startswith("bb ") for row in lines)


def test_a_floor_is_never_held_against_a_part(run: Run) -> None:
    _, _, line = run("--writer", "bb")
    assert line["whole"] is False
    names = line["figures"]
    assert isinstance(names, dict)
    assert "part.recall" in names
    assert "corpus.recall" not in names


def test_show_tells_misses_with_their_sentence(run: Run, coder: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", lambda inputs: map(without_second_claim, coder(inputs)))
    _, lines, _ = run("--report", "town", "--show")
    assert "town missed Rao Pell" in lines
    assert "town + stance holder='Rao Pell' target='the tram' polarity=-1 asserted 0.9" in lines
    assert "    [[Rao Pell opposes the tram]]." in lines


def test_a_broken_floor_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[quality.at_most]\n"dropped" = 0\n', encoding="utf-8")
    status, lines, line = run("--floors", str(path))
    assert status == 1
    assert line["broken"] == ["dropped is 4, over its limit of 0"]
    assert "  BROKEN dropped is 4, over its limit of 0" in lines


def test_no_shared_material_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--data", str(tmp_path)]) == 0
    assert "skipped" in json.loads(capsys.readouterr().out.splitlines()[-1])


def test_the_shared_ruler_has_the_last_word(shared: Path, coder: Read, tmp_path: Path) -> None:
    every = list(cases.development(shared))
    task = measure.Task(data=shared, out=tmp_path)
    ours = tally.agreement_line(measure.total(measure.share(every, task, coder)))
    analyst = shared / "reports" / "analyst"
    assert rulers.disagreement(shared, tmp_path, analyst=analyst, ours=ours) is None
    told = rulers.disagreement(shared, tmp_path, analyst=analyst, ours="AGREEMENT none")
    assert told is not None
    assert "agree.py prints 'AGREEMENT precision 1.00" in told


def test_shares_keep_a_writer_together(shared: Path) -> None:
    parts = cases.shares(cases.writers(shared)[0], 2)
    assert [{case.writer for case in part} for part in parts] == [{"bb"}, {"aa"}]
