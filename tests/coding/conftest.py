"""The parser, loaded once for all tests that need it."""

from volteface.grammar import Parsed, parse


def parse_one(text: str) -> Parsed:
    """The parse of one text."""
    return next(iter(parse([text])))
