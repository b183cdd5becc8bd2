"""Paths -> what the coder filed on each, in order; the only file that knows how the coder is called.

A crash costs one report, not the run: the coder is started again behind it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
from msgspec import Struct

from volteface.pipeline import Reading
from volteface.record import Report, to_json

Read = Callable[[Iterable[str]], Iterator[Reading]]


class Coded(Struct, frozen=True, kw_only=True):
    """One report's document as JSON (`raw`) and as plain dicts, or why there is none."""

    raw: bytes = b""
    document: dict[str, Any] = {}
    report: Report | None = None
    dropped: int = 0
    seconds: float = 0.0
    crash: str | None = None


def coded(paths: Sequence[Path], read: Read) -> Iterator[Coded]:
    """One Coded for each path."""
    done = 0
    while done < len(paths):
        for one in _until_crash(paths[done:], read):
            yield one
            done += 1


def _until_crash(paths: Sequence[Path], read: Read) -> Iterator[Coded]:
    readings = chain.from_iterable(map(read, [[str(p) for p in paths]]))
    for _ in paths:
        began = perf_counter()
        try:
            reading = next(readings)
        except StopIteration:
            yield Coded(crash="the coder gave nothing back")
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this report's figure
            yield Coded(crash=f"{type(error).__name__}: {error}")
            return
        yield _plain(reading, perf_counter() - began)


def _plain(reading: Reading, seconds: float) -> Coded:
    raw = to_json(reading.document)
    return Coded(
        raw=raw,
        document=msgspec.json.decode(raw),
        report=next(iter(reading.document.reports), None),
        dropped=reading.dropped,
        seconds=seconds,
    )
