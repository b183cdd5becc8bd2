"""A document -> per report a story: what a brief says and in which order, as plain data for any renderer.

What is denied, planned or hypothetical never stands among the turns; what is arguable stands last. Every line has a
sentence of the report under it.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from volteface.export.excerpt import ROOM, SHORT_ROOM, Quote
from volteface.export.lines import (
    ARGUABLE,
    Line,
    Scene,
    gathered,
    is_readable,
    line,
    quoted,
    sameness,
    scene,
    weight,
)
from volteface.export.names import chain_names, key, words
from volteface.export.plain import clean
from volteface.export.voices import Voice, voices
from volteface.record import Claim, Demand, Document, Driver, Event, Offer, Ref, Relation, Report, Shift, Stance
from volteface.record.kinds import degree, position
from volteface.record.words import ClaimId

ARGUABLE_SHOWN = 8  # a brief stays brief; the table shows all
UNDATED = "undated"
_POSITIONS = ("SUPPORT", "REJECT", "REQUEST", "ACCUSE")  # acts by which a position or demand is voiced


class Moved(Struct, frozen=True):
    """What is said to have moved a turn."""

    standing: str
    text: str
    quotes: tuple[Quote, ...]
    says: str


Row = TypeVar("Row", Line, Moved)


class Turn(Struct, frozen=True):
    """A headline: who turned, where he stood before and stands now, what moved him, the whole chain that says so."""

    line: Line
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    moved: tuple[Moved, ...]
    chain: str
    folded: frozenset[ClaimId]  # stances that the turn tells


class Group(Struct, frozen=True):
    """Lines under one label, or under none."""

    label: str
    lines: tuple[Line, ...]


class Section(Struct, frozen=True):
    """A titled part of the brief."""

    title: str
    groups: tuple[Group, ...]


class Story(Struct, frozen=True, kw_only=True):
    """All that a brief says of one report."""

    title: str
    publisher: str
    date: str
    claims: int
    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]
    voices: tuple[Voice, ...]
    arguable: tuple[Line, ...]
    arguable_left_out: int
    unreadable: int
    folded: int  # undated acts that a stance or demand above tells already


def stories(document: Document) -> Iterator[Story]:
    """One story a report, in order."""
    for report in document.reports:
        yield story(_alone(document, report), report)


def story(document: Document, report: Report) -> Story:
    """The story of a document with one report."""
    at = scene(document, report)
    readable = [claim for claim in document.claims if is_readable(claim, at.named)]
    sure = [claim for claim in readable if claim.confidence >= ARGUABLE]
    doubted = gathered((c for c in readable if c.confidence < ARGUABLE), at.named)
    turns = _turns(sure, at)
    told = {claim for turn in turns for claim in turn.folded}
    acts = {claim.id for claim in _acts_told_as_positions(sure)}
    return Story(
        title=clean(report.title or "") or "Untitled report",
        publisher=clean(report.publisher or "") or "publisher unknown",
        date=clean(report.date or "") or "date unknown",
        claims=len(document.claims),
        turns=tuple(turns),
        sections=tuple(s for s in _sections([c for c in sure if c.id not in told | acts], at) if s.groups),
        voices=tuple(voices(document, at.full)),
        arguable=tuple(line(group, at) for group in doubted[:ARGUABLE_SHOWN]),
        arguable_left_out=len(doubted[ARGUABLE_SHOWN:]),
        unreadable=len(document.claims) - len(readable),
        folded=len(acts),
    )


def _acts_told_as_positions(claims: list[Claim]) -> Iterator[Event]:
    """Undated acts on the words of a stance or demand: "rejected the plan" stands under who wants what already."""
    positions = [e for c in claims if isinstance(c, Stance | Demand) and c.modality == "asserted" for e in c.evidence]
    for claim in claims:
        if isinstance(claim, Event) and claim.type in _POSITIONS and claim.date is None:
            first = claim.evidence[0]
            if any(e.start < first.end and first.start < e.end for e in positions):
                yield claim


def _alone(document: Document, report: Report) -> Document:
    if len(document.reports) == 1:
        return document
    return Document(
        reports=(report,),
        actors=document.actors,
        attributions=tuple(a for a in document.attributions if a.report == report.id),
        claims=tuple(c for c in document.claims if c.report == report.id),
    )


def _turns(claims: list[Claim], at: Scene) -> list[Turn]:
    shifts = [c for c in claims if isinstance(c, Shift) and c.modality == "asserted"]
    stances = [c for c in claims if isinstance(c, Stance) and c.modality == "asserted"]
    return [_turn(group, stances, at) for group in gathered(shifts, at.named)]


def _turn(group: list[Shift], stances: list[Stance], at: Scene) -> Turn:
    shift = next((s for s in group if s.from_ is not None), group[0])
    ordered = [shift, *(s for s in group if s is not shift)]
    head = line(ordered, at, quotes=2)
    own = [s for s in stances if _same(s.holder, shift.holder, at) and _related(s.target, shift.target, at)]
    before = [s for s in own if not s.current and _agrees(s, shift.from_)]
    after = [s for s in own if s.current and _agrees(s, shift.to) and shift.to is not None]
    return Turn(
        head,
        tuple(_telling((_unrepeated(_end(g, shift, at), head) for g in gathered(before, at.named)), shift.from_)),
        tuple(_telling((_unplaced(_end(g, shift, at), head) for g in gathered(after, at.named)), shift.to)),
        tuple(_unrepeated(moved, head) for moved in _moved(ordered, at)),
        " > ".join(chain_names(shift.chain, at.full)),
        frozenset(stance.id for stance in (*before, *after)),
    )


def _end(stances: list[Stance], shift: Shift, at: Scene) -> Line:
    """Where the holder stood or stands."""
    best = stances[0]
    told = [degree(best.polarity)]
    if not _same(best.target, shift.target, at):
        told.append(f"({at.named(best.target)})")
    if best.time.text:
        told.append(f"[{clean(best.time.text)}]")
    return line(stances, at, text=" ".join(told))


def _telling(rows: Iterable[Line], polarity: float | None) -> Iterator[Line]:
    """The rows that tell more than the headline's word for where the holder stood or stands."""
    return (row for row in rows if row.quotes or polarity is None or row.text != position(polarity))


