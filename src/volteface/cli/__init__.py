"""Arguments in, exit status out: 0 done, 1 something failed, 2 wrong usage, 130 interrupted, 143 terminated.

Nothing heavy is imported before a command needs it.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from volteface import __version__
from volteface.cli import check, demo, read, schema
from volteface.cli.ending import EndedError, endings_raised
from volteface.cli.streams import all_open, complain, in_utf8
from volteface.errors import UsageError, VoltefaceError

COMMANDS = (read, check, schema, demo)

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that `argv` asks for and gives its exit status."""
    all_open()
    in_utf8(sys.stdout, sys.stderr)
    try:
        with endings_raised():
            status = _run(argv)
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        return _reader_left()
    except EndedError as ended:
        complain("terminated")
        return ended.status
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except UsageError as error:
        complain(str(error))
        return WRONG_USAGE
    except (VoltefaceError, OSError) as error:
        complain(str(error))
        return FAILED


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    found = argparse.ArgumentParser(
        prog="volteface",
        description="Who took which position, who changed it, when, what moved them, and who says so.",
        epilog="New here? Try: volteface demo",
    )
    found.add_argument("--version", action="version", version=f"volteface {__version__}")
    commands = found.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return found


def _run(argv: Sequence[str] | None) -> int:
    whole = parser()
    try:
        args = whole.parse_args(argv)
    except SystemExit as asked:
        return asked.code if isinstance(asked.code, int) else WRONG_USAGE
    if not hasattr(args, "run"):
        whole.print_help(sys.stderr)
        return WRONG_USAGE
    status: int = args.run(args)
    return status


def _reader_left() -> int:
    """`| head` has read enough, which is no failure; Python's own flush at the end must not complain either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
