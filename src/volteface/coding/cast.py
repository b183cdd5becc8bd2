"""Who is in a report: every mention of an actor by its head word, and the actors that they mean.

What `mentions` finds and everything after it asks. A head word that is no mention of an actor gives a reference
without one.
"""

from typing import Literal

from msgspec import Struct

from volteface.grammar import Parsed, Span, phrase
from volteface.record import Actor, Ref
from volteface.record.words import ActorId

Form = Literal["name", "description", "pronoun"]


class Mention(Struct, frozen=True):
    """One mention: its head word, its span as a reference shows it, how it is worded and whom it means."""

    head: int
    span: Span
    form: Form
    actor: ActorId


class Cast:
    """The actors of one report and where they are mentioned."""

    def __init__(self, parsed: Parsed, actors: list[Actor], mentions: list[Mention], publisher: Actor | None) -> None:
        self.parsed = parsed
        self.actors = {a.id: a for a in actors}
        self.mentions = mentions
        self.publisher = publisher
        self._at = {m.head: m for m in mentions}

    def at(self, head: int) -> Mention | None:
        """The mention that the word heads."""
        return self._at.get(head)

    def actor(self, head: int) -> Actor | None:
        """The actor that the word means."""
        mention = self._at.get(head)
        return self.actors[mention.actor] if mention else None

    def ref(self, head: int) -> Ref:
        """The reference that the word heads: the actor where there is one, and the phrase with its offsets."""
        mention = self._at.get(head)
        span = mention.span if mention else phrase(self.parsed, head)
        return Ref(mention.actor if mention else None, self.parsed.text[span.start : span.end], span.start, span.end)

    def publisher_ref(self) -> Ref:
        """The head of every chain; empty where the publisher is unknown."""
        return Ref(self.publisher.id, self.publisher.name) if self.publisher else Ref()
