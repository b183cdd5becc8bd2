"""A noun -> the kind of actor that it calls, its PLOVER sector and gender.

Asked by lemma in lower case; a noun in no list calls no actor, apart from a few endings that always make persons.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from volteface.identity.words import given_names, noun_list

NounKind = Literal["person", "group", "organization", "document"]
Gender = Literal["f", "m"]

_PERSON_ENDING = re.compile(r".{2,}(?:[^\W\d]ist|man|woman|ologist|crat|person)$")
_NOT_PERSONS = {
    "list",
    "twist",
    "mist",
    "fist",
    "gist",
    "checklist",
    "shortlist",
    "blacklist",
    "woman",
    "human",
    "german",
    "roman",
}


class Noun(Struct, frozen=True):
    """What a noun says of the actor it calls."""

    kind: NounKind
    sector: str | None


@lru_cache(maxsize=4096)
def noun(lemma: str) -> Noun | None:
    """ "cleric": a person of sector REL; "ministry": an organization of GOV; "table": nobody."""
    known = _nouns().get(lemma)
    if known is None and _PERSON_ENDING.match(lemma) and lemma not in _NOT_PERSONS:
        return Noun("person", None)
    return known


@lru_cache(maxsize=4096)
def gender_of(word: str) -> Gender | None:
    """ "Mrs", "spokeswoman" and "Angela": f; "Mr", "chairman" and "Boris": m; others unknown."""
    low = word.rstrip(".").lower()
    if low in noun_list().female:
        return "f"
    return "m" if low in noun_list().male else _given().get(plain(word)) if word[:1].isupper() else None


def plain(word: str) -> str:
    """The word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _given() -> dict[str, Gender]:
    lists: tuple[tuple[Gender, frozenset[str]], ...] = (("f", given_names().female), ("m", given_names().male))
    return {plain(name): gender for gender, names in lists for name in names}


@lru_cache(maxsize=4096)
def same_office(lemma: str) -> frozenset[int]:
    """The numbers of the sets of like nouns that it is in: "premier" shares one with "prime minister"."""
    return frozenset(k for k, words in enumerate(noun_list().same) if lemma in words)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Noun]:
    lists = noun_list()
    found: dict[str, Noun] = {}
    by_kind: tuple[tuple[NounKind, dict[str, tuple[str, ...]]], ...] = (
        ("person", lists.person),
        ("organization", lists.organization),
        ("group", lists.group),
        ("document", lists.document),
    )
    for kind, sectors in by_kind:
        for sector, words in sectors.items():
            for word in words:
                found.setdefault(word, Noun(kind, None if sector == "any" else sector))
    return found
