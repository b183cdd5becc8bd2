"""One way to read a single made-up file in a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.reading import read_inputs
from volteface.record import Problem, Report
from volteface.settings import Settings

Read = Callable[..., list[Report | Problem]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """read("a.txt", "words", date="2024") writes the file and gives what is read from it."""

    def _read(name: str, content: str | bytes, **settings: object) -> list[Report | Problem]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return list(read_inputs([str(path)], Settings(**settings)))  # type: ignore[arg-type]

    return _read


@pytest.fixture
def report(read: Read) -> Callable[..., Report]:
    """As `read`, where exactly one report is expected."""

    def _report(name: str, content: str | bytes, **settings: object) -> Report:
        [item] = read(name, content, **settings)
        assert isinstance(item, Report), item
        return item

    return _report


@pytest.fixture
def problem(read: Read) -> Callable[..., str]:
    """As `read`, where exactly one problem is expected; gives its message."""

    def _problem(name: str, content: str | bytes, **settings: object) -> str:
        [item] = read(name, content, **settings)
        assert isinstance(item, Problem), item
        return item.message

    return _problem
