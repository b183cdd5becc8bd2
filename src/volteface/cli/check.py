"""`volteface check`: volteface/1 JSON in, its faults against the contract out."""

import argparse
import sys

from volteface.cli import arguments
from volteface.cli.streams import complain
from volteface.errors import InputError
from volteface.settings import Settings

LIMITS = Settings(file_bytes=500_000_000)  # a record is longer than its reports, and holds many


def add(commands: arguments.Subparsers) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="check volteface/1 JSON against the contract",
        description="Checks volteface/1 JSON, one object or one a line, against the contract.",
    )
    parser.set_defaults(run=run)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a .json or .jsonl file, or - for standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how faults are told")


def run(args: argparse.Namespace) -> int:
    """Writes each file's faults; 1 if there are any or a file cannot be read."""
    from volteface.export import faults

    failed = False
    found: list[faults.Found] = []
    for name in args.files:
        try:
            found += faults.faults_in(name, _bytes(name))
        except InputError as error:
            complain(f"{name}: {error}")
            failed = True
    faults.write(found, sys.stdout, as_json=args.format == "json")
    if not found and not failed and args.format == "text":
        sys.stdout.write(f"{', '.join(args.files)}: no fault\n")
    return 1 if failed or found else 0


def _bytes(name: str) -> bytes:
    from volteface.reading.files import load, load_stream

    return load_stream(sys.stdin.buffer, LIMITS) if name == "-" else load(name, LIMITS)
