"""A limit on the time that one piece of work may take, so that no report can starve the rest."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SHORTEST = 0.000_001  # seconds; the alarm takes less for none at all


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
    began = time.monotonic()
    outer, _ = signal.setitimer(signal.ITIMER_REAL, max(seconds, _SHORTEST))
    if 0 < outer < seconds:
        signal.setitimer(signal.ITIMER_REAL, outer)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if outer:
            signal.setitimer(signal.ITIMER_REAL, max(outer - (time.monotonic() - began), _SHORTEST))
