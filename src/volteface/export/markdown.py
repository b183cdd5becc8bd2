"""Documents -> the brief as Markdown.

What a report says stands as text: none of its characters is read as Markdown or HTML.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from volteface.export import wording
from volteface.export.excerpt import Quote
from volteface.export.lines import Line
from volteface.export.plain import clean
from volteface.export.story import Section, Story, Turn, stories
from volteface.export.view import View
from volteface.export.voices import Voice
from volteface.record import Document, Problem

_MARKS = re.compile(r"[\\`*_\[\]|~]")
_BLOCK = re.compile(
    r"^(?:(\d+)(?=[.)])|(?=[#+\-=>]))"
)  # what would begin a heading, list or quotation at a line's start
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;"})


def write(documents: Iterable[Document], out: TextIO, view: View) -> None:
    """Writes each report's brief as it comes, then totals over several and what could not be read."""
    problems: list[Problem] = []
    total: Counter[str] = Counter()
    for document in documents:
        problems += document.problems
        total.update(claims=len(document.claims), actors=len(document.actors))
        for story in stories(document):
            total.update(reports=1, turns=len(story.turns))
            out.writelines(row + "\n" for row in _story(story, filtered=view.filtered))
    if total["reports"] > 1:
        out.write(f"{wording.totals(total['reports'], total['claims'], total['actors'], total['turns'])}\n\n")
    out.writelines(row + "\n" for row in _problems(problems))


def text(words: str) -> str:
    """Words of a report, escaped."""
    return _BLOCK.sub(r"\1\\", _MARKS.sub(r"\\\g<0>", words.translate(_HTML)))


def _problems(problems: list[Problem]) -> Iterator[str]:
    if problems:
        yield f"## {wording.PROBLEMS_TITLE}\n"
    for problem in problems:
        yield f"- {text(clean(problem.file))}: {text(clean(problem.message))}"


def _story(story: Story, *, filtered: bool) -> Iterator[str]:
    yield f"# {text(story.title)}\n\n{text(story.publisher)}, {text(story.date)}\n"
    nothing = wording.nothing(story, filtered=filtered)
    if nothing:
        yield nothing + "\n"
        return
    if not story.turns and not filtered:
        yield wording.NO_TURN + "\n"
    for turn in story.turns:
        yield from _turn(turn)
    for section in story.sections:
        yield from _section(section)
    yield f"## {wording.VOICES_TITLE}\n"
    for voice in story.voices:
        yield from _voice(voice, depth=0)
    yield from _last(story)
    yield ""


def _last(story: Story) -> Iterator[str]:
    if story.arguable:
        yield f"\n## {wording.ARGUABLE_TITLE}\n"
    for line in story.arguable:
        yield from _line(line)
    for note in wording.left_out(story):
        yield f"\n{note}"


def _turn(turn: Turn) -> Iterator[str]:
    yield f"## {wording.standing(turn.line)}{text(turn.line.text)}{wording.also(turn.line)}\n"
    yield from (f"> {_quote(quote)}\n" for quote in turn.line.quotes)
    for name, lines in (("before", turn.before), ("after", turn.after)):
        for line in lines:
            yield f"- **{name}:** {text(line.text)}{wording.also(line)}"
            yield from _quotes(line.quotes, wording.says(line))
    for moved in turn.moved:
        yield f"- **moved by:** {wording.standing(moved)}{text(moved.text)}"
        yield from _quotes(moved.quotes, wording.says(moved))
    yield f"- **says:** {text(turn.chain)}\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.title}\n"
    for group in section.groups:
        if group.label:
            yield f"### {text(group.label)}\n"
        for line in group.lines:
            yield from _line(line)
        yield ""


def _line(line: Line) -> Iterator[str]:
    when = f"{text(line.when)}: " if line.when else ""
    yield f"- {when}{wording.standing(line)}{text(line.text)}{wording.also(line)}"
    yield from _quotes(line.quotes, wording.says(line))


def _quotes(quotes: tuple[Quote, ...], says: str) -> Iterator[str]:
    for quote in quotes:
        yield f"  > {_quote(quote)}{text(says) if quote is quotes[-1] else ''}"


def _quote(quote: Quote) -> str:
    return f"“{text(quote.before)}**{text(quote.evidence)}**{text(quote.after)}”"


def _voice(voice: Voice, *, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {text(wording.voice(voice, outermost=not depth))}"
    for cited in voice.cited():
        yield from _voice(cited, depth=depth + 1)
