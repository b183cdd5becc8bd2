"""A parse -> its clauses: passives undone, relative clauses and conjuncts given their subjects, control resolved.

Every function answers one question about one predicate; `clause_of` asks them all. Nominalisations ("his support for
the bill") are opened in the same way, with the possessor as "owner" and prepositions as roles.
"""

from volteface.grammar.arguments import fill, fill_preposition, gap_of, raise_objects, without_repeats
from volteface.grammar.clause import Clause
from volteface.grammar.parsed import Parsed
from volteface.grammar.relative import resolved
from volteface.grammar.subjects import surface_subjects
from volteface.grammar.verbgroup import (
    copula_of,
    governor_of,
    is_negated,
    is_particle,
    is_passive,
    lemma_of,
    marker_of,
    modal_of,
    no_determiner,
    tense_of,
)


def clauses(parsed: Parsed) -> list[Clause]:
    """Every verbal clause of the text, in order; worked out once."""
    known: list[Clause] | None = parsed.__dict__.get("_verbal")
    if known is None:
        known = [clause_of(parsed, i) for i in range(len(parsed.words)) if is_predicate(parsed, i)]
        parsed.__dict__["_verbal"] = known
    return known


def is_predicate(parsed: Parsed, i: int) -> bool:
    """A verb that is no auxiliary, or what stands after a copula."""
    word = parsed.words[i]
    if word.pos == "VERB":
        return word.dep not in ("aux", "auxpass")
    return word.pos == "AUX" and word.dep not in ("aux", "auxpass")


def clause_of(parsed: Parsed, i: int) -> Clause:
    """The clause that a word heads, be it verb, adjective or noun."""
    cache: dict[int, Clause] = parsed.__dict__.setdefault("_clauses", {})
    if i not in cache:
        cache[i] = _opened(parsed, i)
    return cache[i]


def _opened(parsed: Parsed, i: int) -> Clause:
    word = parsed.words[i]
    if word.pos in ("VERB", "AUX"):
        return _verbal(parsed, i)
    return _nominal(parsed, i, "adjective" if word.pos in ("ADJ", "ADV", "ADP") else "noun")


def _verbal(parsed: Parsed, i: int) -> Clause:
    passive = is_passive(parsed, i)
    surface = surface_subjects(parsed, i)
    slots: dict[str, list[int]] = {"object" if passive else "subject": list(surface)}
    for child in parsed.children[i]:
        fill(parsed, child, slots)
        if child == i + 1 and is_particle(parsed, child):
            for inner in parsed.all(child, "prep"):
                fill_preposition(parsed, inner, slots)
    gap = gap_of(parsed, i, slots)
    if gap is not None:
        slots.setdefault("object", []).append(gap)
    raise_objects(parsed, i, slots)
    governor, relation = governor_of(parsed, i)
    return Clause(
        predicate=i,
        lemma=lemma_of(parsed, i),
        form="verb",
        slots=without_repeats(parsed, i, slots),
        negated=is_negated(parsed, i),
        passive=passive,
        modal=modal_of(parsed, i),
        tense=tense_of(parsed, i),
        perfect=any(parsed.words[c].lemma == "have" for c in parsed.all(i, "aux")),
        governor=governor,
        relation=relation,
        marker=marker_of(parsed, i),
    )


def _nominal(parsed: Parsed, i: int, form: str) -> Clause:
    """ "his support for the bill": owner, and prepositions as roles; after a copula, the subject too."""
    slots: dict[str, list[int]] = {}
    for child in parsed.children[i]:
        if parsed.words[child].dep == "poss":
            slots.setdefault("owner", []).extend(resolved(parsed, child))
        else:
            fill(parsed, child, slots)
    copula = copula_of(parsed, i)
    base = copula if copula is not None else i
    if copula is not None:
        slots["subject"] = list(surface_subjects(parsed, copula))
        for child in parsed.all(copula, "prep"):
            fill(parsed, child, slots)
    governor, relation = governor_of(parsed, base)
    return Clause(
        predicate=i,
        lemma=parsed.words[i].lemma,
        form="adjective" if form == "adjective" else "noun",
        slots=without_repeats(parsed, i, slots),
        negated=is_negated(parsed, base) or (form == "noun" and no_determiner(parsed, i)),
        modal=modal_of(parsed, base) if copula is not None else None,
        tense=tense_of(parsed, base) if copula is not None else "none",
        governor=governor,
        relation=relation,
        marker=marker_of(parsed, base) if copula is not None else None,
    )
