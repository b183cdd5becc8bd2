"""A .txt or .md file -> one draft: its front matter, and as body exactly everything after it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from volteface.errors import InputError
from volteface.reading.draft import Draft
from volteface.reading.encoding import decode
from volteface.settings import Settings

FIELDS = ("title", "publisher", "date", "language", "url")
RULE = "---"
LONGEST_FRONT = 50_000  # characters; what goes on longer without a closing rule is no front matter

_PAIR = re.compile(r"[A-Za-z][\w-]*\s*:")
_CONTINUED = re.compile(r"\s|#|- |-$|$")


def read(raw: bytes, settings: Settings) -> Iterator[Draft]:
    """The one draft of a text file."""
    text = decode(raw, settings)
    front = _front_matter(text)
    yield Draft(text=text) if front is None else Draft(text=text[front.end :], **front.fields)


class _Front(Struct):
    fields: dict[str, str]
    end: int  # where the body begins


def _front_matter(text: str) -> _Front | None:
    """The front matter, None where the file has none: a file that merely starts with a horizontal rule is all body."""
    if not _is_rule(text[:8].partition("\n")[0]):
        return None
    lines = text[:LONGEST_FRONT].split("\n")
    first = next((line for line in lines[1:] if line.strip() and not line.startswith("#")), "")
    if not (_is_rule(first) or _PAIR.match(first)):
        return None
    close = next((i for i, line in enumerate(lines) if i and _is_rule(line)), None)
    if close is None:
        _unclosed(first)
        return None
    _check_lines(lines[1:close])
    return _Front(_fields(lines[1:close]), sum(len(line) + 1 for line in lines[: close + 1]))


def _unclosed(first: str) -> None:
    """An error only where the first line holds a field of ours; else the rule was one of the text's own."""
    if first.partition(":")[0].strip().lower() in FIELDS:
        raise InputError("opens a front matter on line 1 and does not close it; end it with a line `---`")


def _is_rule(line: str) -> bool:
    return line.rstrip() == RULE


def _check_lines(lines: list[str]) -> None:
    """Prose between the rules means that the closing one was forgotten; reading on would lose the prose."""
    for number, line in enumerate(lines, start=2):
        if not (_PAIR.match(line) or _CONTINUED.match(line)):
            raise InputError(
                f"line {number} stands in the front matter and is not `key: value`; "
                "close the front matter with a line `---` before the body"
            )


def _fields(lines: list[str]) -> dict[str, str]:
    """`title: "A: B"` gives the title `A: B`; keys that the record does not have are ignored."""
    pairs = (line.split(":", 1) for line in lines if _PAIR.match(line))
    named = {key.strip().lower(): _unquoted(value.strip()) for key, value in pairs}
    return {key: named[key] for key in FIELDS if key in named}


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] == '"'
    return value[1:-1].strip() if quoted else value
