"""A .json file (an object, a list of objects, a volteface/1 document) or .jsonl -> one draft or fault per object.

An object that is no report costs only itself: the fault names its place, and the others are still read.
"""

import re
from collections.abc import Iterator

import msgspec

from volteface.errors import InputError
from volteface.reading.draft import Draft, Fault
from volteface.reading.encoding import decode
from volteface.record.document import FORMAT
from volteface.settings import Settings

FIELDS = ("text", "title", "publisher", "date", "language", "url")

_BYTE = re.compile(r"\(byte (\d+)\)")
_HALF = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])")
_NAMES = {dict: "an object", list: "a list", bool: "a truth value", int: "a number", float: "a number", str: "a text"}


def read(raw: bytes, settings: Settings) -> Iterator[Draft | Fault]:
    """The reports of a .json file, in order."""
    text = decode(raw, settings)
    if not text.strip():
        raise InputError("is empty; give a JSON object with `text`, or a list of them")
    yield from _reports(_parsed(text, line=True), "")


def read_lines(raw: bytes, settings: Settings) -> Iterator[Draft | Fault]:
    """The reports of a .jsonl file, one JSON object a line; blank lines are skipped."""
    text = decode(raw, settings)
    if not text.strip():
        raise InputError("is empty; give one JSON object with `text` a line")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield from _line(line, f"line {number}")


def _line(line: str, place: str) -> Iterator[Draft | Fault]:
    try:
        value = _parsed(line, line=False)
        if not isinstance(value, dict):
            raise InputError(f"is {_named(value)}; write one JSON object with `text` a line")
        yield from _reports(value, place)
    except InputError as error:
        yield Fault(place, str(error))


def _parsed(text: str, *, line: bool) -> object:
    raw = text.encode("utf-8")
    try:
        value: object = msgspec.json.decode(raw)
    except msgspec.DecodeError as error:
        raise InputError(f"{_malformed(error, raw, line=line)}; mend it, or write it with a JSON library") from error
    except RecursionError as error:
        raise InputError("is JSON nested too deep to be a report; give an object with `text`") from error
    return value


def _malformed(error: msgspec.DecodeError, raw: bytes, *, line: bool) -> str:
    """What is wrong and where: "is not JSON: invalid character (line 3)"."""
    message = str(error)
    byte = _BYTE.search(message)
    if line and byte:
        number = raw.count(b"\n", 0, int(byte[1])) + 1
        message = f"{message[: byte.start()]}(line {number})"
    if "surrogate" in message or _HALF.search(raw):
        message += "; a \\ud800-\\udfff escape must come as a pair, alone it is no character"
    return f"is not JSON: {message.removeprefix('JSON is malformed: ')}"


def _reports(value: object, place: str) -> Iterator[Draft | Fault]:
    """The reports in a parsed value: an object, a list of them, or a document of ours."""
    if isinstance(value, list):
        yield from _items(value, "item", place)
    elif isinstance(value, dict) and "format" in value and "text" not in value:
        yield from _items(_of_document(value), "report", place)
    else:
        yield _draft(value, place)


def _of_document(value: dict[str, object]) -> list[object]:
    if value["format"] != FORMAT:
        raise InputError(f"is in the format {str(value['format'])[:40]!r}; only {FORMAT} is known: write it anew")
    reports = value.get("reports")
    if not isinstance(reports, list):
        raise InputError(f"is a {FORMAT} document whose `reports` is no list; write it anew with `--format json`")
    return reports


def _items(values: list[object], noun: str, place: str) -> Iterator[Draft | Fault]:
    if not values:
        raise InputError("holds no reports; give at least one object with `text`")
    for number, value in enumerate(values, start=1):
        here = f"{place}, {noun} {number}".removeprefix(", ")
        try:
            yield _draft(value, here)
        except InputError as error:
            yield Fault(here, str(error))


def _draft(value: object, place: str) -> Draft:
    if not isinstance(value, dict):
        raise InputError(f"is {_named(value)}, not an object; give an object with `text`")
    if value.get("text") is None:
        raise InputError("has no `text`; give an object with `text`, and the report's words in it")
    for name in FIELDS:
        if not isinstance(value.get(name), str | None):
            raise InputError(f"has {_named(value[name])} as `{name}`; write it as a text in quotation marks")
    return Draft(place=place, **{name: value[name] for name in FIELDS if name in value})


def _named(value: object) -> str:
    return _NAMES.get(type(value), "null")
