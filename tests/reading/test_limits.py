"""Guarded work: whatever it does, the caller gets a draft or one clear error, in time."""

import os
import sys
import time

import pytest

from volteface.errors import InputError
from volteface.reading import limits
from volteface.reading.draft import Draft

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


def _hang() -> Draft:
    while True:
        time.sleep(1)


def _spin() -> Draft:
    while True:
        pass


def _eat() -> Draft:
    return Draft(text=str(len(bytearray(limits.MEMORY + (1 << 30)))))


def _dig() -> Draft:
    return _dig()


def _refuse() -> Draft:
    raise InputError("is no good; mend it")


def _break() -> Draft:
    raise KeyError("oops")


def _crash() -> Draft:
    os.abort()


def _chatter() -> Draft:
    os.write(1, b"noise")
    sys.stdout.write("noise")
    return Draft(text="ok")


def test_the_draft_comes_back_whole() -> None:
    draft = Draft(text="word é " * 200_000, title="T", place="line 3")
    assert limits.guarded(lambda: draft, 10) == draft


@needs_fork
@pytest.mark.parametrize(
    ("work", "fault"),
    [
        (_hang, "takes longer than 0.3 seconds"),
        (_spin, "takes longer than 0.3 seconds"),
        (_eat, "GB of memory"),
        (_dig, "nested too deep"),
        (_refuse, "is no good; mend it"),
        (_break, "KeyError"),
        (_crash, "crash"),
    ],
)
def test_misbehaving_work_is_one_error(work: limits.Work, fault: str) -> None:
    seconds = 0.3 if work in (_hang, _spin) else 20
    with pytest.raises(InputError, match=fault):
        limits.guarded(work, seconds)


@needs_fork
def test_what_the_work_prints_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    assert limits.guarded(_chatter, 10).text == "ok"
    assert capfd.readouterr() == ("", "")


@needs_fork
def test_no_child_and_no_pipe_is_left_behind() -> None:
    before = os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else []
    for _ in range(3):
        limits.guarded(lambda: Draft(text="ok"), 10)
    assert len(before) in (0, len(os.listdir("/proc/self/fd")))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_without_fork_the_work_runs_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    assert limits.guarded(lambda: Draft(text="ok"), 10).text == "ok"
    with pytest.raises(InputError, match="KeyError"):
        limits.guarded(_break, 10)
