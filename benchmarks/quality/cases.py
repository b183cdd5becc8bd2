"""The shared folder -> cases: a report's text, the analyst's coding of it, and the set and writer it belongs to."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

Set = Literal["reports", "corpus"]

ROOT = Path(__file__).resolve().parents[2]
REPORTS = "reports"  # the writer of the development reports and the seed
QUICK = ("na", "gulf", "trans", "deal")  # idiomatic with near misses; plain; translated; bargaining

_LANGUAGE = re.compile(r"^language:\s*\"?(\w+)", re.MULTILINE)


class Case(Struct, frozen=True):
    """One report to code and the coding to hold against it."""

    name: str
    set: Set
    writer: str
    text: Path
    gold: Path


class Skipped(Struct, frozen=True):
    """A folder that is not measured, and why."""

    writer: str
    why: str


def shared_folder(given: str | None) -> Path:
    """Where the shared material lies: the argument, else VOLTEFACE_SHARED, else ../shared."""
    return Path(given or os.environ.get("VOLTEFACE_SHARED") or ROOT.parent / "shared").resolve()


def development(data: Path) -> Iterator[Case]:
    """The English development reports and the seed."""
    for gold in sorted((data / "reports" / "analyst").glob("*.json")):
        seed = gold.stem == "seed"
        text = (
            next(iter(sorted((data / "seed").glob("*.txt"))), None) if seed else data / "reports" / f"{gold.stem}.txt"
        )
        if text is not None and text.exists() and _language(text) == "en":
            yield Case(gold.stem, "reports", REPORTS, text, gold)


def writers(data: Path) -> tuple[list[Case], list[Skipped]]:
    """Every report of every writer that writes in English, and the writers left out."""
    cases: list[Case] = []
    skipped: list[Skipped] = []
    for folder in sorted(p for p in (data / "corpus").glob("*") if p.is_dir()):
        own = list(_of_writer(folder))
        english = [case for case in own if _language(case.text) == "en"]
        cases += english
        if own and not english:
            skipped.append(Skipped(folder.name, f"in {_language(own[0].text)}; the coder reads English"))
    return cases, skipped


def chosen(cases: Iterable[Case], *, writer: str | None, report: str | None, quick: bool) -> list[Case]:
    """The cases that the options ask for."""
    return [
        case
        for case in cases
        if (writer is None or case.writer == writer)
        and (report is None or case.name == report)
        and (not quick or case.set == "reports" or case.writer in QUICK)
    ]


def shares(cases: Iterable[Case], count: int) -> list[list[Case]]:
    """The cases in `count` parts of about the same length of text, each writer in one part."""
    by_writer: dict[str, list[Case]] = {}
    for case in cases:
        by_writer.setdefault(case.writer, []).append(case)
    parts: list[list[Case]] = [[] for _ in range(count)]
    for own in sorted(by_writer.values(), key=_length, reverse=True):
        min(parts, key=_length).extend(own)
    return [part for part in parts if part]


def _of_writer(folder: Path) -> Iterator[Case]:
    for text in sorted(folder.glob("*.txt")):
        gold = text.with_suffix(".json")
        if gold.exists():
            yield Case(text.stem, "corpus", folder.name, text, gold)


def _length(cases: list[Case]) -> int:
    return sum(case.text.stat().st_size for case in cases)


def _language(text: Path) -> str:
    head = text.read_text(encoding="utf-8-sig").split("\n---", 1)[0]
    found = _LANGUAGE.search(head)
    return found.group(1) if found else "en"
