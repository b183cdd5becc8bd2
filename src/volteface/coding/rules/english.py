"""The rule coder for English: a parse, who is in it, who says what, then one module a claim kind."""

from collections.abc import Iterator, Sequence

from volteface.coding.chains import Spoken
from volteface.coding.coder import Coded
from volteface.coding.filing import CODER, Context, Filed, file
from volteface.coding.finding import Finding
from volteface.coding.genre import odds_by_genre
from volteface.coding.mentions import cast
from volteface.coding.once import once
from volteface.coding.rules.attribution import quotes
from volteface.coding.rules.current import with_time
from volteface.coding.rules.demand import demands
from volteface.coding.rules.event import events
from volteface.coding.rules.frames import Lexicon, lexicon
from volteface.coding.rules.offer import offers
from volteface.coding.rules.relation import relations
from volteface.coding.rules.shift import positions_of_turns, shifts
from volteface.coding.rules.stance import stances
from volteface.grammar import Parsed, parse
from volteface.record import Report
from volteface.settings import Settings


class EnglishRules:
    """Codes English reports by rules over the parse."""

    name: str = CODER
    languages: tuple[str, ...] = ("en",)

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def code(self, reports: Sequence[Report]) -> Iterator[Coded]:
        """One Coded a report, in order; parsed a few at a time."""
        known = lexicon(self.settings.frames)
        parses = parse((r.text for r in reports), self.settings.model)
        for report, parsed in zip(reports, parses, strict=True):
            yield code_parsed(report, parsed, known)


def code_parsed(report: Report, parsed: Parsed, known: Lexicon) -> Coded:
    """What the rules file on one report."""
    people = cast(parsed, report)
    context = Context(
        report, parsed, people, Spoken(quotes(parsed, people), people, report), known, odds_by_genre(parsed)
    )
    filed = once([f for finding in _findings(context, known) for f in file(finding, context)])
    return _coded(context, filed)


def _findings(context: Context, known: Lexicon) -> list[Finding]:
    parsed, people, date = context.parsed, context.cast, context.report.date
    held = [with_time(parsed, stance, date) for stance in stances(parsed, people, known)]
    turns = shifts(parsed, people, known, held)
    return [
        *turns,
        *positions_of_turns(parsed, turns),
        *held,
        *offers(parsed, people, known),
        *demands(parsed, people, known),
        *events(parsed, people, known),
        *relations(parsed, people, known),
    ]


def _coded(context: Context, filed: list[Filed]) -> Coded:
    return Coded(
        actors=tuple(context.cast.actors.values()),
        attributions=tuple(context.spoken.records),
        claims=tuple(f.claim for f in filed),
        reasons={f.claim.id: f.reason for f in filed},
    )
