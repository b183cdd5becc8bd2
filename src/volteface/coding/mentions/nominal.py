"""Noun phrases -> descriptions of actors: "the cleric", "two officials of the ministry", "dozens of protesters".

Only nouns of the list in `identity` (and a few endings) call actors; predicates ("is a member") call nobody.
"""

from collections.abc import Iterator

from volteface.coding.mentions.candidate import Description, Determiner, speaks
from volteface.grammar import Parsed, Span, Word, phrase
from volteface.identity.countries import country_of
from volteface.identity.nouns import Gender, Noun, gender_of, noun
from volteface.identity.words import noun_list

_INSIDE = {"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod", "advmod", "aux", "prt", "oprd"}
_DEMONSTRATIVE = {"this", "that", "these", "those", "such"}
_INDEFINITE = {
    "a",
    "an",
    "another",
    "some",
    "any",
    "no",
    "many",
    "several",
    "few",
    "every",
    "each",
    "more",
    "one",
    "most",
}
_PLURAL = {"NNS", "NNPS"}
_MARKS = {"amod", "compound", "nmod", "poss", "nummod"}
_TAKES_OF = {
    "accuse",
    "suspect",
    "convict",
    "warn",
    "inform",
    "strip",
    "acquit",
    "remind",
    "assure",
    "deprive",
    "clear",
}
_LESSER = {"deputy", "vice", "assistant", "shadow", "junior"}
_IDLE_MARKS = frozenset("former new late other two three same own old young senior top local own first last".split())


def descriptions(parsed: Parsed, taken: set[int]) -> Iterator[Description]:
    """Every description whose head is not part of a name, in order."""
    for word in parsed.words:
        if word.i in taken:
            continue
        if word.tag in ("NN", "NNS", "NNP", "NNPS", "JJ"):
            found = _described(parsed, word)
        else:
            counts = word.pos in ("NUM", "DET", "PRON", "ADJ") or _slipped_one(parsed, word)
            found = _counted(parsed, word) if counts else None
        if found is not None:
            yield found


def _described(parsed: Parsed, word: Word) -> Description | None:
    if word.dep in _INSIDE or (word.tag == "JJ" and parsed.child(word.i, "det") is None):
        return None
    if word.lemma in noun_list().parts or word.text.lower() in noun_list().parts:
        found = _counted(parsed, word)
        if found is not None:
            return found
    known, name = lookup(parsed, word)
    if known is None or _is_predicate(parsed, word) or (known.kind == "document" and not speaks(parsed, word.i)):
        return None
    return description(parsed, word, known, name)


def lookup(parsed: Parsed, word: Word) -> tuple[Noun | None, str]:
    """The noun as the list has it: "prime minister" before "minister", "troops" before "troop"."""
    low = word.text.lower()
    if word.i and parsed.words[word.i - 1].head == word.i and parsed.words[word.i - 1].dep in ("compound", "amod"):
        pair = f"{parsed.words[word.i - 1].text.lower()} {word.lemma}"
        if noun(pair):
            return noun(pair), pair
        if pair == "prime minister" or pair.split()[0] in _LESSER:
            return noun(word.lemma), pair
    own = noun(low)
    lemma = low.removesuffix("s") if word.tag == "NNPS" else word.lemma
    return (own, low) if own else (noun(lemma), lemma)


def _is_predicate(parsed: Parsed, word: Word) -> bool:
    """ "is a member", "as leader": says what somebody is."""
    above = parsed.words[word.head]
    if word.dep in ("attr", "oprd", "acomp"):
        return True
    return word.dep == "pobj" and above.lemma == "as" and parsed.child(word.i, "det", "poss") is None


def description(parsed: Parsed, word: Word, known: Noun, name: str) -> Description:
    """The phrase around its head."""
    owner = _owner(parsed, word.i)
    plural = word.tag in _PLURAL or (known.kind == "group" and word.lemma in ("people", "police"))
    marks = _marks(parsed, word, name)
    return Description(
        head=word.i,
        span=_shown(parsed, word.i),
        noun=name,
        kind="group" if plural and known.kind != "document" else known.kind,
        sector=known.sector,
        determiner=_determiner(parsed, word),
        plural=plural or known.kind == "group",
        marks=marks,
        owner=owner,
        gender=_gender(parsed, word, name),
        country=next((c for c in map(country_of, _texts(parsed, word.i)) if c), None),
        role=_role(parsed, word),
    )


def _shown(parsed: Parsed, i: int) -> Span:
    """The phrase without a possessive ending."""
    span = phrase(parsed, i)
    charge = _charge(parsed, i)
    if charge is not None:
        return Span(span.start, parsed.words[charge - 1].end)
    case = parsed.child(i, "case")
    if case is not None and parsed.words[case].end == span.end:
        return Span(span.start, parsed.words[i].end)
    return span


def _charge(parsed: Parsed, i: int) -> int | None:
    """The "of" that belongs to the verb: "accused the government of fraud"."""
    word = parsed.words[i]
    if word.dep not in ("dobj", "nsubjpass") or parsed.words[word.head].lemma not in _TAKES_OF:
        return None
    return next((p for p in parsed.all(i, "prep") if parsed.words[p].lemma == "of" and p > i), None)


def _gender(parsed: Parsed, word: Word, name: str) -> Gender | None:
    return gender_of(name.split()[-1]) or next(
        (g for c in parsed.all(word.i, "compound", "amod") if (g := gender_of(parsed.words[c].text.lower()))), None
    )


