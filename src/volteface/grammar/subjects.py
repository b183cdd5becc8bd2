"""A predicate -> its grammatical subject, said or understood: conjuncts, control, relative and participial clauses.

A clause without a subject of its own takes one from the clause or noun that it hangs on; one rule a label.
"""

from volteface.grammar.parsed import Parsed
from volteface.grammar.relative import resolved
from volteface.grammar.verbgroup import copula_of, is_infinitive

# Verbs whose subject, not their object, does what the infinitive says: "promised him to leave".
_SUBJECT_CONTROL = {"promise", "vow", "threaten", "pledge", "offer", "agree"}
# Verbs whose object does what stands behind "of", "for" or "from": "accused him of lying".
_BLAMING = frozenset("accuse suspect convict blame stop prevent keep criticise criticize thank bar".split())
# Verbs whose object does what the infinitive says, also where the parser takes the infinitive for a purpose.
_OBJECT_CONTROL = frozenset(
    "convince persuade urge press force compel induce lead encourage ask tell order prompt push pressure invite oblige "
    "implore beg advise instruct".split()
)


def surface_subjects(parsed: Parsed, i: int, depth: int = 0) -> tuple[int, ...]:
    """The grammatical subject, said or understood, conjuncts apart."""
    own = parsed.all(i, "nsubj", "nsubjpass") or _subjects_of_auxiliary(parsed, i)
    if own:
        return tuple(x for s in own for x in resolved(parsed, s))
    if depth > 8:
        return ()
    word = parsed.words[i]
    rule = _UNDERSTOOD.get(word.dep)
    return rule(parsed, i, depth + 1) if rule else ()


def _subjects_of_auxiliary(parsed: Parsed, i: int) -> list[int]:
    """ "The guild is opposed": the parser may hang the subject on the auxiliary."""
    return [s for a in parsed.all(i, "aux", "auxpass") for s in parsed.all(a, "nsubj", "nsubjpass")]


def _as_head(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """A coordinated or adverbial clause shares the subject of the clause it hangs on."""
    head = parsed.words[i].head
    if parsed.words[head].pos not in ("VERB", "AUX"):
        if own := parsed.all(head, "nsubj", "nsubjpass"):
            return tuple(x for s in own for x in resolved(parsed, s))
        return (head,) if parsed.words[i].dep == "acl" else ()
    return surface_subjects(parsed, _finite_above(parsed, i, head), depth)


def _finite_above(parsed: Parsed, i: int, head: int) -> int:
    """ "She said he would appeal and called it absurd": a finite verb goes with the finite verb above, not "appeal"."""
    word, above = parsed.words[i], parsed.words[head]
    passive = above.tag == "VBN" and word.tag == "VBD" and bool(parsed.all(head, "auxpass"))
    apart = above.tag in ("VB", "VBG") or passive or (above.tag, word.tag) == ("VBP", "VBD")
    if word.dep != "conj" or word.tag not in ("VBD", "VBZ") or not apart:
        return head
    same = [w for w in parsed.ancestors(head) if parsed.words[w].tag in ("VBD", "VBZ")]
    return same[0] if same else head


def _adverbial(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """ "convincing him to leave" may be parsed as a purpose: the object does it all the same."""
    return _controlled(parsed, i, depth) if is_controlled(parsed, i) else _as_head(parsed, i, depth)


def is_controlled(parsed: Parsed, i: int) -> bool:
    """An infinitive behind the object of a verb of persuading or ordering."""
    head = parsed.words[i].head
    return (
        parsed.words[head].lemma in _OBJECT_CONTROL
        and is_infinitive(parsed, i)
        and any(head < o < i for o in parsed.all(head, "dobj"))
    )


def _controlled(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """ "forced him to leave": the object; "wants to leave": the subject."""
    head = parsed.words[i].head
    if parsed.words[head].pos not in ("VERB", "AUX"):
        return _controlled_by_noun(parsed, head, depth)
    objects = parsed.all(head, "dobj", "dative")
    named = [x for o in objects if parsed.words[o].pos in ("NOUN", "PROPN", "PRON") for x in resolved(parsed, o)]
    if named and parsed.words[head].lemma not in _SUBJECT_CONTROL:
        return tuple(named)
    return surface_subjects(parsed, head, depth)


def _controlled_by_noun(parsed: Parsed, noun: int, depth: int) -> tuple[int, ...]:
    """ "his refusal to leave": the owner; "is ready to leave": the subject of the copula."""
    owner = parsed.child(noun, "poss")
    if owner is not None:
        return (owner,)
    copula = copula_of(parsed, noun)
    if copula is not None:
        return surface_subjects(parsed, copula, depth)
    of = next((p for p in parsed.all(noun, "prep") if parsed.words[p].lemma in ("of", "by")), None)
    inner = parsed.child(of, "pobj") if of is not None else None
    return (inner,) if inner is not None else _subject_of_governor(parsed, noun, depth)


def _subject_of_governor(parsed: Parsed, noun: int, depth: int) -> tuple[int, ...]:
    """ "made a promise to leave": whoever made it."""
    head = parsed.words[noun].head
    if parsed.words[noun].dep in ("dobj", "pobj", "attr") and parsed.words[head].pos in ("VERB", "AUX"):
        return surface_subjects(parsed, head, depth)
    return ()


def _relative(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """A relative clause without a subject of its own speaks of its noun."""
    return (parsed.words[i].head,)


def _noun_modified(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """ "officials seeking talks", "a deal brokered by Qatar": the noun; "a vow to leave": who made it."""
    head = parsed.words[i].head
    if is_infinitive(parsed, i):
        return _controlled_by_noun(parsed, head, depth)
    return (head,)


def _after_preposition(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """ "after meeting the envoy": the subject of the clause above; "accused him of lying": him."""
    for above in parsed.ancestors(i):
        if parsed.words[above].pos in ("VERB", "AUX"):
            blamed = parsed.all(above, "dobj") if parsed.words[above].lemma in _BLAMING else []
            if blamed and parsed.words[parsed.words[i].head].lemma in ("of", "for", "from"):
                return tuple(x for b in blamed for x in resolved(parsed, b))
            return surface_subjects(parsed, above, depth)
        owner = parsed.child(above, "poss")
        if owner is not None:
            return (owner,)
    return ()


_UNDERSTOOD = {
    "conj": _as_head,
    "advcl": _adverbial,
    "acl": _noun_modified,
    "relcl": _relative,
    "xcomp": _controlled,
    "ccomp": _controlled,
    "pcomp": _after_preposition,
    "dep": _as_head,
}
