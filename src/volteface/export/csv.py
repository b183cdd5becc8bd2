"""Documents -> one row a claim, for a spreadsheet (RFC 4180).

No cell is a formula: what a report says is never computed by the program that opens the file.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from volteface.export.names import chain_names, named_in
from volteface.export.plain import lined
from volteface.export.view import View
from volteface.record import Claim, Document, Event, Participant, Ref, Report, Shift, Stance, Time
from volteface.record.kinds import Named, kind_of, sentence, sides

COLUMNS = (
    "report",
    "publisher",
    "date",
    "kind",
    "sentence",
    "party",
    "counterparty",
    "polarity",
    "from",
    "to",
    "type",
    "modality",
    "current",
    "confidence",
    "time",
    "place",
    "chain",
    "attribution",
    "evidence",
    "start",
    "end",
    "claim",
)

# Spreadsheets compute cells that begin so; the full-width forms are computed where the input method is East Asian.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def write(documents: Iterable[Document], out: TextIO, view: View) -> None:
    """Writes the header, then each document's claims as they come."""
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for document in documents:
        reports = {report.id: report for report in document.reports}
        named = named_in(document)
        for claim in document.claims:
            rows.writerow([cell(value) for value in _row(claim, reports.get(claim.report), named)])


def cell(value: object) -> str:
    """The value as text that no spreadsheet computes; plain numbers stay numbers."""
    if value is None:
        return ""
    text = lined(str(value))
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _row(claim: Claim, report: Report | None, named: Named) -> Sequence[object]:
    first, second = sides(claim)
    spot = claim.evidence[0]
    return (
        claim.report,
        report.publisher if report else None,
        report.date if report else None,
        kind_of(claim).name,
        sentence(claim, named),
        _names(first, named),
        _names(second, named),
        claim.polarity if isinstance(claim, Stance) else None,
        *((claim.from_, claim.to) if isinstance(claim, Shift) else (None, None)),
        claim.type if isinstance(claim, Event) else None,
        claim.modality,
        "true" if claim.current else "false",
        claim.confidence,
        _time(claim.time),
        named(claim.place) if isinstance(claim, Event) else None,
        " > ".join(chain_names(claim.chain, named)),
        claim.attribution,
        " … ".join(piece.quote for piece in claim.evidence),
        spot.start,
        spot.end,
        claim.id,
    )


def _names(refs: Sequence[Ref | Participant], named: Named) -> str:
    return "; ".join(named(ref) for ref in refs)


def _time(time: Time) -> str | None:
    """An ISO date or interval; the report's words where it gives no date."""
    if time.start is None and time.end is None:
        return time.text
    return time.start if time.start == time.end else f"{time.start or '..'}/{time.end or '..'}"
