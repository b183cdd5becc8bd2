"""The words below a predicate -> its slots: who and what fills which role, conjuncts apart.

Roles are those of `Clause`; a preposition goes by its own lemma, one inside another by both ("because of").
"""

from volteface.grammar.parsed import Parsed
from volteface.grammar.phrase import conjuncts, subtree
from volteface.grammar.relative import RELATIVE, named_by, resolved
from volteface.grammar.subjects import is_controlled
from volteface.grammar.verbgroup import is_infinitive

_EXCHANGE = {"return", "exchange"}


_SIDE = 20  # words within which the second side of a "between" must stand


_OUTER = {
    "according",
    "because",
    "due",
    "instead",
    "ahead",
    "owing",
    "thanks",
    "thank",
    "out",
    "prior",
    "as",
    "along",
    "together",
}


_PLAIN_ROLES = {"dobj": "object", "attr": "attribute", "acomp": "attribute", "oprd": "attribute", "iobj": "indirect"}


def fill(parsed: Parsed, child: int, slots: dict[str, list[int]]) -> None:
    """Files one word below a predicate under its role."""
    word = parsed.words[child]
    role = _PLAIN_ROLES.get(word.dep)
    if role:
        slots.setdefault(role, []).extend(resolved(parsed, child))
    elif word.dep in ("prep", "agent", "dative"):
        fill_preposition(parsed, child, slots)
    elif word.dep in ("xcomp", "ccomp") or (word.dep == "advcl" and is_controlled(parsed, child)):
        slots.setdefault("complement", []).extend(conjuncts(parsed, child))
    elif word.dep == "acl" and is_infinitive(parsed, child):
        slots.setdefault("complement", []).append(child)


def fill_preposition(parsed: Parsed, child: int, slots: dict[str, list[int]], outer: str = "") -> None:
    """Files what a preposition governs; one inside another goes by both ("because of", "according to")."""
    word = parsed.words[child]
    if word.dep == "dative" and word.pos != "ADP":
        slots.setdefault("indirect", []).extend(resolved(parsed, child))
        return
    role = "subject" if word.dep == "agent" else f"{outer} {word.lemma}" if outer in _OUTER else word.lemma
    for inner in parsed.children[child]:
        below = parsed.words[inner]
        if below.dep == "pobj":
            named = resolved(parsed, inner)
            if role == "between" and len(named) == 1:
                named = [*named, *_other_side(parsed, inner)]
            slots.setdefault(role, []).extend(named)
            _fill_exchange(parsed, word.lemma, inner, slots)
        elif below.dep == "pcomp":
            slots.setdefault(role, []).extend(conjuncts(parsed, inner))
        elif below.dep == "prep":
            fill_preposition(parsed, inner, slots, word.lemma)


def _other_side(parsed: Parsed, first: int) -> list[int]:
    """ "between the leader of the guild, Ana Ruiz, and two envoys": a long first side hides the second."""
    for i in range(first + 1, min(first + _SIDE, parsed.sentences[parsed.words[first].sentence][-1] + 1)):
        word = parsed.words[i]
        if word.dep == "conj" and word.pos in ("NOUN", "PROPN") and word.head >= first:
            return [i]
    return []


def _fill_exchange(parsed: Parsed, preposition: str, noun: int, slots: dict[str, list[int]]) -> None:
    """ "in return for X", "in exchange for X" as one preposition."""
    if preposition != "in" or parsed.words[noun].lemma not in _EXCHANGE:
        return
    inner: dict[str, list[int]] = {}
    for child in parsed.all(noun, "prep"):
        fill_preposition(parsed, child, inner)
    slots.setdefault("in return for", []).extend(inner.get("for", []))


def gap_of(parsed: Parsed, i: int, slots: dict[str, list[int]]) -> int | None:
    """ "the plan he backed": the antecedent is the object of a relative clause that names none."""
    word = parsed.words[i]
    if word.dep != "relcl" or slots.get("object") or slots.get("attribute") or slots.get("complement"):
        return None
    antecedent = named_by(parsed, word.head)
    taken = {x for words in slots.values() for x in words}
    has_subject = any(parsed.words[c].dep in ("nsubj", "nsubjpass") for c in parsed.children[i])
    stranded = any(not parsed.children[c] for c in parsed.all(i, "prep"))
    pronoun = any(parsed.words[c].tag in RELATIVE | {"WRB"} for c in subtree(parsed, i, {"relcl", "ccomp", "advcl"}))
    return antecedent if has_subject and antecedent not in taken and not stranded and not pronoun else None


def raise_objects(parsed: Parsed, i: int, slots: dict[str, list[int]]) -> None:
    """ "urged voters to reject": the infinitive's own subject is the object of the verb above it."""
    if slots.get("object"):
        return
    for complement in slots.get("complement", []):
        subjects = parsed.all(complement, "nsubj", "nsubjpass")
        if subjects and is_infinitive(parsed, complement):
            slots.setdefault("object", []).extend(x for s in subjects for x in resolved(parsed, s))


def without_repeats(parsed: Parsed, i: int, slots: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    """Roles without repeats, without expletives and without the predicate itself."""
    clean = {}
    for role, words in slots.items():
        kept = tuple(dict.fromkeys(w for w in words if w != i and parsed.words[w].dep != "expl"))
        if kept:
            clean[role] = kept
    return clean
