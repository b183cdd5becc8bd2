"""A path or standard input -> its bytes, never more than the limit; what cannot be read is an InputError."""

import os
import stat
from typing import BinaryIO

from volteface.errors import InputError
from volteface.settings import Settings


def load(path: str, settings: Settings) -> bytes:
    """The bytes of a regular file; its size is checked before any is read."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is no ordinary file; give a file with a report, or pipe it into `-`")
        check_size(status.st_size, settings)
        with open(path, "rb") as file:
            return _bounded(file, settings)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise unreadable(error) from error


def load_stream(stream: BinaryIO, settings: Settings) -> bytes:
    """The bytes of standard input, read no further than the limit."""
    try:
        return _bounded(stream, settings)
    except (OSError, ValueError) as error:  # ValueError: a closed stream
        raise InputError(f"cannot be read ({error}); pipe a report in, or name a file") from error


def check_size(size: int, settings: Settings) -> None:
    """Raises InputError for more bytes than one file may have."""
    if size > settings.file_bytes:
        raise InputError(
            f"is larger than {_mega(settings.file_bytes)}, the limit for one file; split it into smaller ones"
        )


def unreadable(error: OSError | ValueError) -> InputError:
    """The fault of a path, in words and with its cure."""
    match error:
        case FileNotFoundError():
            return InputError("does not exist; check the name")
        case PermissionError():
            return InputError("may not be read; give yourself the right to read it")
        case OSError():
            return InputError(f"cannot be read ({error.strerror}); check the name and the disk")
        case _:
            return InputError("does not exist; check the name")


def _bounded(stream: BinaryIO, settings: Settings) -> bytes:
    raw = stream.read(settings.file_bytes + 1)
    check_size(len(raw), settings)
    return raw


def _mega(size: int) -> str:
    return f"{size / 1e6:g} MB"
