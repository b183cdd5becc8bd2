"""Findings -> the same, told apart into positions held now and positions of the past."""

from msgspec.structs import replace

from volteface.coding.dates import is_background, when
from volteface.coding.finding import Finding
from volteface.grammar import Parsed, clause_of


def with_time(parsed: Parsed, finding: Finding, report_date: str | None) -> Finding:
    """The finding with `current` filled in, by tense and time words."""
    if finding.current is not None:
        return finding
    clause = clause_of(parsed, finding.anchor)
    time = when(parsed, clause, report_date)
    return replace(finding, current=not is_background(parsed, clause, time, report_date, kind=finding.kind))
