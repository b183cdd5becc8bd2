"""Documents -> one volteface/1 object a report, one a line, each written as it comes."""

from collections.abc import Iterable
from typing import TextIO

from volteface.export.json import encoded
from volteface.export.view import View
from volteface.record import Document


def write(documents: Iterable[Document], out: TextIO, view: View) -> None:
    """Writes a line a document and lets it go."""
    for document in documents:
        out.write(encoded(document) + "\n")
        out.flush()
