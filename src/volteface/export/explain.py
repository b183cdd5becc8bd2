"""A claim of a document and the reason that it was filed -> why it stands in the record, for a reader.

The evidence is marked in its sentence, so that everybody can judge whether the words bear the claim out.
"""

from typing import Protocol, TextIO

from rich.text import Text

from volteface.export.excerpt import sentence
from volteface.export.lines import standing, told
from volteface.export.names import chain_names, named_in
from volteface.export.page import Page
from volteface.export.plain import clean, flat
from volteface.export.view import PLAIN, View
from volteface.record import Claim, Document, Evidence
from volteface.record.kinds import kind_of

MARKS = ("»", "«")  # around the evidence, visible where there is no colour


class Reason(Protocol):
    """What spoke for a claim, as a coder files it."""

    @property
    def rule(self) -> str:
        """The rule's name, which is its explanation."""

    @property
    def frame(self) -> str | None:
        """The frame that the rule used."""

    @property
    def says(self) -> str:
        """The rule's statement of fact."""


def write(document: Document, claim: Claim, reason: Reason | None, out: TextIO, view: View = PLAIN) -> None:
    """Writes the claim, what spoke for it, its sentences and its chain."""
    page = Page(out, view.width)
    named = named_in(document)
    words = standing(claim)
    page.put(Text.assemble((f"{words}: " if words else "", "bold yellow"), (told(claim, named), "bold")), hang=2)
    _row(page, "claim", f"{claim.id}, {kind_of(claim).label.lower()}, filed by {claim.coder}")
    _row(page, "confidence", f"{claim.confidence:.2f}: how likely a reviewer accepts it")
    _reason(page, reason)
    text = next((report.text for report in document.reports if report.id == claim.report), "")
    for piece in claim.evidence:
        page.put(marked(text, piece), indent=2, hang=12, lead="evidence")
        _row(page, "", f"characters {piece.start} to {piece.end}")
    _row(page, "says", " > ".join(chain_names(claim.chain, named)))


def _reason(page: Page, reason: Reason | None) -> None:
    if reason is None:
        _row(page, "rule", "the coder filed no reason")
        return
    _row(page, "rule", reason.rule)
    if reason.frame:
        _row(page, "frame", reason.frame)
    _row(page, "because", reason.says)


def _row(page: Page, name: str, words: str) -> None:
    page.put(Text(clean(words)), indent=2, hang=12, lead=name or " ")


def marked(text: str, piece: Evidence) -> Text:
    """The whole sentence with the evidence between marks."""
    first, last = sentence(text, piece.start, piece.end)
    before, words, after = flat(text[first : piece.start]), clean(piece.quote), flat(text[piece.end : last])
    found = Text(before.lstrip())
    found.append(f"{MARKS[0]}{words}{MARKS[1]}", style="bold")
    return found.append(after.rstrip())
