"""The formats that a record can be written in, by name; one module each, imported when it is used."""

from collections.abc import Iterable
from importlib import import_module
from typing import TextIO

from msgspec import Struct

from volteface.export.view import PLAIN, View
from volteface.record import Document

__all__ = ["FORMATS", "PLAIN", "Format", "View", "write"]


class Format(Struct, frozen=True):
    """A format's name, its module here, and what it is in one sentence."""

    name: str
    module: str
    says: str


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("brief", "brief", "a text for a reader: turns first, every line with its sentence"),
        Format("json", "json", "one volteface/1 object, for up to 1,000 reports"),
        Format("jsonl", "jsonl", "one volteface/1 object a report, one a line, streamed"),
        Format("markdown", "markdown", "the brief as Markdown"),
        Format("table", "table", "one row a claim, to look through"),
        Format("csv", "csv", "one row a claim, for a spreadsheet"),
    )
}


def write(name: str, documents: Iterable[Document], out: TextIO, view: View = PLAIN) -> None:
    """Writes documents, one a report, in the format of that name; those that stream write each as it comes."""
    import_module(f"{__name__}.{FORMATS[name].module}").write(documents, out, view)
