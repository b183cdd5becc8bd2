"""The seam that every coder stands behind: reports in, what was filed on each out.

A new coder is one class with these members and one line in CODERS.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from volteface.coding.finding import Reason
from volteface.record import Actor, Attribution, Claim, Report
from volteface.record.words import ClaimId
from volteface.settings import Settings


class Coded(Struct, frozen=True, kw_only=True):
    """What a coder filed on one report, before grounding."""

    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    reasons: dict[ClaimId, Reason]


class Coder(Protocol):
    """Codes reports in some languages."""

    name: str
    languages: tuple[str, ...]

    def code(self, reports: Sequence[Report]) -> Iterator[Coded]:
        """One Coded a report, in order."""
        ...


def english(settings: Settings) -> Coder:
    """The rule coder for English; loads its parser when first used."""
    from volteface.coding.rules.english import EnglishRules

    return EnglishRules(settings)


CODERS = (english,)


def coder_for(language: str | None, coders: Iterable[Coder]) -> Coder | None:
    """The first coder that reads the language ("en-GB" is read by one for "en")."""
    wanted = (language or "en").lower().split("-")[0]
    return next((c for c in coders if wanted in c.languages), None)
