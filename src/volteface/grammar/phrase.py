"""Word numbers -> the spans of the phrases and clauses that they head."""

from volteface.grammar.parsed import Parsed, Span

# What ends a noun phrase: what is said about the thing rather than which thing it is.
_OUTSIDE_PHRASE = {"relcl", "appos", "cc", "conj", "parataxis", "punct", "advcl", "ccomp", "preconj", "dep", "meta"}
_OUTSIDE_NAME = _OUTSIDE_PHRASE | {"prep", "acl", "det", "advmod"}
_PERSONS = {"PERSON"}
_EDGES = {"PUNCT", "CCONJ"}
_POSSESSIVE = {"'s", "’s", "'", "’"}


def conjuncts(parsed: Parsed, i: int) -> list[int]:
    """The word and those coordinated with it: "Kurti and Vucic" from "Kurti"."""
    found = [i]
    for word in found:
        found.extend(c for c in parsed.children[word] if parsed.words[c].dep == "conj")
    return found


def subtree(parsed: Parsed, i: int, without: frozenset[str] | set[str] = frozenset()) -> list[int]:
    """The word and all below it, in order, leaving out the branches with these labels."""
    found = [i]
    for word in found:
        found.extend(c for c in parsed.children[word] if parsed.words[c].dep not in without)
    return sorted(found)


def phrase(parsed: Parsed, i: int) -> Span:
    """The noun phrase that a word heads, without relative clauses, appositions and conjuncts."""
    word = parsed.words[i]
    if word.pos in ("VERB", "AUX"):
        return clause_span(parsed, i)
    outside = _OUTSIDE_NAME if word.entity in _PERSONS or word.pos == "PRON" else _OUTSIDE_PHRASE
    keep = [i]
    for child in parsed.children[i]:
        if parsed.words[child].dep not in outside and not _loose(parsed, i, child):
            keep.extend(subtree(parsed, child, _OUTSIDE_PHRASE - {"conj", "cc", "punct"}))
    first, last = _contiguous(sorted(keep), i, parsed)
    if last > i and parsed.words[last].text in _POSSESSIVE:
        last -= 1
    return trimmed(parsed, first, last)


def _loose(parsed: Parsed, i: int, child: int) -> bool:
    """An adjunct behind a comma belongs to the sentence rather than to the phrase."""
    return (
        child > i and child > 0 and parsed.words[child - 1].text == "," and parsed.words[child].dep in ("prep", "acl")
    )


def _contiguous(kept: list[int], i: int, parsed: Parsed) -> tuple[int, int]:
    """The unbroken run of words around the head; single marks inside a name do not break it."""
    have = set(kept)
    first = last = i
    while first - 1 in have or (first - 2 in have and parsed.words[first - 1].pos == "PUNCT"):
        first -= 1
    while last + 1 in have or (last + 2 in have and parsed.words[last + 1].pos == "PUNCT"):
        last += 1
    return first, last


def clause_span(parsed: Parsed, i: int) -> Span:
    """The words of a clause: all below its predicate but for coordinated clauses, adverbial and speech clauses."""
    word = parsed.words[i]
    without = {"conj", "cc", "parataxis", "advcl", "punct"} if word.pos in ("VERB", "AUX") else _OUTSIDE_PHRASE
    keep = [i]
    for child in parsed.children[i]:
        if parsed.words[child].dep not in without or _is_purpose(parsed, child):
            keep.extend(subtree(parsed, child))
    return trimmed(parsed, min(keep), max(keep))


def _is_purpose(parsed: Parsed, i: int) -> bool:
    """ "to support it" behind its verb belongs to the clause, also where the parser takes it for an adverbial."""
    word = parsed.words[i]
    return word.dep == "advcl" and i > word.head and any(parsed.words[c].tag == "TO" for c in parsed.children[i])


def trimmed(parsed: Parsed, first: int, last: int) -> Span:
    """The span from one word to another without marks and conjunctions at its edges."""
    while first < last and parsed.words[first].pos in _EDGES:
        first += 1
    while last > first and parsed.words[last].pos in _EDGES and parsed.words[last].text not in (")", "]", "%"):
        last -= 1
    return parsed.span(first, last)
