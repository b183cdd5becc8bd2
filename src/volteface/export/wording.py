"""The brief's own words, the same in every rendering."""

from volteface.export.lines import ARGUABLE, Line
from volteface.export.story import Moved, Story
from volteface.export.voices import Voice

NO_TURN = "No turn is reported."
UNMERGED = "Actors are not merged across reports yet: who stands in two reports counts twice."
ARGUABLE_TITLE = f"Arguable (confidence under {ARGUABLE})"
VOICES_TITLE = "Who says so"
PROBLEMS_TITLE = "Not read"


def counted(number: int, noun: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def standing(row: Line | Moved) -> str:
    """ "denied: ", or nothing for what is told as fact."""
    return f"{row.standing}: " if row.standing else ""


def also(line: Line) -> str:
    """How often the same is said again in the report."""
    return f" (also said {'once' if line.also == 1 else f'{line.also} times'})" if line.also else ""


def says(row: Line | Moved) -> str:
    """The sources under the publisher, or nothing where the author tells it himself."""
    return f" — says {row.says}" if row.says else ""


def nothing(story: Story, *, filtered: bool) -> str:
    """Why a story is empty; empty for one that is not."""
    if story.claims:
        return ""
    return "No claim of this report passes the filter." if filtered else "Nothing is found in this report."


def left_out(story: Story) -> list[str]:
    """What the story counts and does not tell, and how to see it."""
    notes = []
    if story.arguable_left_out:
        lines = counted(story.arguable_left_out, "more arguable line")
        notes.append(f"Left out: {lines}; --format table shows all.")
    if story.folded:
        acts = counted(story.folded, "undated act")
        notes.append(f"Told above as stances and demands: {acts}; --format table shows all.")
    if story.unreadable:
        claims = counted(story.unreadable, "claim")
        notes.append(f"Left out: {claims} naming nobody or saying nothing new; --format table shows all.")
    return notes


def voice(node: Voice, *, outermost: bool) -> str:
    """ "a council spokeswoman (unnamed): 2 claims, 1 cause"."""
    numbers = [counted(n, noun) for n, noun in ((node.claims, "claim"), (node.causes, "cause")) if n]
    own = " in its own voice" if outermost and numbers else ""
    return f"{node.name}{' (unnamed)' if node.unnamed else ''}{': ' if numbers else ''}{', '.join(numbers)}{own}"


def totals(reports: int, claims: int, actors: int, turns: int) -> str:
    """One line over several reports."""
    numbers = ((reports, "report"), (turns, "turn"), (claims, "claim"), (actors, "actor"))
    return ", ".join(counted(n, noun) for n, noun in numbers) + ". " + UNMERGED
