"""A clause -> what surrounds its event: the place, the topic and how many; words of the report, never guesses."""

from volteface.coding.cast import Cast
from volteface.coding.lexica import word_classes
from volteface.coding.rules.match import filled
from volteface.grammar import Clause, Parsed, Span, phrase

_PLACING = {"in", "at", "near", "outside", "inside", "around", "across", "on", "throughout"}
_PLACES = {"GPE", "LOC", "FAC"}
_OWN_CLAUSE = {"relcl", "advcl", "ccomp", "xcomp", "conj", "acl", "parataxis", "nsubj", "nsubjpass", "csubj", "pcomp"}
_DEEP = 40  # words of a clause that are looked through for its place


def place_of(parsed: Parsed, cast: Cast, clause: Clause, *, to: bool = False) -> int | None:
    """The head word of the place where the clause's event was: "met in Brno", "killed an elder in the town of Toro".

    What hangs on the subject or stands in a clause of its own places something else. `to`: forces go somewhere. "here"
    is the place of the dateline.
    """
    queue = [clause.predicate]
    for i in queue:
        for child in parsed.children[i]:
            word = parsed.words[child]
            if word.dep in _OWN_CLAUSE or len(queue) > _DEEP:
                continue
            if word.lemma == "here" and word.dep == "advmod":
                return dateline(parsed)
            if word.dep == "prep" and (word.lemma in _PLACING or (to and word.lemma in ("to", "into"))):
                for inner in parsed.all(child, "pobj"):
                    if _is_place(parsed, inner) and not (word.lemma == "on" and parsed.words[inner].entity == "GPE"):
                        return _named(parsed, inner)
            queue.append(child)
    return None


def _is_place(parsed: Parsed, word: int) -> bool:
    if parsed.words[word].entity in _PLACES:
        return True
    return parsed.words[word].lemma in word_classes("classes")["site"] and parsed.words[word].pos in ("NOUN", "PROPN")


def _named(parsed: Parsed, word: int) -> int:
    """ "the town of Toro" is Toro."""
    if parsed.words[word].entity in _PLACES:
        return word
    for preposition in parsed.all(word, "prep"):
        inner = parsed.child(preposition, "pobj")
        if parsed.words[preposition].lemma in ("of", "in") and inner is not None and _is_place(parsed, inner):
            return inner
    return word


def dateline(parsed: Parsed) -> int | None:
    """The last word of the place that a report opens with: "BRNO, May 3 - "."""
    first = parsed.sentences[0] if parsed.sentences else range(0)
    place = None
    for i in first[:12]:
        word = parsed.words[i]
        if word.text in ("-", "–", "—", "--"):
            return place
        if word.text in (",", "("):
            return (
                place if any(parsed.words[j].text in ("-", "–", "—", "--") for j in first[i - first[0] : 12]) else None
            )
        place = i
    return None


def topic_of(parsed: Parsed, clause: Clause) -> tuple[Span, ...]:
    """What the event was about: "talks on pensions", "about the dam", "over pay"."""
    for role in ("about", "over", "on", "against"):
        for word in filled(parsed, clause, role):
            if parsed.words[word].pos == "NOUN" and parsed.words[word].entity not in ("DATE", "TIME"):
                return (phrase(parsed, word),)
    return ()


_TOLL = {
    "kill": "dead",
    "die": "dead",
    "massacre": "dead",
    "injure": "injured",
    "wound": "injured",
    "hurt": "injured",
}
_SIZED = {"MOBILIZE": ("object", "subject"), "PROTEST": ("subject",), "COERCE": ("object",)}


def magnitude(parsed: Parsed, clause: Clause, type: str | None) -> dict[str, str]:
    """The dead, the injured, the size of a crowd, in the report's words: {"dead": "13 people"}."""
    found: dict[str, str] = {}
    below = parsed.all(clause.predicate, "advcl", "conj")
    for i in (clause.predicate, *below, *(c for b in below for c in parsed.all(b, "conj"))):
        _count_toll(parsed, i, found)
    for role in _SIZED.get(type or "", ()):
        for word in clause.slots.get(role, ()):
            if "size" not in found and _is_counted(parsed, word):
                found["size"] = _said(parsed, word)
    return found


def _count_toll(parsed: Parsed, i: int, found: dict[str, str]) -> None:
    """ "killed two farmers", "left seven people dead", "two farmers died"."""
    lemma = parsed.words[i].lemma
    if lemma == "leave":
        for word in parsed.all(i, "dobj", "ccomp", "oprd"):
            _count_left(parsed, word, found)
    kind = _TOLL.get(lemma)
    if kind is None:
        return
    roles = ("nsubj", "nsubjpass") if lemma == "die" or parsed.child(i, "nsubjpass") is not None else ("dobj",)
    for word in parsed.all(i, *roles):
        if kind not in found and _is_counted(parsed, word):
            found[kind] = _said(parsed, word)


def _count_left(parsed: Parsed, word: int, found: dict[str, str]) -> None:
    dead = parsed.words[word].lemma == "dead" or any(parsed.words[c].lemma == "dead" for c in parsed.children[word])
    people = word if parsed.words[word].pos == "NOUN" else parsed.child(word, "nsubj")
    if dead and people is not None and _is_counted(parsed, people):
        found.setdefault("dead", _said(parsed, people))


def _is_counted(parsed: Parsed, word: int) -> bool:
    """A number, or a noun with one."""
    if parsed.words[word].pos == "NUM" or parsed.words[word].lemma in word_classes("classes")["many"]:
        return True
    return parsed.child(word, "nummod", "quantmod") is not None


def _said(parsed: Parsed, word: int) -> str:
    span = phrase(parsed, word)
    return parsed.text[span.start : span.end]
