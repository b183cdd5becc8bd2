"""Inputs in the order given -> a Report or a Problem each; the only file here that knows all formats.

A bad input never ends the run: every InputError ends here, as a Problem that names the file, the fault and the cure.
"""

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO

from msgspec import Struct

from volteface.errors import InputError, UsageError
from volteface.reading import html, json, pdf, text
from volteface.reading.dates import iso_date
from volteface.reading.draft import Draft, Fault, finish
from volteface.reading.files import load, load_stream
from volteface.reading.folder import walk
from volteface.reading.language import normal_tag
from volteface.record import Problem, Report
from volteface.settings import Settings

Reader = Callable[[bytes, Settings], Iterable[Draft | Fault]]

READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".pdf": pdf.read,
    ".json": json.read,
    ".jsonl": json.read_lines,
}
SUFFIXES = tuple(READERS)
STDIN = "-"

# Atomic (?>...)*+, because a lazy comment that may also swallow its neighbours takes exponential time.
_PAGE = re.compile(
    rb"(\xef\xbb\xbf)?(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_OBJECT = re.compile(rb"(\xef\xbb\xbf)?\s*(\{\s*\"|\[\s*\{)")
_OBJECT_LINES = re.compile(rb"(\xef\xbb\xbf)?\s*\{[^\r\n]*\}[ \t]*\r?\n\s*\{")


class Received(Struct, frozen=True, kw_only=True):
    """What one place of one input gave; `language_assumed` where its text was too short to tell the language."""

    file: str
    place: str = ""  # "line 3" of a file that holds many reports
    item: Report | Problem
    language_assumed: bool = False


def read_inputs(inputs: Iterable[str], settings: Settings, stdin: BinaryIO | None = None) -> Iterator[Report | Problem]:
    """Every report of the inputs (files, folders, "-") in order, and a problem for each that is none."""
    return (received.item for received in receive(inputs, settings, stdin))


def receive(inputs: Iterable[str], settings: Settings, stdin: BinaryIO | None = None) -> Iterator[Received]:
    """As `read_inputs`, with the place each came from and whether its language was assumed.

    Raises UsageError at once where the settings themselves give no date, language or encoding.
    """
    check_settings(settings)
    return (received for name in inputs for received in _input(name, settings, stdin))


def check_settings(settings: Settings) -> None:
    """Raises UsageError where `--date`, `--language` or `--encoding` is none."""
    checks = (("--date", settings.date, iso_date), ("--language", settings.language, normal_tag))
    for option, value, check in checks:
        try:
            if value is not None:
                check(value)
        except InputError as error:
            raise UsageError(f"{option}: {str(error).removeprefix('has the ')}") from error
    if settings.encoding is not None and not _is_encoding(settings.encoding):
        raise UsageError(f"--encoding: {settings.encoding!r} is no encoding; write it as cp1252, latin-1, utf-16 or so")


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return True


def _input(name: str, settings: Settings, stdin: BinaryIO | None) -> Iterator[Received]:
    if name == STDIN:
        yield from _stdin(stdin or sys.stdin.buffer, settings)
    elif os.path.isdir(name):
        yield from _folder(name, settings)
    else:
        yield from _file(name, settings)


def _folder(name: str, settings: Settings) -> Iterator[Received]:
    try:
        for found in walk(name, SUFFIXES):
            if isinstance(found, Fault):
                yield _problem(found.place, found.message)
            else:
                yield from _file(found, settings)
    except InputError as error:
        yield _problem(name, str(error))


def _file(path: str, settings: Settings) -> Iterator[Received]:
    try:
        reader = READERS.get(os.path.splitext(path)[1].lower())
        if reader is None and os.path.exists(path):
            raise InputError(f"has a suffix that is none of {', '.join(SUFFIXES)}; name the file for what it holds")
        yield from _read(path, reader or text.read, load(path, settings), settings)
    except InputError as error:
        yield _problem(path, str(error))


def _stdin(stdin: BinaryIO, settings: Settings) -> Iterator[Received]:
    try:
        raw = load_stream(stdin, settings)
        yield from _read(STDIN, evident_reader(raw), raw, settings)
    except InputError as error:
        yield _problem(STDIN, str(error))


def evident_reader(raw: bytes) -> Reader:
    """What the first bytes of standard input evidently are; plain text otherwise."""
    if raw.startswith(b"%PDF-"):
        return pdf.read
    if _PAGE.match(raw):
        return html.read
    if _OBJECT.match(raw):
        return json.read_lines if _OBJECT_LINES.match(raw) else json.read
    return text.read


def _read(file: str, reader: Reader, raw: bytes, settings: Settings) -> Iterator[Received]:
    for part in reader(raw, settings):
        if isinstance(part, Fault):
            yield _problem(file, part.message, part.place)
        else:
            yield _finished(file, part, settings)


def _finished(file: str, draft: Draft, settings: Settings) -> Received:
    try:
        report, assumed = finish(draft, settings)
    except InputError as error:
        return _problem(file, str(error), draft.place)
    return Received(file=_shown(file), place=draft.place, item=report, language_assumed=assumed)


def _problem(file: str, message: str, place: str = "") -> Received:
    problem = Problem(_shown(file), f"{place}: {message}" if place else message)
    return Received(file=problem.file, place=place, item=problem)


def _shown(path: str) -> str:
    """The path as text that can be encoded; bytes of a name that are no UTF-8 show as \\xff."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
