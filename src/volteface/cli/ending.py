"""Signals that end a process -> an error, so that a run that is ended tidies up as one that is interrupted does."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class EndedError(BaseException):
    """The process was told to end; a BaseException, because nobody on the way may take it for a fault of theirs."""

    def __init__(self, number: int) -> None:
        """Keeps the status that a shell expects."""
        super().__init__()
        self.status = 128 + number


@contextmanager
def endings_raised() -> Iterator[None]:
    """Raises EndedError in the block where a signal would end the process; one that is ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [number for number in _ENDINGS if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    raise EndedError(number)
