"""A clause: a predicate with its arguments by role, and what stands over it."""

from typing import Literal

from msgspec import Struct

Tense = Literal["past", "present", "future", "none"]


class Clause(Struct, frozen=True, kw_only=True):
    """One clause, however it was worded.

    `slots` maps a role to the head words that fill it, conjuncts apart and relative pronouns replaced by what they
    stand for. Roles are "subject" (who does it: the agent where the clause is passive), "object" (whom it is done
    to), "indirect" (to whom), "attribute" (after a copula), "complement" (predicates of clauses that complete it),
    "owner" (a possessor of a nominal predicate: "his support"), and every preposition by its own lemma ("to",
    "against", "in return for").
    `lemma` holds the particle too ("call off"). `governor` is the predicate of the clause that this one hangs on,
    `relation` the label by which it does, `marker` the word that introduces it ("if", "that", "to").
    """

    predicate: int
    lemma: str
    form: Literal["verb", "adjective", "noun"]
    slots: dict[str, tuple[int, ...]]
    negated: bool = False
    passive: bool = False
    modal: str | None = None
    tense: Tense = "none"
    perfect: bool = False
    governor: int | None = None
    relation: str = "root"
    marker: str | None = None

    def fill(self, *roles: str) -> tuple[int, ...]:
        """The words in the first of these roles that is filled."""
        return next((self.slots[role] for role in roles if self.slots.get(role)), ())
