"""A predicate -> what its verb group says: voice, negation, modal, tense, its marker and what stands over it."""

from volteface.grammar.clause import Tense
from volteface.grammar.parsed import Parsed

_NEGATIVE_WORDS = {"no", "neither", "nobody", "none", "nor"}


_NEGATIVE_ADVERBS = {"never", "hardly", "scarcely", "nowhere"}


_PARTICLES = {"round", "around", "back", "down", "out", "off", "away", "aside", "over", "through", "up", "in", "on"}


_COPULAS = {"be", "become", "remain", "seem", "appear", "stay", "look", "sound", "feel", "grow", "turn"}


def is_passive(parsed: Parsed, i: int) -> bool:
    """Passive by its auxiliary, or a bare participle after its noun ("a deal brokered by Qatar")."""
    word = parsed.words[i]
    if parsed.child(i, "auxpass", "nsubjpass") is not None:
        return True
    if word.tag != "VBN" or parsed.all(i, "aux"):
        return False
    if word.dep == "conj":
        first = first_conjunct(parsed, i)
        return first != i and is_passive(parsed, first) and parsed.child(i, "nsubj") is None
    return word.dep in ("acl", "advcl", "amod", "xcomp") and parsed.child(i, "dobj") is None


def first_conjunct(parsed: Parsed, i: int) -> int:
    """The first of coordinated words: the one that the others hang on, one behind the other."""
    while parsed.words[i].dep == "conj" and parsed.words[i].head != i:
        i = parsed.words[i].head
    return i


def copula_of(parsed: Parsed, i: int) -> int | None:
    """The copula whose attribute the word is: "is" for "opposed" in "he is opposed to it"."""
    i = first_conjunct(parsed, i)
    word = parsed.words[i]
    head = parsed.words[word.head]
    if word.dep in ("attr", "acomp", "oprd") and head.pos in ("AUX", "VERB") and head.lemma in _COPULAS:
        return head.i
    return None


def is_negated(parsed: Parsed, i: int) -> bool:
    """ "did not", "never", "no one", "neither side", "no longer" counts too."""
    for child in parsed.children[i]:
        word = parsed.words[child]
        if word.dep == "neg" or (word.dep == "advmod" and word.lemma in _NEGATIVE_ADVERBS):
            return True
        if word.dep in ("nsubj", "nsubjpass", "dobj") and (
            word.lemma in _NEGATIVE_WORDS or no_determiner(parsed, child)
        ):
            return True
    return False


def no_determiner(parsed: Parsed, i: int) -> bool:
    """ "no minister", "neither side"."""
    return any(parsed.words[c].lemma in ("no", "neither") for c in parsed.all(i, "det", "neg"))


def modal_of(parsed: Parsed, i: int) -> str | None:
    """The modal of the group, its own or shared with the verb that it is coordinated with."""
    for child in parsed.all(i, "aux"):
        if parsed.words[child].tag == "MD":
            return parsed.words[child].lemma
    word = parsed.words[i]
    if word.dep == "conj" and word.tag == "VB" and parsed.words[word.head].pos in ("VERB", "AUX"):
        return modal_of(parsed, word.head)
    return None


def tense_of(parsed: Parsed, i: int) -> Tense:
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
        return tense_of(parsed, word.head)
    return "none"


def marker_of(parsed: Parsed, i: int) -> str | None:
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
    return "to" if is_infinitive(parsed, i) else None


def is_infinitive(parsed: Parsed, i: int) -> bool:
    """Whether a "to" stands before the verb."""
    return any(parsed.words[c].tag == "TO" for c in parsed.all(i, "aux"))


def lemma_of(parsed: Parsed, i: int) -> str:
    """The dictionary form with the particle: "call off"."""
    lemma = parsed.words[i].lemma
    particle = parsed.child(i, "prt")
    if particle is None:
        particle = next((c for c in parsed.all(i, "advmod", "prep") if c == i + 1 and is_particle(parsed, c)), None)
    return f"{lemma} {parsed.words[particle].lemma}" if particle is not None else lemma


def is_particle(parsed: Parsed, i: int) -> bool:
    """ "come round to it", "backed down": a short adverb right behind the verb, with nothing of its own but "to"."""
    word = parsed.words[i]
    if word.lemma not in _PARTICLES:
        return False
    return word.dep == "advmod" or not any(parsed.words[c].dep in ("pobj", "pcomp") for c in parsed.children[i])


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
