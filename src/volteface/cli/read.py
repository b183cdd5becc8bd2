"""`volteface read`: reports in, the record out, in one of the formats."""

import argparse
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from volteface.cli import arguments
from volteface.cli.streams import complain, opened
from volteface.errors import UsageError
from volteface.export import FORMATS, View, write
from volteface.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from volteface.export.select import Wanted
    from volteface.pipeline import Reading
    from volteface.record import Claim, Document

IDS_SHOWN = 5  # of those that begin alike


def add(commands: arguments.Subparsers) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "read", help="read reports and show what they say", description="Reads reports and shows what they say."
    )
    parser.set_defaults(run=run)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, a folder, or - for standard input")
    _add_output(parser.add_argument_group("output"))
    _add_filters(parser.add_argument_group("which claims (default: all)"))
    _add_settings(parser.add_argument_group("how to read"))


def _add_output(group: argparse._ArgumentGroup) -> None:
    formats = "; ".join(f"{f.name}: {f.says}" for f in FORMATS.values())
    group.add_argument("--format", choices=FORMATS, default="brief", help=f"{formats} (default: brief)")
    group.add_argument("-o", "--output", metavar="FILE", help="write to FILE, which is replaced once all is written")
    group.add_argument("--explain", metavar="CLAIM", help="show why one claim was filed: its id, or how it begins")
    group.add_argument("--quiet", action="store_true", help="show no progress")


def _add_filters(group: argparse._ArgumentGroup) -> None:
    kinds = ", ".join(arguments.KINDS)
    group.add_argument("--kind", action="extend", type=arguments.kinds, default=[], help=f"one or more of {kinds}")
    group.add_argument("--actor", metavar="NAME", help="claims on actors with NAME in one of their names")
    group.add_argument(
        "--min-confidence", metavar="X", type=arguments.confidence, default=0.0, help="from 0 to 1 (default: 0)"
    )


def _add_settings(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--publisher", metavar="NAME", help="publisher of reports that name none")
    group.add_argument("--date", type=arguments.iso_date, help="date of reports without one, as YYYY-MM-DD")
    group.add_argument("--language", metavar="TAG", help="language of reports without one, as en or ar")
    group.add_argument("--encoding", type=arguments.encoding, help="encoding of text files that are not UTF-8")
    group.add_argument(
        "--max-characters",
        metavar="N",
        type=arguments.characters,
        default=DEFAULTS.characters,
        help=f"longest text that is read (default: {DEFAULTS.characters:,})",
    )
    group.add_argument(
        "--max-seconds",
        metavar="N",
        type=arguments.seconds,
        default=DEFAULTS.seconds,
        help=f"time that one report may take (default: {DEFAULTS.seconds:g})",
    )
    group.add_argument(
        "--frames", metavar="FOLDER", type=arguments.folder, help="a folder of frames (*.yaml) laid over ours, by name"
    )
    group.add_argument(
        "--model", default=DEFAULTS.model, help=f"an installed spaCy pipeline (default: {DEFAULTS.model})"
    )


def run(args: argparse.Namespace) -> int:
    """Reads the inputs and writes the format, or explains one claim; 1 if an input could not be read."""
    from volteface.export.select import Wanted

    wanted = Wanted(kinds=frozenset(args.kind), actor=args.actor, min_confidence=args.min_confidence)
    failures = Failures()
    with opened(args.output) as out:
        readings = failures.told(_readings(args))
        if args.explain is not None:
            _explain(args.explain, readings, out)
        else:
            write(args.format, _documents(readings, wanted), out, View(filtered=wanted != Wanted()))
    return 1 if failures.count else 0


class Failures:
    """How many inputs could not be read; each is said on standard error when it comes."""

    def __init__(self) -> None:
        """Starts at none."""
        self.count = 0

    def told(self, readings: "Iterable[Reading]") -> "Iterator[Reading]":
        """The same readings, their problems said and counted, what had to be assumed said."""
        for reading in readings:
            for note in reading.notes:
                complain(note)
            for problem in reading.document.problems:
                self.count += 1
                complain(f"{problem.file}: {problem.message}")
            yield reading


def _readings(args: argparse.Namespace) -> "Iterator[Reading]":
    from volteface import pipeline
    from volteface.cli.progress import watched

    several = len(args.inputs) > 1 or any(os.path.isdir(name) for name in args.inputs)
    return watched(pipeline.read(args.inputs, _settings(args)), quiet=args.quiet, several=several)


def _settings(args: argparse.Namespace) -> Settings:
    return Settings(
        publisher=args.publisher,
        date=args.date,
        language=args.language,
        encoding=args.encoding,
        frames=args.frames,
        model=args.model,
        seconds=args.max_seconds,
        characters=args.max_characters,
    )


def _documents(readings: "Iterable[Reading]", wanted: "Wanted") -> "Iterator[Document]":
    from volteface.export.select import selected

    documents = (reading.document for reading in readings)
    return (selected(document, wanted) for document in documents if document.reports or document.problems)


def _explain(id: str, readings: "Iterable[Reading]", out: TextIO) -> None:
    from volteface.export import explain

    reading, claim = _found(id, readings)
    explain.write(reading.document, claim, reading.reasons.get(claim.id), out)


def _found(id: str, readings: "Iterable[Reading]") -> "tuple[Reading, Claim]":
    """The one claim that has the id, or the only one whose id begins so."""
    found = {c.id: (r, c) for r in readings for c in r.document.claims if id and c.id.startswith(id)}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise UsageError(f"no claim here has the id {id!r}; --format table shows the ids")
    exact = [pair for pair in found.values() if pair[1].id == id]
    if not exact:
        shown = ", ".join([*islice(found, IDS_SHOWN), *["…"][: len(found) > IDS_SHOWN]])
        raise UsageError(f"{len(found):,} claims have ids that begin with {id!r}: {shown}; give more of it")
    return exact[0]
