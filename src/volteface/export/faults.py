"""Bytes of a file -> the faults of the volteface/1 documents in it, and their text or JSON.

A file holds one document, or one a line; a fault's place names the line where there are several.
"""

import codecs
from collections.abc import Iterable, Iterator
from typing import TextIO

import msgspec
from msgspec import Struct

from volteface.errors import FormatError
from volteface.export.plain import clean
from volteface.record import from_json
from volteface.record.check import Fault, faults


class Found(Struct, frozen=True):
    """A fault and the file that it is in."""

    file: str
    place: str
    message: str


def faults_in(file: str, raw: bytes) -> Iterator[Found]:
    """Every fault of the file, in order."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    lines = [(i, line) for i, line in enumerate(raw.splitlines(), 1) if line.strip()]
    if len(lines) > 1 and (file.endswith(".jsonl") or _is_json(lines[0][1])):
        for i, line in lines:
            yield from (Found(file, f"line {i}: {f.place}", f.message) for f in _faults(line))
    else:
        yield from (Found(file, fault.place, fault.message) for fault in _faults(raw))


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _faults(raw: bytes) -> Iterator[Fault]:
    try:
        document = from_json(raw)
    except FormatError as error:
        yield Fault("document", str(error))
        return
    yield from faults(document)


def write(found: Iterable[Found], out: TextIO, *, as_json: bool) -> None:
    """Writes one fault a line, or all as one JSON list."""
    if as_json:
        raw = msgspec.json.format(msgspec.json.encode(list(found)), indent=2)
        out.write(raw.decode() + "\n")
        return
    for fault in found:
        out.write(clean(f"{fault.file}: {fault.place}: {fault.message}") + "\n")
