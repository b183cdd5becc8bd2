"""The parts of an offer before it is filed, and the finding that they make."""

from collections.abc import Sequence

from msgspec import Struct

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.acting import acts
from volteface.coding.rules.exchange import (
    asked_in_return,
)
from volteface.coding.rules.frames import Frame
from volteface.coding.rules.match import evidence_span
from volteface.grammar import Clause, Parsed, Span, clause_of

PROMISING_MODALS = ("will", "would", "may", "might", "shall", "could")


class Terms(Struct, frozen=True):
    """The parts of an offer before they are filed: heads of parties, spans of free text."""

    proposer: tuple[int, ...]
    recipient: tuple[int, ...]
    benefits: tuple[Span, ...]
    conditions: tuple[Span, ...]

    def reversed(self) -> "Terms":
        """The other side's offer in an exchange."""
        return Terms(self.recipient, self.proposer, self.conditions, self.benefits)


def offer_finding(parsed: Parsed, clause: Clause, frame: Frame, rule: str, says: str, terms: Terms) -> Finding:
    """The finding that the terms make, told by the clause."""
    parties = {"proposer": terms.proposer, "recipient": terms.recipient}
    texts = {"benefits": terms.benefits, "conditions": terms.conditions}
    return Finding(
        kind="offer",
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=Reason(rule, frame.name, says),
        parts={field: tuple(Party(head=w) for w in words) for field, words in parties.items() if words},
        terms={field: spans for field, spans in texts.items() if spans},
        likely=frame.likely,
    )


def asked_to_act(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Of whom something is asked in return: "if the rebels leave"."""
    conditions, _ = asked_in_return(parsed, clause.predicate)
    doers = [d for w in conditions for d in clause_of(parsed, w).slots.get("subject", ())]
    return tuple(
        d for d in doers if acts(parsed, cast, d) and not same_party(cast, d, clause.slots.get("subject", ()))
    )[:1]


def same_party(cast: Cast, word: int, others: Sequence[int]) -> bool:
    """Whether the word means one of the others, by the same or another name."""
    actor = cast.actor(word)
    return word in others or (actor is not None and any(cast.actor(o) == actor for o in others))
