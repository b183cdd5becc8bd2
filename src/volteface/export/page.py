"""Rich text -> lines of a page that fit it.

Where the page is no terminal it is 80 columns wide and carries no colour, whatever the environment asks for.
"""

from typing import TextIO

from rich.console import Console, RenderableType
from rich.text import Text

WIDTH = 80  # where there is no terminal
WIDEST = 100  # longer lines tire the eye
NARROWEST = 20  # room that a column keeps, however deep it stands


class _Console(Console):
    """A console that leaves it to the caller what happens when the reader leaves early."""

    def on_broken_pipe(self) -> None:
        """Raises the error on; Rich itself would end the process with status 1."""
        raise BrokenPipeError


def console(out: TextIO, width: int | None = None) -> Console:
    """A console on `out` that interprets no markup and adds nothing of its own."""
    is_terminal = out.isatty()
    found = _Console(
        file=out, force_terminal=is_terminal, markup=False, highlight=False, emoji=False, legacy_windows=False
    )
    found.width = width or (min(found.width, WIDEST) if is_terminal else WIDTH)
    return found


class Page:
    """A page that is written from top to bottom."""

    def __init__(self, out: TextIO, width: int | None = None) -> None:
        """Opens a page on `out`, as wide as it is unless `width` says otherwise."""
        self.console = console(out, width)
        self._is_blank = True

    def put(self, text: Text, *, indent: int = 0, hang: int = 0, lead: str = "") -> None:
        """Writes text from `indent` on; further lines stand `hang` deeper, under what follows the lead."""
        room = max(self.console.width - indent - hang, NARROWEST)
        first, *rest = text.wrap(self.console, room) or [Text()]
        self._print(" " * indent + lead.ljust(hang if lead else 0), first)
        for line in rest:
            self._print(" " * (indent + hang), line)

    def _print(self, blanks: str, line: Text) -> None:
        line.rstrip()
        self.console.print(Text(blanks) + line, soft_wrap=True)
        self._is_blank = False

    def title(self, title: str, under: str) -> None:
        """Writes a report's title between rules."""
        self.rule()
        self.put(Text(title, style="bold"))
        self.put(Text(under, style="dim"))
        self.rule()

    def heading(self, words: str) -> None:
        """Writes the heading of a section, parted from what stands above it."""
        if not self._is_blank:
            self.gap()
        self.put(Text(words.upper(), style="bold cyan"))

    def rule(self) -> None:
        """Writes a line across the page."""
        self.console.print(Text("─" * self.console.width, style="dim"), soft_wrap=True)

    def gap(self) -> None:
        """Leaves a line free."""
        self.console.print()

    def block(self, block: RenderableType) -> None:
        """Writes a table or tree, without the blanks that fill its lines up where nobody sees them."""
        if self.console.is_terminal:
            self.console.print(block)
            return
        with self.console.capture() as rendered:
            self.console.print(block)
        self.console.file.writelines(row.rstrip() + "\n" for row in rendered.get().splitlines())