def _texts(parsed: Parsed, i: int) -> list[str]:
    """The words that modify the head directly, "of Kenya" and whole compound names among them."""
    found = []
    for child in parsed.children[i]:
        word = parsed.words[child]
        if word.dep in _MARKS:
            found.extend([word.text, parsed.text[phrase_start(parsed, child) : word.end]])
        elif word.dep == "prep" and word.lemma in ("of", "for", "in"):
            found.extend(parsed.words[c].text for c in parsed.all(child, "pobj"))
    return found


def phrase_start(parsed: Parsed, i: int) -> int:
    """Where the compound that ends in the word begins."""
    return min([parsed.words[i].start, *(parsed.words[c].start for c in parsed.all(i, "compound"))])


def _marks(parsed: Parsed, word: Word, name: str) -> frozenset[str]:
    low = (t.lower() for t in _texts(parsed, word.i) if " " not in t)
    own = name.split()
    return frozenset(t for t in low if t.isalpha() and t not in _IDLE_MARKS and t not in own)


def _owner(parsed: Parsed, i: int) -> int | None:
    """The possessor's head word: "Kenya" in "Kenya's president", "Berg" in "a Berg aide"."""
    named = (
        c for c in parsed.all(i, "compound") if parsed.words[c].entity == "PERSON" and parsed.words[i].pos != "PROPN"
    )
    owner = parsed.child(i, "poss")
    return owner if owner is not None else next(named, None)


def _determiner(parsed: Parsed, word: Word) -> Determiner:
    for child in parsed.children[word.i]:
        below = parsed.words[child]
        if child > word.i:
            break
        low = below.text.lower()
        if below.dep == "poss":
            return "owner"
        if low == "both":
            return "both"
        if below.dep in ("det", "predet", "amod", "nummod", "quantmod"):
            if low == "the":
                return "the"
            if low in _DEMONSTRATIVE:
                return "this"
            if low in _INDEFINITE:
                return "a"
            if below.tag == "CD":
                return "number"
    return "bare"


def _role(parsed: Parsed, word: Word) -> str:
    """The phrase as a role: "leader of the SPD" without its article."""
    span = phrase(parsed, word.i)
    text = " ".join(parsed.text[span.start : span.end].split())
    first, _, rest = text.partition(" ")
    text = rest if rest and first.lower() in ("the", "a", "an", "his", "her", "their", "its", "whose") else text
    return text if len(text) <= 80 else word.text


def _counted(parsed: Parsed, word: Word) -> Description | None:
    """ "dozens of protesters", "one of his aides", "some of them": who is counted."""
    slipped = _slipped_one(parsed, word)
    if word.lemma not in noun_list().parts and word.tag != "CD" and not slipped:
        return None
    of = next((p for p in parsed.all(word.i, "prep") if parsed.words[p].lemma == "of"), None)
    counted = parsed.child(of, "pobj") if of is not None else None
    if word.dep in _INSIDE:
        return None
    if counted is None:
        return _pair(parsed, word)
    known, name = lookup(parsed, parsed.words[counted])
    if known is None or known.kind == "document" or word.lemma in ("member", "coalition", "group", "crowd"):
        return None
    one = slipped or word.text.lower() in ("one", "each", "none")
    return Description(
        head=word.i,
        span=_counted_span(parsed, word, counted),
        noun=name,
        kind="person" if one and known.kind == "person" else "group",
        sector=known.sector,
        determiner="number",
        plural=not one,
        marks=_marks(parsed, parsed.words[counted], name),
    )


def _slipped_one(parsed: Parsed, word: Word) -> bool:
    """ "on of his aides" for "one of his aides": no preposition stands right before an "of"."""
    if word.text.lower() != "on":
        return False
    return any(parsed.words[c].lemma == "of" and c == word.i + 1 for c in parsed.children[word.i])


def _pair(parsed: Parsed, word: Word) -> Description | None:
    """ "The two met on Friday", "the latter three": people told by their number alone."""
    if word.tag != "CD" or not word.text.isalpha() or word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    if not any(parsed.words[c].text.lower() == "the" for c in parsed.children[word.i]):
        return None
    span = parsed.span(parsed.children[word.i][0], word.i)
    return Description(
        head=word.i, span=span, noun=word.lemma, kind="group", sector=None, determiner="both", plural=True
    )


def _counted_span(parsed: Parsed, word: Word, counted: int) -> Span:
    inner = phrase(parsed, counted)
    outer = phrase(parsed, word.i)
    return Span(min(outer.start, word.start), max(outer.end, inner.end) if inner.end - word.start < 200 else word.end)


def capitalized_office(parsed: Parsed, first: int, last: int) -> Description | None:
    """ "the Prime Minister", "Parliament": a run of capitals that is no name of its own."""
    word = parsed.words[last]
    low = word.text.lower()
    known, name = lookup(parsed, word)
    if known is None or word.dep in _INSIDE or _named_otherwise(parsed, first, last, known):
        return None
    if _is_predicate(parsed, word) or (known.kind == "document" and not speaks(parsed, word.i)):
        return None
    if low in noun_list().party and word.tag == "NNPS":
        return None
    return description(parsed, word, known, name)


def _named_otherwise(parsed: Parsed, first: int, last: int, known: Noun) -> bool:
    """A longer run that ends in a body is its name ("the Foreign Ministry"); "Major" alone may be a man's."""
    if known.kind in ("organization", "group") and first < last:
        return True
    alone = first == last and parsed.child(last, "det", "poss") is None
    return alone and parsed.words[last].entity == "PERSON"
