"""`volteface schema`: nothing in, the JSON Schema of a volteface/1 document out."""

import argparse
import sys

from volteface.cli import arguments


def add(commands: arguments.Subparsers) -> None:
    """Adds the command to the parser."""
    about = "print the JSON Schema of a volteface/1 document"
    commands.add_parser("schema", help=about, description=about.capitalize() + ".").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the schema."""
    import json

    from volteface.record import json_schema

    sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
    return 0
