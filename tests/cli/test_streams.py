"""Where words go: closed streams, files that are whole or as they were, runs that are ended."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from volteface import pipeline
from volteface.pipeline import Reading
from volteface.record import from_json
from volteface.settings import Settings

from .conftest import Run, reading


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_crash(closed: str) -> None:
    command = f"{sys.executable} -m volteface check - {closed}"
    ran = subprocess.run(["bash", "-c", command], input=b"no JSON", capture_output=True, check=False)
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr


def test_a_file_that_is_replaced_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.touch(mode=0o600)
    run("read", "a", "--format", "json", "-o", str(target))
    assert from_json(target.read_bytes()).claims
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_that_may_not_be_written_stays(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write everything
    ran = run("read", "a", "-o", str(target))
    assert (ran.status, target.read_text()) == (1, "old")
    assert f"-o {target}: may not be written" in ran.err


def test_a_name_as_long_as_the_system_allows_is_written(run: Run, tmp_path: Path) -> None:
    assert run("read", "a", "-o", str(tmp_path / ("n" * 255))).status == 0


def test_a_place_that_takes_no_file_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("read", "a", "-o", str(tmp_path / ("n" * 256)))
    assert ran.status == 1
    assert "File name too long" in ran.err


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_run_that_is_ended_leaves_nothing_behind(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, status: int
) -> None:
    def ends(inputs: Iterable[str], settings: Settings) -> Iterator[Reading]:
        yield reading("a")
        os.kill(os.getpid(), number)
        yield reading("b")

    monkeypatch.setattr(pipeline, "read", ends)
    before = signal.getsignal(number)
    ran = run("read", "a", "--format", "jsonl", "-o", str(tmp_path / "out.jsonl"))
    assert (ran.status, ran.err) == (status, "volteface: terminated\n")
    assert os.listdir(tmp_path) == []
    assert signal.getsignal(number) is before
