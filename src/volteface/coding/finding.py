"""What every voice yields: small findings over the words of a parse; `filing.py` makes records of them.

A finding names words by their number. Phrases, references, chains, modality and ids are added later, in one place.
"""

from msgspec import Struct

from volteface.grammar import Span
from volteface.record.words import ActorId, ClaimKind, EventType, Modality, Quotation, SourceKind, VerbClass


class Reason(Struct, frozen=True):
    """What spoke for a claim: the rule by name, the frame that it used, and the rule's statement of fact."""

    rule: str
    frame: str | None
    says: str


class Party(Struct, frozen=True):
    """Somebody or something in a role: the head word of the phrase, or an actor whom the clause leaves out."""

    head: int | None = None
    actor: ActorId | None = None  # where `head` is None: understood, not said


class Cause(Struct, frozen=True, kw_only=True):
    """What is said to have moved a turn: the words and whether the report denies it."""

    span: Span
    modality: Modality = "asserted"


class Finding(Struct, frozen=True, kw_only=True):
    """What one rule saw in one clause.

    `kind` and, for events, `type`; `parts` maps a field of the kind (holder, target, proposer, recipient, by, of,
    subject, object, and for events "actor" and "recipient", "place") to who fills it; `terms` maps a field of free
    text (what, benefits, conditions, predicate, topic) to spans of the report's words. `anchor` is the predicate's
    word, `evidence` the words that bear the finding out, the anchor's first.
    """

    kind: ClaimKind
    anchor: int
    evidence: tuple[Span, ...]
    reason: Reason
    parts: dict[str, tuple[Party, ...]]
    terms: dict[str, tuple[Span, ...]] = {}
    words: dict[str, str] = {}  # free text that is no span, such as a common predicate: {"predicate": "leads"}
    type: EventType | None = None
    polarity: float | None = None  # of a stance; `to` of a shift
    before: float | None = None  # `from` of a shift
    causes: tuple[Cause, ...] = ()
    modality: Modality | None = None  # None: read off the clauses above the anchor
    current: bool | None = None  # None: read off tense and time words
    likely: float = 0.7  # how likely a reviewer accepts it, before modality and parties are looked at

    def part(self, name: str) -> Party | None:
        """The first who fills the part."""
        return next(iter(self.parts.get(name, ())), None)


class Quote(Struct, frozen=True, kw_only=True):
    """An attribution as a rule saw it: who says what by which word.

    `source` is the head word of the source's phrase (None: the report names nobody), `cue` the span of the cue,
    `content` the spans attributed, `inside` spans of quotation marks within it.
    """

    source: int | None
    cue: Span | None
    content: tuple[Span, ...]
    verb_class: VerbClass
    quotation: Quotation
    source_kind: SourceKind
    reason: Reason


def single(head: int | None) -> tuple[Party, ...]:
    """One party by its head word, or none."""
    return () if head is None else (Party(head=head),)


__all__ = ["Cause", "Finding", "Party", "Quote", "Reason", "single"]
