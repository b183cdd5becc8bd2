"""The order of everything: read -> code -> ground -> file.

Inputs come in as paths, documents go out one a report; a bad input becomes a document with one problem, and so does a
report in a language without a coder or one that takes longer than it may. The others are still read.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice
from typing import BinaryIO

from msgspec import Struct

from volteface.coding.coder import CODERS, Coded, Coder, coder_for
from volteface.coding.finding import Reason
from volteface.coding.ground import ground
from volteface.deadline import OutOfTimeError, deadline
from volteface.errors import UsageError
from volteface.reading import Received, receive
from volteface.record import Document, Problem, Report
from volteface.record.words import ClaimId, ReportId
from volteface.settings import DEFAULTS, Settings

_TOGETHER = 16  # reports coded in one go: enough to keep the parser busy, few enough to keep memory flat
_LONG = 20_000  # characters from which a report is coded on its own


class Reading(Struct, frozen=True, kw_only=True):
    """One input's document, what spoke for each of its claims, how many findings were not grounded, and remarks."""

    document: Document
    reasons: dict[ClaimId, Reason] = {}
    dropped: int = 0
    notes: tuple[str, ...] = ()


def read(inputs: Iterable[str], settings: Settings = DEFAULTS, stdin: BinaryIO | None = None) -> Iterator[Reading]:
    """Each report of the inputs (files, folders, "-") as one Reading, in order."""
    coders = [make(settings) for make in CODERS]
    source = receive(inputs, settings, stdin)
    seen: set[ReportId] = set()
    while batch := _batch(source):
        news = [_is_new(received, seen) for received in batch]
        coded = _coded(list(compress(batch, news)), coders, settings)
        for received, new in zip(batch, news, strict=True):
            yield next(coded) if new else _repeated(received)


def _is_new(received: Received, seen: set[ReportId]) -> bool:
    """Whether the run has not met the report yet; remembers it."""
    if isinstance(received.item, Problem):
        return True
    new = received.item.id not in seen
    seen.add(received.item.id)
    return new


def _repeated(received: Received) -> Reading:
    return Reading(document=Document(), notes=(f"{_spot(received)}: the same report as one before; read once",))


def _batch(source: Iterator[Received]) -> list[Received]:
    """The next few inputs; a long report ends its batch."""
    batch: list[Received] = []
    for received in islice(source, _TOGETHER):
        batch.append(received)
        if isinstance(received.item, Report) and len(received.item.text) > _LONG:
            break
    return batch


def _coded(batch: list[Received], coders: Sequence[Coder], settings: Settings) -> Iterator[Reading]:
    groups: dict[int, Coder] = {}
    for k, received in enumerate(batch):
        coder = coder_for(received.item.language, coders) if isinstance(received.item, Report) else None
        if coder is not None:
            groups[k] = coder
    codings = _by_coder(batch, groups, settings)
    for k, received in enumerate(batch):
        if isinstance(received.item, Problem):
            yield Reading(document=Document(problems=(received.item,)))
        else:
            yield _reading(received, received.item, codings.get(k), coders)


def _by_coder(batch: list[Received], groups: dict[int, Coder], settings: Settings) -> dict[int, Coded | str]:
    """What each coder filed on its reports, by their place in the batch, or what went wrong."""
    done: dict[int, Coded | str] = {}
    for coder in dict.fromkeys(groups.values()):
        places = [k for k, c in groups.items() if c is coder]
        reports = [item for k in places if isinstance(item := batch[k].item, Report)]
        done.update(zip(places, code(reports, coder, settings), strict=True))
    return done


def code(reports: Sequence[Report], coder: Coder, settings: Settings) -> list[Coded | str]:
    """Each report coded, or what went wrong with it; where a batch fails, each of its reports is tried on its own."""
    try:
        with deadline(settings.seconds):
            return _one_each(reports, coder)
    except OutOfTimeError:
        fault = f"took longer than {settings.seconds:g} seconds; split it, or allow more with --max-seconds"
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - one report must never end the run of the others; the fault is shown
        fault = f"the coder failed ({type(error).__name__}: {error}); please report it with the text"
    if len(reports) == 1:
        return [fault]
    return [coded for report in reports for coded in code([report], coder, settings)]


def _one_each(reports: Sequence[Report], coder: Coder) -> list[Coded | str]:
    coded = list(coder.code(reports))
    if len(coded) != len(reports):
        raise ValueError(f"{coder.name} gave {len(coded)} results for {len(reports)} reports")
    return [*coded]


def _reading(received: Received, report: Report, coded: Coded | str | None, coders: Sequence[Coder]) -> Reading:
    if coded is None:
        return _problem(received, _no_coder(report, coders))
    if isinstance(coded, str):
        return _problem(received, coded)
    grounded = ground(report, coded.attributions, coded.claims)
    document = Document(
        reports=(report,), actors=coded.actors, attributions=grounded.attributions, claims=grounded.claims
    )
    return Reading(
        document=document,
        reasons={c.id: coded.reasons[c.id] for c in grounded.claims},
        dropped=grounded.dropped,
        notes=(f"{_spot(received)}: language assumed to be {report.language}",) if received.language_assumed else (),
    )


def _no_coder(report: Report, coders: Sequence[Coder]) -> str:
    known = ", ".join(sorted({language for c in coders for language in c.languages}))
    return f"no coder for the language {report.language!r} (there are: {known}); if it is wrong, give it by --language"


def _problem(received: Received, message: str) -> Reading:
    where = f"{received.place}: " if received.place else ""
    return Reading(document=Document(problems=(Problem(received.file, where + message),)))


def _spot(received: Received) -> str:
    """The file, and the place in it where it holds many reports."""
    return f"{received.file}: {received.place}" if received.place else received.file
