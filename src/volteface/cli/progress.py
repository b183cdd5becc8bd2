"""Readings -> the same readings, with a line on standard error that says how far they are.

The line is gone whenever a reading is handed on, so it never mixes with what is written.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

Item = TypeVar("Item")


def watched(items: Iterable[Item], *, quiet: bool, several: bool) -> Iterator[Item]:
    """The items as they come; shows nothing when quiet, off a terminal, or for one report alone."""
    waiting = iter(items)
    done = 0
    while True:
        with _told(done, shown=not quiet and sys.stderr.isatty() and (several or done > 1)):
            item = next(waiting, None)
        if item is None:
            return
        done += 1
        yield item


def _told(done: int, *, shown: bool) -> AbstractContextManager[object]:
    if not shown:
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"reading: {done:,} done" if done else "reading")
