"""A limit on the time that one piece of work may take, so that no report can starve the rest."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfTimeError(Exception):
    """The work under a deadline took longer than it may."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises OutOfTimeError in the block once the seconds are over.

    Works by the alarm signal, thus in the main thread of a POSIX system; elsewhere only the limits on length bound the
    work. A deadline inside another gives way to whichever comes first.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    if 0 < left < seconds:
        signal.setitimer(signal.ITIMER_REAL, left)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
