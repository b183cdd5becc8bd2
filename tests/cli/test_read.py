"""`volteface read`: formats, files, filters, settings, explanations and exit statuses."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from volteface import pipeline
from volteface.pipeline import Reading
from volteface.record import from_json
from volteface.record.check import faults
from volteface.settings import Settings

from .conftest import Asked, Run, reading


def test_the_brief_is_the_default(run: Run) -> None:
    ran = run("read", "a.txt")
    assert ran.status == 0
    assert "Tom Reed: against" in ran.out
    assert ran.err == ""


def test_json_of_several_inputs_is_one_valid_document(run: Run) -> None:
    document = from_json(run("read", "a", "b", "--format", "json").out)
    assert [report.title for report in document.reports] == ["Report a", "Report b"]


def test_a_bad_input_is_told_and_the_others_are_read(run: Run) -> None:
    ran = run("read", "bad.txt", "b", "--format", "jsonl")
    assert ran.status == 1
    assert ran.err == "volteface: bad.txt: is empty; write something\n"
    assert len(ran.out.splitlines()) == 2


def test_what_had_to_be_assumed_is_said_and_is_no_failure(run: Run) -> None:
    ran = run("read", "short.txt")
    assert (ran.status, ran.err) == (0, "volteface: short.txt: language assumed to be en\n")


def test_a_problem_steers_no_terminal(run: Run) -> None:
    assert "\x1b" not in run("read", "bad\x1b[31m\n.txt").err


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (["--kind", "stance"], {"c-a-1"}),
        (["--kind", "stance,relation"], {"c-a-1", "c-a-2"}),
        (["--kind", "stance", "--kind", "relation"], {"c-a-1", "c-a-2"}),
        (["--kind", "offer"], set()),
        (["--actor", "FERRY"], {"c-a-2"}),
        (["--actor", "réed"], {"c-a-1", "c-a-2"}),
        (["--min-confidence", "0.7"], {"c-a-1"}),
    ],
)
def test_filters_leave_a_valid_document(run: Run, filters: list[str], kept: set[str]) -> None:
    document = from_json(run("read", "a", "--format", "json", *filters).out)
    assert {claim.id for claim in document.claims} == kept
    assert [f for f in faults(document) if "chain" not in f.place] == []


def test_settings_are_handed_down(run: Run, asked: Asked) -> None:
    options = "--publisher Courier --date 2024-05 --language ar --encoding cp1256 --max-characters 9 --max-seconds 2.5"
    assert run("read", "a", "-", *options.split(), "--model", "m").status == 0
    assert asked.inputs == ["a", "-"]
    assert asked.settings == Settings(
        publisher="Courier", date="2024-05", language="ar", encoding="cp1256", characters=9, seconds=2.5, model="m"
    )


def test_without_options_the_settings_are_the_defaults(run: Run, asked: Asked) -> None:
    run("read", "a")
    assert asked.settings == Settings()


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("--kind turn", "kinds are stance, shift"),
        ("--kind ,", "no kind of claim: nothing"),
        ("--min-confidence 2", "not between 0 and 1"),
        ("--min-confidence nan", "not between 0 and 1"),
        ("--min-confidence high", "is no number"),
        ("--date 2024-02-30", "write YYYY-MM-DD"),
        ("--date 20240230", "write YYYY-MM-DD"),
        ("--date May", "write YYYY-MM-DD"),
        ("--encoding klingon", "is no known encoding"),
        ("--max-characters 0", "whole number above 0"),
        ("--max-characters 1.5", "whole number above 0"),
        ("--max-seconds 0", "above 0"),
        ("--max-seconds inf", "above 0"),
        ("--format text", "invalid choice"),
    ],
)
def test_a_wrong_value_is_told_with_its_cure(run: Run, words: str, cure: str) -> None:
    ran = run("read", "a", *words.split())
    assert ran.status == 2
    assert cure in ran.err


def test_a_file_is_written(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    ran = run("read", "a", "--format", "csv", "-o", str(target))
    assert (ran.status, ran.out) == (0, "")
    assert target.read_bytes().count(b"\r\n") == 3
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_file_is_replaced_whole_or_stays_as_it_was(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def fails(inputs: Iterable[str], settings: Settings) -> Iterator[Reading]:
        yield reading("a")
        assert target.read_text() == "old"
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read", fails)
    ran = run("read", "a", "--format", "jsonl", "-o", str(target))
    assert (ran.status, ran.err) == (130, "volteface: interrupted\n")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_file_that_links_to_another_is_written_through(run: Run, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    run("read", "a", "--format", "json", "-o", str(link))
    assert link.is_symlink()
    assert from_json((tmp_path / "real.json").read_bytes()).claims


def test_a_device_is_written_to(run: Run) -> None:
    assert run("read", "a", "-o", os.devnull).status == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("name", "cure"), [(".", "is a folder; name a file"), ("no/such.txt", "create it first")])
def test_an_output_that_cannot_be_is_refused(
    run: Run, tmp_path: Path, name: str, cure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("read", "a", "-o", name)
    assert ran.status == 2
    assert cure in ran.err


def test_more_reports_than_json_holds_is_wrong_usage(run: Run) -> None:
    ran = run("read", *["a"] * 1_001, "--format", "json")
    assert ran.status == 2
    assert "use --format jsonl" in ran.err
    assert ran.out == ""


def test_a_name_that_no_file_can_have_does_not_end_the_run(run: Run) -> None:
    assert run("read", "a" * 5_000, "b", "--format", "jsonl").status == 0


def test_of_many_ids_that_begin_alike_a_few_are_shown(run: Run) -> None:
    assert "8 claims have ids that begin with 'c-': c-a-1, c-a-2, c-b-1, c-b-2, c-c-1, …; give" in (
        run("read", *"abcd", "--explain", "c-").err
    )


def test_a_claim_is_explained(run: Run) -> None:
    ran = run("read", "a", "--explain", "c-a-1")
    assert ran.status == 0
    assert [" ".join(line.split()) for line in ran.out.splitlines()] == [
        "Tom Reed: against the toll",
        "claim c-a-1, stance, filed by test/1",
        "confidence 0.90: how likely a reviewer accepts it",
        "rule rejection_is_opposition",
        "frame reject",
        "because Who rejects something is against it.",
        "evidence Tom Reed, who leads the Ferrymen, »rejects the toll«.",
        "characters 45 to 61",
        "says publisher unknown",
    ]


def test_a_claim_without_a_reason_says_so(run: Run) -> None:
    assert "the coder filed no reason" in run("read", "a", "--explain", "c-a-2").out


@pytest.mark.parametrize(
    ("id", "cure"),
    [
        ("c-x", "no claim here has the id 'c-x'; --format table shows the ids"),
        ("", "no claim here has the id ''"),
        ("c-a", "2 claims have ids that begin with 'c-a': c-a-1, c-a-2; give more of it"),
    ],
)
def test_an_id_that_leads_to_no_one_claim_is_wrong_usage(run: Run, id: str, cure: str) -> None:
    ran = run("read", "a", "b", "--explain", id)
    assert ran.status == 2
    assert cure in ran.err


def test_nothing_left_by_a_filter_is_told_as_such(run: Run) -> None:
    assert "No claim of this report passes the filter." in run("read", "a", "--kind", "offer").out


def test_every_line_of_jsonl_is_json(run: Run) -> None:
    ran = run("read", "a", "b", "--format", "jsonl", "--quiet")
    assert [json.loads(line)["reports"][0]["title"] for line in ran.out.splitlines()] == ["Report a", "Report b"]


class _Terminal:
    """Standard error as a terminal, as far as progress asks."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def isatty(self) -> bool:
        return True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


@pytest.mark.parametrize(
    ("argv", "shown"), [(["a", "b"], True), (["a"], False), (["a", "b", "--quiet"], False)], ids=str
)
def test_progress_is_shown_on_a_terminal_for_several(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: list[str], shown: bool
) -> None:
    import sys

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", _Terminal(sys.stderr))
    assert ("reading" in run("read", *argv, "--format", "jsonl").err) is shown
