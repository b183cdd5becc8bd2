"""A document -> its faults against the contract: spans outside the text, quotes not verbatim, ids that lead nowhere.

Form (fields, types, closed words) is checked on decoding; here stands what only the whole document can tell.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from volteface.record.claims import Claim, Event, Participant, Shift
from volteface.record.document import Document
from volteface.record.kinds import refs
from volteface.record.parts import Attribution, Evidence, Ref, Source

_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?")


class Fault(Struct, frozen=True):
    """What is wrong, and where: `claims[3].evidence[0]`."""

    place: str
    message: str


class _Known(Struct):
    texts: dict[str, str]
    actors: set[str]
    attributions: dict[str, Attribution]


def faults(document: Document) -> Iterator[Fault]:
    """Every fault of the document, in order; none for a record that keeps the contract."""
    known = _Known(
        texts={r.id: r.text for r in document.reports},
        actors={a.id for a in document.actors},
        attributions={a.id: a for a in document.attributions},
    )
    for name in ("reports", "actors", "attributions", "claims"):
        yield from _twice(name, [row.id for row in getattr(document, name)])
    for i, report in enumerate(document.reports):
        if report.date is not None and not _ISO.fullmatch(report.date):
            yield Fault(f"reports[{i}].date", f"{report.date!r} is no ISO 8601 date; write 2020, 2020-02 or 2020-02-26")
    for i, attribution in enumerate(document.attributions):
        yield from _attribution(f"attributions[{i}]", attribution, known)
    for i, claim in enumerate(document.claims):
        yield from _claim(f"claims[{i}]", claim, known)


def _twice(name: str, ids: Iterable[str]) -> Iterator[Fault]:
    for id, times in Counter(ids).items():
        if times > 1:
            yield Fault(name, f"id {id!r} stands {times} times; ids are unique within a document")


def _attribution(place: str, row: Attribution, known: _Known) -> Iterator[Fault]:
    yield from _report(place, row.report, known)
    spans = [("content", row.content), ("source.spans", row.source.spans)]
    if row.cue:
        spans.append(("cue", (row.cue,)))
    for name, quotes in spans:
        yield from _quotes(f"{place}.{name}", quotes, known)
    if not row.content:
        yield Fault(f"{place}.content", "is empty; an attribution carries the words that it attributes")
    yield from _ref(f"{place}.source", row.source, row.report, known)
    yield from _chain(place, row.chain, row.report, known)
    yield from _ancestry(place, row, known)


def _ancestry(place: str, row: Attribution, known: _Known) -> Iterator[Fault]:
    seen = {row.id}
    parent = row.parent
    while parent is not None:
        if parent not in known.attributions:
            yield Fault(f"{place}.parent", f"no attribution has the id {parent!r}")
            return
        if parent in seen:
            yield Fault(f"{place}.parent", f"{parent!r} is nested in itself")
            return
        seen.add(parent)
        parent = known.attributions[parent].parent


def _claim(place: str, claim: Claim, known: _Known) -> Iterator[Fault]:
    yield from _report(place, claim.report, known)
    yield from _quotes(f"{place}.evidence", claim.evidence, known)
    if claim.attribution is not None and claim.attribution not in known.attributions:
        yield Fault(f"{place}.attribution", f"no attribution has the id {claim.attribution!r}")
    for name, ref in refs(claim):
        yield from _ref(f"{place}.{name}", ref, claim.report, known)
    yield from _chain(place, claim.chain, claim.report, known)
    if isinstance(claim, Shift):
        for i, driver in enumerate(claim.drivers):
            yield from _quotes(f"{place}.drivers[{i}].evidence", driver.evidence, known)
            if driver.attribution is not None and driver.attribution not in known.attributions:
                yield Fault(f"{place}.drivers[{i}].attribution", f"no attribution has the id {driver.attribution!r}")
    if isinstance(claim, Event) and claim.date != claim.time.start:
        yield Fault(f"{place}.date", f"is {claim.date!r} but time.start is {claim.time.start!r}; the two are the same")


def _report(place: str, report: str, known: _Known) -> Iterator[Fault]:
    if report not in known.texts:
        yield Fault(f"{place}.report", f"no report has the id {report!r}")


def _chain(place: str, chain: tuple[Ref, ...], report: str, known: _Known) -> Iterator[Fault]:
    if not chain:
        yield Fault(f"{place}.chain", 'is empty; it begins with the publisher, {"actor": null, "text": ""} if unknown')
    for i, ref in enumerate(chain):
        yield from _ref(f"{place}.chain[{i}]", ref, report, known)


def _ref(place: str, ref: Ref | Participant | Source, report: str, known: _Known) -> Iterator[Fault]:
    if ref.actor is not None and ref.actor not in known.actors:
        yield Fault(f"{place}.actor", f"no actor has the id {ref.actor!r}")
    if (ref.start is None) != (ref.end is None):
        yield Fault(place, "has one offset of two; give start and end, or neither")
    elif ref.start is not None and ref.end is not None:
        yield from _verbatim(place, ref.start, ref.end, ref.text, known.texts.get(report))


def _quotes(place: str, quotes: tuple[Evidence, ...], known: _Known) -> Iterator[Fault]:
    for i, quote in enumerate(quotes):
        here = f"{place}[{i}]"
        yield from _report(here, quote.report, known)
        yield from _verbatim(here, quote.start, quote.end, quote.quote, known.texts.get(quote.report))


def _verbatim(place: str, start: int, end: int, words: str, text: str | None) -> Iterator[Fault]:
    if text is None:
        return
    if not 0 <= start < end <= len(text):
        yield Fault(place, f"offsets {start}..{end} are not inside the text of {len(text)} characters")
    elif text[start:end] != words:
        yield Fault(place, f"offsets {start}..{end} hold {text[start:end]!r}, not {words!r}")