def _unplaced(row: Line, head: Line) -> Line:
    """The row without quotes from the sentences that the headline quotes."""
    shown = {quote.place for quote in head.quotes}
    return replace(row, quotes=tuple(quote for quote in row.quotes if quote.place not in shown))


def _unrepeated(row: Row, head: Line) -> Row:
    """The row without the quotes whose evidence the headline shows."""
    shown = " ".join(map(str, head.quotes))
    return replace(row, quotes=tuple(quote for quote in row.quotes if _bare(quote) not in shown))


def _bare(quote: Quote) -> str:
    return quote.evidence.strip("… ")


def _agrees(stance: Stance, polarity: float | None) -> bool:
    return polarity is None or position(stance.polarity) == position(polarity)


def _same(one: Ref, other: Ref, at: Scene) -> bool:
    return key(at.named(one)) == key(at.named(other))


def _related(one: Ref, other: Ref, at: Scene) -> bool:
    """Whether one target's words are among the other's: "the levy" and "the dairy levy"."""
    mine, others = (set(words(at.named(ref))) for ref in (one, other))
    return bool(mine and others) and (mine <= others or others <= mine)


def _moved(shifts: list[Shift], at: Scene) -> Iterator[Moved]:
    seen: set[str] = set()
    for shift in shifts:
        for driver in shift.drivers:
            if key(driver.text) not in seen:
                seen.add(key(driver.text))
                standing = "" if driver.modality == "asserted" else driver.modality
                yield Moved(standing, clean(driver.text), *_source(driver, shift, at))


def _source(driver: Driver, shift: Shift, at: Scene) -> tuple[tuple[Quote, ...], str]:
    own = next((a for a in at.document.attributions if a.id == driver.attribution), None)
    says = " > ".join(chain_names(own.chain, at.full)[1:]) if own and own.id != shift.attribution else ""
    return quoted(driver.evidence, at)[:1], says


def _sections(claims: list[Claim], at: Scene) -> Iterator[Section]:
    turned = [c for c in claims if isinstance(c, Shift) and c.modality != "asserted"]
    yield Section("Turns that are denied, planned or hypothetical", _plain(turned, at))
    demands = [c for c in claims if isinstance(c, Demand)]
    yield Section("Who wants what", (*_by_target(claims, at), *_plain(demands, at, label="Demands")))
    yield Section("Deals offered and demanded", _plain([c for c in claims if isinstance(c, Offer)], at, quotes=2))
    yield Section("Events", _in_order([c for c in claims if isinstance(c, Event)], at))
    yield Section("Ties", _plain([c for c in claims if isinstance(c, Relation)], at, room=SHORT_ROOM))


def _plain(
    claims: Iterable[Claim], at: Scene, *, label: str = "", room: int = ROOM, quotes: int = 1
) -> tuple[Group, ...]:
    return _group(label, (line(group, at, room=room, quotes=quotes) for group in gathered(claims, at.named)))


def _group(label: str, lines: Iterable[Line]) -> tuple[Group, ...]:
    found = tuple(lines)
    return (Group(label, found),) if found else ()


def _by_target(claims: list[Claim], at: Scene) -> Iterator[Group]:
    """Stances by what they are about; the targets that most is said about come first."""
    targets: dict[str, list[list[Stance]]] = {}
    for group in gathered((c for c in claims if isinstance(c, Stance)), at.named):
        targets.setdefault(key(at.named(group[0].target)), []).append(group)
    for groups in sorted(targets.values(), key=lambda groups: (-len(groups), weight(groups[0][0]))):
        lines = (line(g, at, text=f"{at.named(g[0].holder)}: {degree(g[0].polarity)}") for g in groups)
        yield Group(at.named(groups[0][0].target), tuple(lines))


def _in_order(events: list[Event], at: Scene) -> tuple[Group, ...]:
    """Events by date, then position in the text; those without a date last."""
    groups = _dates_shared(gathered(events, at.named), at)
    groups.sort(key=lambda group: (_date(group[0]) or "~", group[0].evidence[0].start))
    return _group("", (line(group, at, when=_date(group[0]) or UNDATED) for group in groups))


def _date(event: Event) -> str:
    return clean(event.date or event.time.start or "")


def _dates_shared(groups: list[list[Event]], at: Scene) -> list[list[Event]]:
    """The same groups, but one without a date joins the first that differs from it by its date alone."""
    homes: dict[object, list[Event]] = {}
    kept = []
    for group in sorted(groups, key=lambda group: group[0].date is None):
        home = homes.setdefault(sameness(replace(group[0], date=None), at.named), group)
        if group[0].date is None and home is not group:
            home.extend(group)
        else:
            kept.append(group)
    return kept
