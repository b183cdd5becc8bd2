"""Work that takes a hostile file apart -> its draft, from a child process that may be slow, greedy or crash.

Whatever the file does to the extractor, the caller gets a draft or an InputError within the time limit.
Where processes cannot be forked the work runs here, and only its exceptions are caught.
"""

import logging
import os
import selectors
import signal
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

import msgspec

from volteface.errors import InputError
from volteface.reading.draft import Draft

MEMORY = 2 << 30  # bytes that the work may take on top of what the process has
Work = Callable[[], Draft]
CURE = "open it in its own program and save its text as .txt"

_ANSWER: Any = msgspec.msgpack.Decoder(Draft | str)  # a text is what went wrong


def guarded(work: Work, seconds: float) -> Draft:
    """What the work yields; an InputError where it fails, takes too long, takes too much memory or crashes."""
    answer = _forked(work, seconds) if hasattr(os, "fork") else _answer(work)
    if isinstance(answer, str):
        raise InputError(answer)
    return answer


def _answer(work: Work) -> Draft | str:
    try:
        return work()
    except InputError as error:
        return str(error)
    except MemoryError:
        return f"takes more than {MEMORY >> 30} GB of memory to take apart; {CURE}"
    except RecursionError:
        return f"is nested too deep to take apart; {CURE}"
    except Exception as error:  # noqa: BLE001  a broken file makes an extractor raise anything at all
        return f"cannot be taken apart ({type(error).__name__}: {str(error)[:100]}); {CURE}"


def _forked(work: Work, seconds: float) -> Draft | str:
    source, sink = os.pipe()
    pid = _fork()
    if pid == 0:
        _child(work, sink, seconds)
    os.close(sink)
    raw = None
    try:
        raw = _received(source, time.monotonic() + seconds)
    finally:
        os.close(source)
        if raw is None:
            os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    if raw and status == 0:
        answer: Draft | str = _ANSWER.decode(raw)
        return answer
    return _death(status, seconds)


def _fork() -> int:
    """Newer Pythons warn of forking beside threads; the child only computes, writes and leaves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _received(source: int, deadline: float) -> bytes | None:
    """Everything the child wrote; None where the deadline came first."""
    chunks: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(source, selectors.EVENT_READ)
        while selector.select(max(0.0, deadline - time.monotonic())):
            chunk = os.read(source, 1 << 20)
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
    return None


def _death(status: int, seconds: float) -> str:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGKILL, signal.SIGXCPU):
        return f"takes longer than {seconds:g} seconds to take apart; {CURE}"
    return f"makes its reader crash (status {status}); {CURE}"


def _child(work: Work, sink: int, seconds: float) -> NoReturn:
    """Confined work in the child; it leaves without touching anything that it shares with its parent."""
    code = 1
    try:
        _silence(sink)
        _confine(seconds)
        with os.fdopen(sink, "wb") as pipe:
            pipe.write(msgspec.msgpack.encode(_answer(work)))
        code = 0
    finally:
        os._exit(code)


def _silence(sink: int) -> None:
    """Extractors log and print; the child has only the pipe, and none of its parent's open files."""
    logging.disable()
    os.closerange(3, sink)
    os.closerange(sink + 1, 65_536)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w")


def _confine(seconds: float) -> None:
    import resource

    _limit(resource.RLIMIT_CPU, int(seconds) + 1)
    _limit(resource.RLIMIT_CORE, 0)
    used = _address_space()
    if used:
        _limit(resource.RLIMIT_AS, used + MEMORY)


def _limit(which: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _address_space() -> int:
    """Bytes that the process has mapped; 0 where the system does not tell, and memory is then not limited."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
