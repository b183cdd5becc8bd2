"""What may mention an actor, before anybody asks whom: names, descriptions and pronouns by their head words."""

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from volteface.coding.rules.attribution.words import words
from volteface.grammar import Parsed, Span
from volteface.identity.nouns import Gender, NounKind
from volteface.record.words import ActorKind

Determiner = Literal["the", "this", "a", "number", "owner", "bare", "both"]


class NameFound(Struct, frozen=True, kw_only=True):
    """A name: the words that it stands on without titles, and what its shape and titles tell of its bearer."""

    head: int
    span: Span
    kind: ActorKind | Literal["place"] | None
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    sector: str | None = None
    country: str | None = None
    nouns: frozenset[str] = frozenset()
    acts: bool = True  # False where it only says where something happens
    capital: bool = False  # a city that stands for a government
    sure: bool = True  # False where only its place in the sentence speaks for a name
    first: int = 0
    last: int = 0


class Description(Struct, frozen=True, kw_only=True):
    """A noun phrase for an actor: "the cleric", "two officials"; `marks` are the words that narrow it."""

    head: int
    span: Span
    noun: str
    kind: NounKind
    sector: str | None
    determiner: Determiner
    plural: bool
    marks: frozenset[str] = frozenset()
    owner: int | None = None
    gender: Gender | None = None
    country: str | None = None
    role: str = ""


class PronounFound(Struct, frozen=True):
    """A personal, possessive or reflexive pronoun."""

    head: int


Candidate = NameFound | Description | PronounFound

_PLACES = frozenset(
    "in at near around outside inside across throughout within along off into via towards toward beyond above".split()
)
_GOING = frozenset("go travel fly return arrive come move drive flee head march visit walk sail ride".split())
_REACHING = frozenset("leave visit reach enter flee tour".split())
_SEEN = frozenset("see obtain leak review".split())


@lru_cache(maxsize=1)
def speech() -> frozenset[str]:
    """First words of the verbs that attribute: who is their subject speaks."""
    known = words()
    return frozenset(w.split()[0] for group in known.verbs for w in group.words) | known.carriers


def only_a_place(parsed: Parsed, head: int) -> bool:
    """Whether the word says where: "in Kenya", "fled to Kenya", "Nairobi, Kenya"."""
    word = parsed.words[head]
    while word.dep == "conj" and word.head < word.i:
        word = parsed.words[word.head]
    if word.dep in ("appos", "npadvmod") and parsed.words[word.head].entity in ("GPE", "LOC"):
        return True
    above = parsed.words[word.head]
    if word.dep == "dobj":
        return above.lemma in _REACHING
    if word.dep != "pobj" or above.pos not in ("ADP", "SCONJ", "PART"):
        return False
    if above.lemma in ("to", "from", "for", "through"):
        return parsed.words[above.head].lemma in _GOING
    return above.lemma in _PLACES


def speaks(parsed: Parsed, head: int) -> bool:
    """Whether the word is the source of something: subject of a verb of speech, or behind "according to"."""
    word = parsed.words[head]
    above = parsed.words[word.head]
    if any(parsed.words[c].tag == "VBD" and parsed.words[c].lemma in speech() for c in parsed.all(head, "acl")):
        return True
    if word.dep in ("nsubj", "agent"):
        return above.lemma in speech() or (above.lemma == "go" and parsed.child(above.i, "prt", "advmod") is not None)
    if any(parsed.words[c].lemma in _SEEN for c in parsed.all(head, "acl")):
        return True
    if word.dep != "pobj":
        return False
    return above.text.lower() == "to" and head > 1 and parsed.words[above.i - 1].text.lower() == "according"
