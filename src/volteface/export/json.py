"""Documents -> one volteface/1 object.

It holds at most REPORTS reports, so that nobody finds out by his memory's end that lines are the better form.
"""

import re
from collections.abc import Iterable
from typing import TextIO

from volteface.errors import UsageError
from volteface.export.view import View
from volteface.record import Document, to_json

REPORTS = 1_000

# JSON need not escape these, but a terminal may obey them; "\u009b" is the same string to whoever reads the JSON.
_CONTROLS = re.compile("[\x7f-\x9f]")


def write(documents: Iterable[Document], out: TextIO, view: View) -> None:
    """Writes one object, indented, once all documents are in."""
    out.write(encoded(_one(documents), indent=2) + "\n")


def encoded(document: Document, *, indent: int = 0) -> str:
    """The document as JSON in which no control character stands bare."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", to_json(document, indent=indent).decode())


def _one(documents: Iterable[Document]) -> Document:
    kept: list[Document] = []
    reports = 0
    for document in documents:
        reports += len(document.reports)
        if reports > REPORTS:
            raise UsageError(f"--format json holds up to {REPORTS:,} reports, and there are more; use --format jsonl")
        kept.append(document)
    return joined(kept)


def joined(documents: list[Document]) -> Document:
    """All documents as one, in order; nothing is merged."""
    return Document(
        reports=tuple(row for document in documents for row in document.reports),
        actors=tuple(row for document in documents for row in document.actors),
        attributions=tuple(row for document in documents for row in document.attributions),
        claims=tuple(row for document in documents for row in document.claims),
        problems=tuple(row for document in documents for row in document.problems),
    )
