"""The brief of one example report -> docs/brief.svg, as a terminal shows it: `python -m tests.docs.picture`.

The picture loads nothing from outside: no font, no style, no address but the name space of SVG.
"""

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from volteface import pipeline
from volteface.export import View, write

from .console import ROOT

PICTURE = ROOT / "docs" / "brief.svg"
REPORT = "examples/06-the-meeting-in-qom.txt"
WIDTH = 80
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family: ?[^;]+;")
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_LINE_END = re.compile(r"<text [^>]*>\n</text>")


class _Terminal(io.StringIO):
    """A page in memory that takes colours."""

    def isatty(self) -> bool:
        """Always true."""
        return True


def draw() -> str:
    """The picture as SVG."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(_brief()), soft_wrap=True)
    svg = console.export_svg(title=f"volteface read {REPORT}", unique_id="brief")
    return self_contained(svg)


def self_contained(svg: str) -> str:
    """The SVG without fonts from elsewhere, comments and line ends as texts; any monospaced font will do."""
    svg = _LINE_END.sub("\n", _COMMENT.sub("", _FONT_FACE.sub("", svg)))
    return _FAMILY.sub(f"font-family: {FONT};", svg)


def _brief() -> str:
    """The brief with the colours of a terminal."""
    out = _Terminal()
    with _a_colour_terminal():
        documents = (reading.document for reading in pipeline.read([str(ROOT / REPORT)]))
        write("brief", documents, out, View(width=WIDTH))
    return out.getvalue().rstrip()


@contextmanager
def _a_colour_terminal() -> Iterator[None]:
    """The environment of a plain colour terminal, whatever this one is."""
    before = dict(os.environ)
    os.environ.pop("NO_COLOR", None)
    os.environ.update(TERM="xterm-256color", COLORTERM="")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: drawn\n")
