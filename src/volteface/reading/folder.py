"""A folder -> the paths of the files in it that can be read, sorted, and a fault for each place that cannot be walked.

The walk never leaves the folder: links that lead out of it are not followed, and a linked folder inside it is walked
once, under its own name.
"""

import os
from collections.abc import Collection, Iterator

from volteface.errors import InputError
from volteface.reading.draft import Fault
from volteface.reading.files import unreadable


def walk(folder: str, suffixes: Collection[str]) -> Iterator[str | Fault]:
    """Paths in order of their names, hidden ones and unknown suffixes skipped; a fault's place is its path."""
    root = os.path.realpath(folder)
    found = False
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path == folder or (os.path.isdir(path) and not os.path.islink(path)):
            entries = _entries(path)
            if isinstance(entries, Fault):
                yield entries
                found = True
            else:
                waiting.extend(reversed(entries))
        elif (item := _file(path, root, suffixes)) is not None:
            yield item
            found = True
    if not found:
        raise InputError(f"holds no file that can be read; known are {', '.join(suffixes)}")


def _entries(folder: str) -> list[str] | Fault:
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        return Fault(folder, str(unreadable(error)))
    return [os.path.join(folder, name) for name in names]


def _file(path: str, root: str, suffixes: Collection[str]) -> str | Fault | None:
    """The path where it is a file of ours, a fault where it is a loop, None where it is skipped."""
    if os.path.islink(path):
        real = os.path.realpath(path)
        if not _inside(real, root):
            return None
        if os.path.isdir(path):
            return _loop(path, real)
    return path if os.path.splitext(path)[1].lower() in suffixes else None


def _loop(path: str, real: str) -> Fault | None:
    if not _inside(os.path.realpath(os.path.dirname(path)), real):
        return None
    return Fault(path, "is a link to a folder that it lies in (a loop); remove the link")


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
