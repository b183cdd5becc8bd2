"""Relative pronouns -> what they stand for: "the cleric" for "who" in "the cleric who left"."""

from volteface.grammar.parsed import Parsed
from volteface.grammar.phrase import conjuncts

RELATIVE = {"WDT", "WP", "WP$"}


def resolved(parsed: Parsed, i: int) -> list[int]:
    """The word and its conjuncts; a relative pronoun gives way to what it stands for."""
    if parsed.words[i].tag in RELATIVE:
        antecedent = relative_antecedent(parsed, i)
        return [antecedent] if antecedent is not None else [i]
    return conjuncts(parsed, i)


def relative_antecedent(parsed: Parsed, i: int) -> int | None:
    """The noun that a relative pronoun stands for: "the cleric" for "who" in "the cleric who left"."""
    for above in (i, *parsed.ancestors(i)):
        if parsed.words[above].dep == "relcl":
            return named_by(parsed, parsed.words[above].head)
    return None


def named_by(parsed: Parsed, i: int) -> int:
    """ "a write-off, something that Berlin opposes": "something" stands for what it is put beside."""
    word = parsed.words[i]
    return word.head if word.lemma == "something" and word.dep == "appos" else i
