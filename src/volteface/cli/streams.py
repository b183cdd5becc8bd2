"""Where a command's words go: standard output and error in UTF-8, or a file that is whole or not there."""

import io
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from volteface.errors import UsageError, VoltefaceError


def all_open() -> None:
    """Opens on nothing whatever standard stream the caller closed, so that no file of ours takes its number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:  # the lowest free number is given
        os.set_inheritable(number, True)
    os.close(number)
    # Python has None for a stream that was closed when it started, whatever the type stubs say.
    sys.stdin, sys.stdout, sys.stderr = (
        stream or _open(Path(os.devnull), mode)
        for stream, mode in ((sys.stdin, "r"), (sys.stdout, "w"), (sys.stderr, "w"))
    )


def in_utf8(*streams: TextIO) -> None:
    """Makes standard streams UTF-8 whatever the locale; what UTF-8 cannot say is escaped."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str) -> None:
    """Says what is wrong on standard error, on one line."""
    from volteface.export.plain import clean

    with suppress(BrokenPipeError):
        print(f"volteface: {clean(message)}", file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """Standard output, or the file `output`, which is replaced once all is written and stays as it is on failure."""
    if output is None or output == "-":
        yield sys.stdout
        return
    path = Path(os.path.realpath(output))
    if path.is_dir():
        raise UsageError(f"-o {output}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"-o {output}: the folder {path.parent} does not exist; create it first")
    if path.exists() and not path.is_file():
        with _open(path, "w") as stream:  # a device such as /dev/null cannot be replaced
            yield stream
        return
    if path.exists() and not os.access(path, os.W_OK):
        raise VoltefaceError(f"-o {output}: may not be written; give yourself the right to write it")
    with _replacing(path) as stream:
        yield stream


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    temporary = path.with_name(f".volteface-{secrets.token_hex(8)}.part")
    try:
        stream = _open(temporary, "x")
    except OSError as error:
        raise VoltefaceError(f"-o {path}: cannot be written ({error.strerror}); name a file elsewhere") from error
    try:
        with stream:
            if path.exists():
                shutil.copymode(path, temporary)
            yield stream
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _open(path: Path, mode: str) -> TextIO:
    return open(path, mode, encoding="utf-8", errors="backslashreplace", newline="")  # type: ignore[return-value]
