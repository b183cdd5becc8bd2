"""What a coder filed -> what stands in the text: the one gate that every coder passes through.

`report.text[start:end] == quote` holds for every span that leaves; a claim or attribution without a grounded span is
dropped and counted, a driver without one is dropped, a reference whose words are not at its offsets loses the offsets,
never the claim.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from volteface.record import Attribution, Claim, Driver, Evidence, Report, Shift
from volteface.record.kinds import kind_of
from volteface.record.words import AttributionId


class Grounded(Struct, frozen=True):
    """What was kept, and how many claims and attributions were not."""

    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    dropped: int


def ground(report: Report, attributions: tuple[Attribution, ...], claims: tuple[Claim, ...]) -> Grounded:
    """Keeps what is verbatim."""
    said = _with_parents([row for a in attributions if (row := _attribution(report, a))])
    known = {a.id for a in said}
    filed = [claim for c in claims if (claim := _claim(report, c, known))]
    dropped = len(attributions) - len(said) + len(claims) - len(filed)
    return Grounded(tuple(said), tuple(filed), dropped)


def stands(report: Report, span: Evidence) -> bool:
    """Whether a quote is in the report, word for word, at its offsets."""
    inside = 0 <= span.start < span.end <= len(report.text)
    return span.report == report.id and inside and report.text[span.start : span.end] == span.quote


def _standing(report: Report, spans: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(s for s in spans if stands(report, s))


def _attribution(report: Report, row: Attribution) -> Attribution | None:
    content = _standing(report, row.content)
    if not content or (row.cue is not None and not stands(report, row.cue)):
        return None
    source = replace(_reference(report, row.source), spans=_standing(report, row.source.spans))
    return replace(row, content=content, source=source, chain=tuple(_reference(report, r) for r in row.chain))


def _with_parents(rows: list[Attribution]) -> list[Attribution]:
    """Attributions whose parents were dropped go with them: their chain would have a hole."""
    while True:
        known = {a.id for a in rows}
        kept = [a for a in rows if a.parent is None or a.parent in known]
        if len(kept) == len(rows):
            return kept
        rows = kept


def _claim(report: Report, claim: Claim, known: set[AttributionId]) -> Claim | None:
    evidence = _standing(report, claim.evidence)
    if not evidence or (claim.attribution is not None and claim.attribution not in known):
        return None
    own: dict[str, Any] = {}
    for name in kind_of(claim).refs:
        value = getattr(claim, name)
        if isinstance(value, tuple):
            own[name] = tuple(_reference(report, r) for r in value)
        elif value is not None:
            own[name] = _reference(report, value)
    if isinstance(claim, Shift):
        own["drivers"] = tuple(driver for d in claim.drivers if (driver := _driver(report, d, known)).evidence)
    return replace(claim, evidence=evidence, chain=tuple(_reference(report, r) for r in claim.chain), **own)


def _driver(report: Report, driver: Driver, known: set[AttributionId]) -> Driver:
    source = driver.attribution if driver.attribution in known else None
    return replace(driver, evidence=_standing(report, driver.evidence), attribution=source)


def _reference(report: Report, ref: Any) -> Any:
    """The reference without offsets that hold other words."""
    if ref.start is None and ref.end is None:
        return ref
    placed = ref.start is not None and ref.end is not None and 0 <= ref.start < ref.end <= len(report.text)
    if placed and report.text[ref.start : ref.end] == ref.text:
        return ref
    return replace(ref, start=None, end=None)
