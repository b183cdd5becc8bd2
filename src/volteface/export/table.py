"""Documents -> one row a claim: what it says, who says so, how sure, and the id that `--explain` takes."""

from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.table import Table
from rich.text import Text

from volteface.export.lines import standing, told
from volteface.export.names import chain_names, named_in
from volteface.export.page import Page
from volteface.export.plain import clean
from volteface.export.view import View
from volteface.record import Claim, Document, Problem, Report
from volteface.record.kinds import Named, kind_of

ID_LENGTH = 8  # shown of an id, or more where that is ambiguous


def write(documents: Iterable[Document], out: TextIO, view: View) -> None:
    """Writes a table a report as it comes, and at the end what could not be read."""
    page = Page(out, view.width)
    problems: list[Problem] = []
    for document in documents:
        problems += document.problems
        for report in document.reports:
            page.put(Text(_caption(report), style="bold"))
            claims = [claim for claim in document.claims if claim.report == report.id]
            if claims:
                page.block(_table(claims, named_in(document)))
            else:
                page.put(Text("No claims."))
            page.gap()
    for problem in problems:
        page.put(Text(f"not read: {clean(problem.file)}: {clean(problem.message)}"), hang=2)


def _caption(report: Report) -> str:
    parts = (report.title or "Untitled report", report.publisher or "publisher unknown", report.date or "date unknown")
    return ", ".join(clean(part) for part in parts)


def _table(claims: list[Claim], named: Named) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    length = unambiguous(claims)
    table.add_column("Id", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Claim", ratio=3, overflow="fold")
    table.add_column("Says", ratio=2, overflow="fold")
    table.add_column("Sure", justify="right", no_wrap=True)
    for claim in claims:
        label = kind_of(claim).label
        cells = (claim.id[:length], label, _told(claim, named), _says(claim, named), f"{claim.confidence:.2f}")
        table.add_row(*(Text(clean(cell)) for cell in cells))
    return table


def _told(claim: Claim, named: Named) -> str:
    words = standing(claim)
    return f"{words}: {told(claim, named)}" if words else told(claim, named)


def _says(claim: Claim, named: Named) -> str:
    names = chain_names(claim.chain, named)
    return " > ".join(names[1:]) or names[0]


def unambiguous(claims: list[Claim]) -> int:
    """How much of an id tells these claims apart."""
    ids = {claim.id for claim in claims}
    longest = max(len(id) for id in ids)
    return next((n for n in range(ID_LENGTH, longest) if len({id[:n] for id in ids}) == len(ids)), longest)
