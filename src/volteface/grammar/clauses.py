"""A parse -> its clauses: passives undone, relative clauses and conjuncts given their subjects, control resolved.

Every function answers one question about one predicate; `clause_of` asks them all. Nominalisations ("his support for
the bill") are opened in the same way, with the possessor as "owner" and prepositions as roles.
"""

from volteface.grammar.clause import Clause, Tense
from volteface.grammar.parsed import Parsed
from volteface.grammar.phrase import conjuncts, subtree

_RELATIVE = {"WDT", "WP", "WP$"}
_NEGATIVE_WORDS = {"no", "neither", "nobody", "none", "nor"}
_NEGATIVE_ADVERBS = {"never", "hardly", "scarcely", "nowhere"}
_EXCHANGE = {"return", "exchange"}
# Verbs whose subject, not their object, does what the infinitive says: "promised him to leave".
_SUBJECT_CONTROL = {"promise", "vow", "threaten", "pledge", "offer", "agree"}
# Verbs whose object does what the infinitive says, also where the parser takes the infinitive for a purpose.
_OBJECT_CONTROL = frozenset(
    "convince persuade urge press force compel induce lead encourage ask tell order prompt push pressure invite oblige "
    "implore beg advise instruct".split()
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
        _fill(parsed, child, slots)
        if child == i + 1 and _is_particle(parsed, child):
            for inner in parsed.all(child, "prep"):
                _fill_preposition(parsed, inner, slots)
    gap = _gap(parsed, i, slots)
    if gap is not None:
        slots.setdefault("object", []).append(gap)
    _raise_objects(parsed, i, slots)
    governor, relation = governor_of(parsed, i)
    return Clause(
        predicate=i,
        lemma=_lemma(parsed, i),
        form="verb",
        slots=_clean(parsed, i, slots),
        negated=is_negated(parsed, i),
        passive=passive,
        modal=_modal(parsed, i),
        tense=_tense(parsed, i),
        perfect=any(parsed.words[c].lemma == "have" for c in parsed.all(i, "aux")),
        governor=governor,
        relation=relation,
        marker=_marker(parsed, i),
    )


def _nominal(parsed: Parsed, i: int, form: str) -> Clause:
    """ "his support for the bill": owner, and prepositions as roles; after a copula, the subject too."""
    slots: dict[str, list[int]] = {}
    for child in parsed.children[i]:
        if parsed.words[child].dep == "poss":
            slots.setdefault("owner", []).extend(_resolved(parsed, child))
        else:
            _fill(parsed, child, slots)
    copula = _copula(parsed, i)
    base = copula if copula is not None else i
    if copula is not None:
        slots["subject"] = list(surface_subjects(parsed, copula))
        for child in parsed.all(copula, "prep"):
            _fill(parsed, child, slots)
    governor, relation = governor_of(parsed, base)
    return Clause(
        predicate=i,
        lemma=parsed.words[i].lemma,
        form="adjective" if form == "adjective" else "noun",
        slots=_clean(parsed, i, slots),
        negated=is_negated(parsed, base) or (form == "noun" and _no_determiner(parsed, i)),
        modal=_modal(parsed, base) if copula is not None else None,
        tense=_tense(parsed, base) if copula is not None else "none",
        governor=governor,
        relation=relation,
        marker=_marker(parsed, base) if copula is not None else None,
    )


def _copula(parsed: Parsed, i: int) -> int | None:
    """The copula whose attribute the word is: "is" for "opposed" in "he is opposed to it"."""
    i = _first_conjunct(parsed, i)
    word = parsed.words[i]
    head = parsed.words[word.head]
    if word.dep in ("attr", "acomp", "oprd") and head.pos in ("AUX", "VERB") and head.lemma in _COPULAS:
        return head.i
    return None


_COPULAS = {"be", "become", "remain", "seem", "appear", "stay", "look", "sound", "feel", "grow", "turn"}


# --- arguments ---


def _fill(parsed: Parsed, child: int, slots: dict[str, list[int]]) -> None:
    """Files one word below a predicate under its role."""
    word = parsed.words[child]
    role = _PLAIN_ROLES.get(word.dep)
    if role:
        slots.setdefault(role, []).extend(_resolved(parsed, child))
    elif word.dep in ("prep", "agent", "dative"):
        _fill_preposition(parsed, child, slots)
    elif word.dep in ("xcomp", "ccomp") or (word.dep == "advcl" and _is_controlled(parsed, child)):
        slots.setdefault("complement", []).extend(conjuncts(parsed, child))
    elif word.dep == "acl" and _is_infinitive(parsed, child):
        slots.setdefault("complement", []).append(child)


_SIDE = 20  # words within which the second side of a "between" must stand
_OUTER = {
    "according",
    "because",
    "due",
    "instead",
    "ahead",
    "owing",
    "thanks",
    "out",
    "prior",
    "as",
    "along",
    "together",
}
_PLAIN_ROLES = {"dobj": "object", "attr": "attribute", "acomp": "attribute", "oprd": "attribute", "iobj": "indirect"}


def _fill_preposition(parsed: Parsed, child: int, slots: dict[str, list[int]], outer: str = "") -> None:
    """Files what a preposition governs; one inside another goes by both ("because of", "according to")."""
    word = parsed.words[child]
    if word.dep == "dative" and word.pos != "ADP":
        slots.setdefault("indirect", []).extend(_resolved(parsed, child))
        return
    role = "subject" if word.dep == "agent" else f"{outer} {word.lemma}" if outer in _OUTER else word.lemma
    for inner in parsed.children[child]:
        below = parsed.words[inner]
        if below.dep == "pobj":
            named = _resolved(parsed, inner)
            if role == "between" and len(named) == 1:
                named = [*named, *_other_side(parsed, inner)]
            slots.setdefault(role, []).extend(named)
            _fill_exchange(parsed, word.lemma, inner, slots)
        elif below.dep == "pcomp":
            slots.setdefault(role, []).extend(conjuncts(parsed, inner))
        elif below.dep == "prep":
            _fill_preposition(parsed, inner, slots, word.lemma)


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
        _fill_preposition(parsed, child, inner)
    slots.setdefault("in return for", []).extend(inner.get("for", []))


def _resolved(parsed: Parsed, i: int) -> list[int]:
    """The word and its conjuncts; a relative pronoun gives way to what it stands for."""
    if parsed.words[i].tag in _RELATIVE:
        antecedent = relative_antecedent(parsed, i)
        return [antecedent] if antecedent is not None else [i]
    return conjuncts(parsed, i)


def relative_antecedent(parsed: Parsed, i: int) -> int | None:
    """The noun that a relative pronoun stands for: "the cleric" for "who" in "the cleric who left"."""
    for above in (i, *parsed.ancestors(i)):
        if parsed.words[above].dep == "relcl":
            return _named_by(parsed, parsed.words[above].head)
    return None


def _named_by(parsed: Parsed, i: int) -> int:
    """ "a write-off, something that Berlin opposes": "something" stands for what it is put beside."""
    word = parsed.words[i]
    return word.head if word.lemma == "something" and word.dep == "appos" else i


def _gap(parsed: Parsed, i: int, slots: dict[str, list[int]]) -> int | None:
    """ "the plan he backed": the antecedent is the object of a relative clause that names none."""
    word = parsed.words[i]
    if word.dep != "relcl" or slots.get("object") or slots.get("attribute") or slots.get("complement"):
        return None
    antecedent = _named_by(parsed, word.head)
    taken = {x for words in slots.values() for x in words}
    has_subject = any(parsed.words[c].dep in ("nsubj", "nsubjpass") for c in parsed.children[i])
    stranded = any(not parsed.children[c] for c in parsed.all(i, "prep"))
    pronoun = any(parsed.words[c].tag in _RELATIVE | {"WRB"} for c in subtree(parsed, i, {"relcl", "ccomp", "advcl"}))
    return antecedent if has_subject and antecedent not in taken and not stranded and not pronoun else None


def _raise_objects(parsed: Parsed, i: int, slots: dict[str, list[int]]) -> None:
    """ "urged voters to reject": the infinitive's own subject is the object of the verb above it."""
    if slots.get("object"):
        return
    for complement in slots.get("complement", []):
        subjects = parsed.all(complement, "nsubj", "nsubjpass")
        if subjects and _is_infinitive(parsed, complement):
            slots.setdefault("object", []).extend(x for s in subjects for x in _resolved(parsed, s))


def _is_infinitive(parsed: Parsed, i: int) -> bool:
    return any(parsed.words[c].tag == "TO" for c in parsed.all(i, "aux"))


def _clean(parsed: Parsed, i: int, slots: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    """Roles without repeats, without expletives and without the predicate itself."""
    clean = {}
    for role, words in slots.items():
        kept = tuple(dict.fromkeys(w for w in words if w != i and parsed.words[w].dep != "expl"))
        if kept:
            clean[role] = kept
    return clean


# --- subjects ---


def surface_subjects(parsed: Parsed, i: int, depth: int = 0) -> tuple[int, ...]:
    """The grammatical subject, said or understood, conjuncts apart."""
    own = parsed.all(i, "nsubj", "nsubjpass") or _subjects_of_auxiliary(parsed, i)
    if own:
        return tuple(x for s in own for x in _resolved(parsed, s))
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
            return tuple(x for s in own for x in _resolved(parsed, s))
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
    return _controlled(parsed, i, depth) if _is_controlled(parsed, i) else _as_head(parsed, i, depth)


def _is_controlled(parsed: Parsed, i: int) -> bool:
    """An infinitive behind the object of a verb of persuading or ordering."""
    head = parsed.words[i].head
    return (
        parsed.words[head].lemma in _OBJECT_CONTROL
        and _is_infinitive(parsed, i)
        and any(head < o < i for o in parsed.all(head, "dobj"))
    )


def _controlled(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """ "forced him to leave": the object; "wants to leave": the subject."""
    head = parsed.words[i].head
    if parsed.words[head].pos not in ("VERB", "AUX"):
        return _controlled_by_noun(parsed, head, depth)
    objects = parsed.all(head, "dobj", "dative")
    named = [x for o in objects if parsed.words[o].pos in ("NOUN", "PROPN", "PRON") for x in _resolved(parsed, o)]
    if named and parsed.words[head].lemma not in _SUBJECT_CONTROL:
        return tuple(named)
    return surface_subjects(parsed, head, depth)


def _controlled_by_noun(parsed: Parsed, noun: int, depth: int) -> tuple[int, ...]:
    """ "his refusal to leave": the owner; "is ready to leave": the subject of the copula."""
    owner = parsed.child(noun, "poss")
    if owner is not None:
        return (owner,)
    copula = _copula(parsed, noun)
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
    if _is_infinitive(parsed, i):
        return _controlled_by_noun(parsed, head, depth)
    return (head,)


def _after_preposition(parsed: Parsed, i: int, depth: int) -> tuple[int, ...]:
    """ "after meeting the envoy": the subject of the clause that the preposition hangs on."""
    for above in parsed.ancestors(i):
        if parsed.words[above].pos in ("VERB", "AUX"):
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


# --- the verb group ---


def is_passive(parsed: Parsed, i: int) -> bool:
    """Passive by its auxiliary, or a bare participle after its noun ("a deal brokered by Qatar")."""
    word = parsed.words[i]
    if parsed.child(i, "auxpass", "nsubjpass") is not None:
        return True
    if word.tag != "VBN" or parsed.all(i, "aux"):
        return False
    if word.dep == "conj":
        first = _first_conjunct(parsed, i)
        return first != i and is_passive(parsed, first) and parsed.child(i, "nsubj") is None
    return word.dep in ("acl", "advcl", "amod", "xcomp") and parsed.child(i, "dobj") is None


def _first_conjunct(parsed: Parsed, i: int) -> int:
    """The first of coordinated words: the one that the others hang on, one behind the other."""
    while parsed.words[i].dep == "conj" and parsed.words[i].head != i:
        i = parsed.words[i].head
    return i


def is_negated(parsed: Parsed, i: int) -> bool:
    """ "did not", "never", "no one", "neither side", "no longer" counts too."""
    for child in parsed.children[i]:
        word = parsed.words[child]
        if word.dep == "neg" or (word.dep == "advmod" and word.lemma in _NEGATIVE_ADVERBS):
            return True
        if word.dep in ("nsubj", "nsubjpass", "dobj") and (
            word.lemma in _NEGATIVE_WORDS or _no_determiner(parsed, child)
        ):
            return True
    return False


def _no_determiner(parsed: Parsed, i: int) -> bool:
    return any(parsed.words[c].lemma in ("no", "neither") for c in parsed.all(i, "det", "neg"))


def _modal(parsed: Parsed, i: int) -> str | None:
    for child in parsed.all(i, "aux"):
        if parsed.words[child].tag == "MD":
            return parsed.words[child].lemma
    word = parsed.words[i]
    if word.dep == "conj" and word.tag == "VB" and parsed.words[word.head].pos in ("VERB", "AUX"):
        return _modal(parsed, word.head)
    return None


def _tense(parsed: Parsed, i: int) -> Tense:
    """Of the finite word of the group; "none" for participles and infinitives on their own."""
    for child in parsed.all(i, "aux", "auxpass"):
        word = parsed.words[child]
        if word.tag == "MD":
            return "future" if word.lemma in ("will", "shall") or word.text.lower() in ("'ll", "’ll") else "none"
        if word.tag in ("VBD", "VBP", "VBZ"):
            return "past" if word.tag == "VBD" else "present"
    word = parsed.words[i]
    if word.tag == "VBD":
        return "past"
    if word.tag in ("VBP", "VBZ"):
        return "present"
    if word.dep == "conj" and parsed.words[word.head].pos in ("VERB", "AUX"):
        return _tense(parsed, word.head)
    return "none"


def _marker(parsed: Parsed, i: int) -> str | None:
    """The word that introduces the clause: "if", "that", "after", "to"; "should" and "had" when they stand first."""
    mark = parsed.child(i, "mark")
    if mark is not None:
        return parsed.words[mark].lemma
    word = parsed.words[i]
    if word.dep == "pcomp":
        return parsed.words[word.head].lemma
    first = min([i, *parsed.children[i]])
    opener = parsed.words[first]
    if opener.dep == "advmod" and opener.tag == "WRB":
        return opener.lemma
    if word.dep == "advcl" and opener.dep in ("aux", "auxpass") and opener.text.lower() in ("should", "had", "were"):
        return "if"
    return "to" if _is_infinitive(parsed, i) else None


def _lemma(parsed: Parsed, i: int) -> str:
    lemma = parsed.words[i].lemma
    particle = parsed.child(i, "prt")
    if particle is None:
        particle = next((c for c in parsed.all(i, "advmod", "prep") if c == i + 1 and _is_particle(parsed, c)), None)
    return f"{lemma} {parsed.words[particle].lemma}" if particle is not None else lemma


def _is_particle(parsed: Parsed, i: int) -> bool:
    """ "come round to it", "backed down": a short adverb right behind the verb, with nothing of its own but "to"."""
    word = parsed.words[i]
    if word.lemma not in _PARTICLES:
        return False
    return word.dep == "advmod" or not any(parsed.words[c].dep in ("pobj", "pcomp") for c in parsed.children[i])


_PARTICLES = {"round", "around", "back", "down", "out", "off", "away", "aside", "over", "through", "up"}


def governor_of(parsed: Parsed, i: int) -> tuple[int | None, str]:
    """The nearest predicate above the word, and the label of the branch that leads there."""
    word = parsed.words[i]
    if word.head == i:
        return None, "root"
    below = i
    for above in parsed.ancestors(i):
        if parsed.words[above].pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and parsed.words[below].dep != "conj":
            return above, parsed.words[below].dep
        if parsed.words[above].pos in ("VERB", "AUX"):
            return above, parsed.words[below].dep
        below = above
    return None, "root"
