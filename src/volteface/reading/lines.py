"""Lines of printed pages -> paragraphs: hyphens at line ends joined, running heads and page numbers left out.

Words are only joined, never altered; a hyphen is kept where it belongs to the word.
"""

import re
from collections import Counter
from itertools import zip_longest

SHORT = 0.6  # of the usual line width: such a line ends a paragraph unless the next goes on in lower case
NEARLY_FULL = 0.88  # such a line ends a paragraph only with a full stop
RUNNING = 3  # pages on which a first or last line must recur to be a running head

# First halves that keep their hyphen when it falls on a line end: two-state, far-right, vice-president.
_FIRST_HALVES = (
    "all anti centre center cross ex far four five full half high hard left long low mid middle multi non one post pre "
    "pro right second self semi short six so soft then third three two vice well world"
)
HYPHENATED = frozenset(_FIRST_HALVES.split())

_NUMBER = re.compile(r"(page|seite)?\s*[-–]?\s*\d{1,4}\s*[-–]?(\s*(of|/|von)\s*\d{1,4})?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_CUT = re.compile(r"\b(\w+)[-\u2010]$")


def paragraphs(pages: list[list[str]]) -> str:
    """The text of the pages, paragraphs parted by a blank line; "" where there is none."""
    lines = [line for page in _without_running(pages) for line in page]
    width = _width(lines)
    hyphenated = set(re.findall(r"\b\w+-\w+", " ".join(lines).lower()))
    done: list[list[str]] = []
    parted = True
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if line and parted:
            done.append([line])
        elif line:
            done[-1][-1:] = _joined(done[-1][-1], line, hyphenated)
        parted = not line or _ends_paragraph(line, following, width)
    return "\n\n".join("".join(parts) for parts in done)


def _without_running(pages: list[list[str]]) -> list[list[str]]:
    """Pages without page numbers and without first and last lines that recur; spaces are made single."""
    tidy = [_trimmed([" ".join(line.replace("\u00ad", "\u2010").split()) for line in page]) for page in pages]
    edges = Counter(edge for page in tidy for edge in {_key(line) for line in page[:1] + page[-1:]})
    running = {edge for edge, times in edges.items() if times >= RUNNING and times > len(tidy) / 2}
    return [[line for i, line in enumerate(page) if not _is_edge(i, page, running)] for page in tidy]


def _trimmed(page: list[str]) -> list[str]:
    """A page without blank lines and page numbers at its ends; a page of nothing else is empty."""
    while page and (not page[0] or _NUMBER.fullmatch(page[0])):
        page = page[1:]
    while page and (not page[-1] or _NUMBER.fullmatch(page[-1])):
        page = page[:-1]
    return page


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _is_edge(i: int, page: list[str], running: set[str]) -> bool:
    return i in (0, len(page) - 1) and _key(page[i]) in running


def _width(lines: list[str]) -> int:
    """The usual length of a full line: nine in ten are no longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if _CUT.search(line) or following[:1].islower():
        return False
    if len(line) < SHORT * width:
        return True
    return len(line) < NEARLY_FULL * width and bool(_ENDED.search(line))


def _joined(before: str, line: str, hyphenated: set[str]) -> tuple[str, str]:
    """govern- + ment is government; two- + state and Franco- + German keep their hyphen."""
    cut = _CUT.search(before)
    if cut is None:
        return f"{before} ", line
    if before[-1] == "\u2010":
        return before[:-1], line
    rest = re.match(r"\w*", line)
    compound = f"{cut[1]}-{rest[0] if rest else ''}".lower()
    kept = not line[0].islower() or cut[1].lower() in HYPHENATED or cut[1].isdigit() or compound in hyphenated
    return (before, line) if kept else (before[:-1], line)
