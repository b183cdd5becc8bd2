"""The words of a name -> what kind of actor bears it, or None where none does.

What the name says itself (a gazetteer, "Ministry", "Bill") outranks what stood before it, and that the label of the
entity recognizer, which guesses.
"""

from typing import Literal

from msgspec import Struct

from volteface.coding.mentions.candidate import only_a_place, speech
from volteface.grammar import Parsed
from volteface.identity.countries import country_of, place
from volteface.identity.names import is_acronym
from volteface.identity.nouns import gender_of, noun
from volteface.identity.words import noun_list
from volteface.record.words import ActorKind

_LABELS: dict[str, ActorKind | None] = {"PERSON": "person", "ORG": "organization", "NORP": "group"}
_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_SUBJECT = {"nsubj", "nsubjpass", "agent", "poss", "dobj", "dative", "pobj", "appos", "conj", "attr", "ROOT"}


class Bearer(Struct, frozen=True):
    """Who bears a name: `kind` "place" is a spot that may act; `sure` is False where it is guessed."""

    kind: ActorKind | Literal["place"] | None
    sector: str | None = None
    country: str | None = None
    nouns: frozenset[str] = frozenset()
    capital: bool = False
    sure: bool = True


def bearer(parsed: Parsed, first: int, last: int, *, called: str | None) -> Bearer | None:
    """The kind of the actor that the words from `first` to `last` name; `called` is the kind of the noun before."""
    text = parsed.text[parsed.words[first].start : parsed.words[last].end]
    own = _by_own_words(parsed, first, last)
    if called == "person" and not (own and own.kind == "organization"):
        return Bearer("person")
    return (
        _by_gazetteer(parsed, text, last)
        or own
        or (Bearer("organization") if called in ("organization", "group") else None)
        or _by_sentence(parsed, first, last)
        or _by_label(parsed, first, last)
    )


def _by_gazetteer(parsed: Parsed, text: str, last: int) -> Bearer | None:
    found = place(text)
    if found is None:
        return None
    if found.body:
        return Bearer("organization", "IGO", capital=found.way == "capital")
    if found.way == "people":
        word = parsed.words[last]
        plain = word.tag in ("NNPS", "NNS") or (word.dep in _SUBJECT and word.dep not in ("attr", "ROOT"))
        return Bearer("group" if plain and not _leans(parsed, last) else None, country=found.code)
    if found.way == "seat":
        return Bearer("organization", "GOV", found.code)
    return Bearer("country", None, found.code, capital=found.way == "capital")


def _leans(parsed: Parsed, i: int) -> bool:
    """An adjective before its noun."""
    return parsed.words[i].dep in ("amod", "compound", "nmod") and parsed.words[i].head > i


def _by_own_words(parsed: Parsed, first: int, last: int) -> Bearer | None:
    words = parsed.words
    texts = [words[k].text for k in range(first, last + 1)]
    country = next((c for t in texts if (c := country_of(t))), None)
    low = texts[-1].lower()
    if low in noun_list().things:
        return Bearer(None)
    if low in noun_list().party or (
        first == last and low.rstrip("s") + "s" in noun_list().party and words[last].tag == "NNPS"
    ):
        return Bearer("organization", "PTY", country, frozenset(["party"]))
    if first < last and low in noun_list().papers and words[last].entity != "PERSON":
        return Bearer("organization", "MED", country, frozenset(["newspaper"]))
    for text in (low, texts[0].lower(), *(t.lower() for t in texts)):
        found = noun(text)
        if found is not None and found.kind == "organization" and first < last:
            return Bearer("organization", found.sector, country, frozenset([text]))
    return None


def _by_sentence(parsed: Parsed, first: int, last: int) -> Bearer | None:
    """ "her host, Camiel Eurlings", "Letta, the party's leader", "Vance, who": a person, whatever the label."""
    words = parsed.words
    if first < last and gender_of(words[first].text):
        return Bearer("person")
    for i in (first, last):
        above = words[words[i].head]
        if words[i].dep == "appos" and _is_person(above.lemma) and above.tag == "NN":
            return Bearer("person")
        if any(words[c].tag == "NN" and _is_person(words[c].lemma) for c in parsed.all(i, "appos")):
            return Bearer("person")
        for clause in parsed.all(i, "relcl"):
            if any(words[c].lemma in ("who", "whom") for c in parsed.children[clause]):
                return Bearer("person")
    return None


def _is_person(lemma: str) -> bool:
    found = noun(lemma)
    return found is not None and found.kind == "person"


def _by_label(parsed: Parsed, first: int, last: int) -> Bearer | None:
    words = parsed.words
    text = parsed.text[words[first].start : words[last].end]
    labels = [words[k].entity for k in range(first, last + 1) if words[k].entity]
    label = max(labels, key=labels.count) if labels else ""
    the = first > 0 and words[first - 1].text.lower() == "the"
    if is_acronym(text):
        return Bearer("organization") if label not in ("LAW", "MONEY") else Bearer(None)
    if label == "NORP" and _leans(parsed, last):
        return Bearer(None)
    if label in _LABELS:
        return Bearer("organization" if the and label == "PERSON" else _LABELS[label], sure=label == "PERSON")
    if label in _PLACE_LABELS:
        return _spot(parsed, first, last, the=the)
    if only_a_place(parsed, last):
        return Bearer(None)
    if words[last].dep in _SUBJECT or words[first].dep in _SUBJECT:
        return Bearer("organization" if the or text.isupper() else "person", sure=False)
    narrows = words[last].tag in ("NNP", "NNPS") and noun(words[words[last].head].lemma) and _leans(parsed, last)
    return Bearer("organization" if narrows else None, sure=False)


def _spot(parsed: Parsed, first: int, last: int, *, the: bool) -> Bearer:
    """A place by its label; somebody after all where it speaks under two names or has "the" as no town would."""
    word = parsed.words[last]
    acts = word.dep in ("nsubj", "agent", "dative")
    if first < last and acts and not the and parsed.words[word.head].lemma in speech():
        return Bearer("person", sure=False)
    if (
        the
        and word.entity in ("FAC", "LOC")
        and (acts or (word.dep in ("dobj", "pobj") and not only_a_place(parsed, last)))
    ):
        return Bearer("group", sure=False)
    return Bearer("place", sure=False)
