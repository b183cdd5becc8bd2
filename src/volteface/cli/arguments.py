"""Words of the command line -> values; a wrong one is told with its cure."""

import argparse
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TypeAlias, get_args

from volteface.record.words import ClaimKind

# argparse gives the type of what add_subparsers returns no public name.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)


def kinds(words: str) -> list[ClaimKind]:
    """ "shift,stance" as kinds of claim."""
    found = [word.strip() for word in words.split(",") if word.strip()]
    wrong = [word for word in found if word not in KINDS]
    if wrong or not found:
        raise ArgumentTypeError(f"no kind of claim: {', '.join(wrong) or 'nothing'}; kinds are {', '.join(KINDS)}")
    return [kind for kind in KINDS if kind in found]


def confidence(word: str) -> float:
    """A number from 0 to 1."""
    number = _number(word)
    if not 0 <= number <= 1:
        raise ArgumentTypeError(f"{word} is not between 0 and 1")
    return number


def seconds(word: str) -> float:
    """A number above 0."""
    number = _number(word)
    if not 0 < number < float("inf"):
        raise ArgumentTypeError(f"{word} is not a number of seconds above 0")
    return number


def characters(word: str) -> int:
    """A whole number above 0."""
    if not word.isascii() or not word.isdigit() or int(word) == 0:
        raise ArgumentTypeError(f"{word} is not a whole number above 0")
    return int(word)


def iso_date(word: str) -> str:
    """A date as YYYY-MM-DD, YYYY-MM or YYYY."""
    if not _is_date(word):
        raise ArgumentTypeError(f"{word} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    return word


def _is_date(word: str) -> bool:
    whole = f"{word}-01-01"[:10]
    if [len(part) for part in whole.split("-")] != [4, 2, 2] or len(word) not in (4, 7, 10):
        return False
    try:
        date.fromisoformat(whole)
    except ValueError:
        return False
    return True


def folder(word: str) -> Path:
    """A folder that is there."""
    path = Path(word)
    if not path.is_dir():
        raise ArgumentTypeError(f"{word} is no folder")
    return path


def encoding(word: str) -> str:
    """The name of a text encoding that Python knows."""
    import codecs

    try:
        return codecs.lookup(word).name
    except LookupError:
        raise ArgumentTypeError(f"{word} is no known encoding; examples: utf-8, windows-1252, windows-1256") from None


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise ArgumentTypeError(f"{word} is no number") from None
