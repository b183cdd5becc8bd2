"""Documents -> the brief in a terminal: per report who turned, who wants what, what happened and who says so.

Every line is followed by its sentence. At most 80 columns where the page is no terminal, and then no colour.
"""

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from rich.text import Text
from rich.tree import Tree

from volteface.export import wording
from volteface.export.excerpt import Quote
from volteface.export.lines import Line
from volteface.export.page import Page
from volteface.export.plain import clean
from volteface.export.story import Group, Moved, Section, Story, Turn, stories
from volteface.export.view import View
from volteface.export.voices import Voice
from volteface.record import Document, Problem

WHEN = 12  # columns for an event's date


def write(documents: Iterable[Document], out: TextIO, view: View) -> None:
    """Writes each report's brief as it comes, then totals over several and what could not be read."""
    page = Page(out, view.width)
    problems: list[Problem] = []
    total: Counter[str] = Counter()
    for document in documents:
        problems += document.problems
        total.update(claims=len(document.claims), actors=len(document.actors))
        for story in stories(document):
            total.update(reports=1, turns=len(story.turns))
            _story(page, story, filtered=view.filtered)
    if total["reports"] > 1:
        page.rule()
        page.put(Text(wording.totals(total["reports"], total["claims"], total["actors"], total["turns"])))
    _problems(page, problems)


def _problems(page: Page, problems: list[Problem]) -> None:
    if problems:
        page.heading(wording.PROBLEMS_TITLE)
    for problem in problems:
        page.put(Text(f"{clean(problem.file)}: {clean(problem.message)}"), indent=2, hang=2)


def _story(page: Page, story: Story, *, filtered: bool) -> None:
    page.title(story.title, f"{story.publisher}, {story.date}")
    nothing = wording.nothing(story, filtered=filtered)
    if nothing:
        page.put(Text(nothing))
        page.gap()
        return
    for i, turn in enumerate(story.turns):
        if i:
            page.gap()
        _turn(page, turn)
    if not story.turns and not filtered:
        page.put(Text(wording.NO_TURN))
    for section in story.sections:
        _section(page, section)
    page.heading(wording.VOICES_TITLE)
    for voice in story.voices:
        page.block(_tree(voice))
    _last(page, story)
    page.gap()


def _last(page: Page, story: Story) -> None:
    if story.arguable:
        page.heading(wording.ARGUABLE_TITLE)
    for line in story.arguable:
        _line(page, line, indent=2)
    for note in wording.left_out(story):
        page.gap()
        page.put(Text(note, style="dim"))


def _turn(page: Page, turn: Turn) -> None:
    page.put(_told(turn.line, style="bold"), hang=2)
    _quotes(page, turn.line.quotes, indent=4)
    for name, lines in (("before: ", turn.before), ("after: ", turn.after)):
        for line in lines:
            page.put(Text.assemble((name, "bold"), line.text, (wording.also(line), "dim")), indent=2, hang=2)
            _quotes(page, line.quotes, indent=4, says=wording.says(line))
    for moved in turn.moved:
        page.put(Text.assemble(("moved by: ", "bold"), _standing(moved), moved.text), indent=2, hang=2)
        _quotes(page, moved.quotes, indent=4, says=wording.says(moved))
    page.put(Text.assemble(("says: ", "bold"), turn.chain), indent=2, hang=2)


def _section(page: Page, section: Section) -> None:
    page.heading(section.title)
    for group in section.groups:
        _group(page, group)


def _group(page: Page, group: Group) -> None:
    if group.label:
        page.put(Text(group.label, style="bold"), indent=2, hang=2)
    for line in group.lines:
        _line(page, line, indent=4 if group.label else 2)


def _line(page: Page, line: Line, *, indent: int) -> None:
    page.put(_told(line), indent=indent, hang=WHEN if line.when else 2, lead=line.when)
    _quotes(page, line.quotes, indent=indent + (WHEN if line.when else 2), says=wording.says(line))


def _told(line: Line, *, style: str = "") -> Text:
    return Text.assemble(_standing(line), (line.text, style), (wording.also(line), "dim"))


def _standing(row: Line | Moved) -> Text:
    return Text(wording.standing(row), style="bold yellow")


def _quotes(page: Page, quotes: tuple[Quote, ...], *, indent: int, says: str = "") -> None:
    for quote in quotes:
        source = says if quote is quotes[-1] else ""
        words = Text.assemble(
            ("“" + quote.before, "dim"), (quote.evidence, "dim italic"), (quote.after + "”", "dim"), source
        )
        page.put(words, indent=indent)


def _tree(voice: Voice, above: Tree | None = None) -> Tree:
    label = Text(wording.voice(voice, outermost=above is None))
    tree = Tree(label) if above is None else above.add(label)
    for cited in voice.cited():
        _tree(cited, tree)
    return tree
