"""`volteface demo`: the bundled reports in, their brief out, and what to try next."""

import argparse
import sys
from importlib.resources import files

from volteface.cli import arguments
from volteface.cli.read import Failures
from volteface.errors import VoltefaceError
from volteface.export import View, write
from volteface.record.words import ClaimKind

# What a newcomer sees first: who turned, and who offered and asked what; the rest is one command away.
TURNS_AND_DEALS: frozenset[ClaimKind] = frozenset({"shift", "offer", "demand"})
NEXT = """
What to try next
  volteface read {folder}/06-the-meeting-in-qom.txt
                                               the whole brief: stances, events, ties too
  volteface read REPORT.txt                    the brief of a report of yours
  volteface read FOLDER --format table         one row a claim, with its id
  volteface read REPORT.txt --explain ID       why a claim was filed
  volteface read FOLDER --kind shift,offer     turns and deals alone
  volteface read FOLDER --format csv -o record.csv
The reports just read are in {folder}
"""


def add(commands: arguments.Subparsers) -> None:
    """Adds the command to the parser."""
    about = "read the bundled reports and show what to try next"
    commands.add_parser("demo", help=about, description=about.capitalize() + ".").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the brief of the bundled reports."""
    from volteface import pipeline
    from volteface.cli.progress import watched
    from volteface.export.select import Wanted, selected

    folder = files("volteface") / "examples"
    names = sorted(str(entry) for entry in folder.iterdir() if entry.name.endswith(".txt")) if folder.is_dir() else []
    if not names:
        raise VoltefaceError(f"the bundled reports are missing from {folder}; install volteface again")
    failures = Failures()
    readings = failures.told(watched(pipeline.read(names), quiet=False, several=True))
    documents = (selected(reading.document, Wanted(kinds=TURNS_AND_DEALS)) for reading in readings)
    write("brief", documents, sys.stdout, View(filtered=True))
    sys.stdout.write(NEXT.format(folder=folder))
    return 1 if failures.count else 0
