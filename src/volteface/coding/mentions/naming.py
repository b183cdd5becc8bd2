"""Runs of capitalized words -> names, with titles cut off in front and roles, kind and country read off what is cut.

A run is found by its letters, not by the parse, which often breaks foreign names; what is no actor yields nothing.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from volteface.coding.mentions.candidate import Description, NameFound, only_a_place
from volteface.coding.mentions.kinds import Bearer, bearer
from volteface.coding.mentions.nominal import capitalized_office
from volteface.grammar import Parsed, Span, Word
from volteface.identity.countries import country_of, place
from volteface.identity.names import is_acronym, is_close
from volteface.identity.nouns import gender_of, noun
from volteface.identity.words import noun_list

_NAME_TAGS = {"NNP", "NNPS"}
_LETTERLESS = {"DT", "PRP", "PRP$", "IN", "CC", "MD", "WP", "WDT", "WRB", "TO", "EX", "PDT", "CD", "RP", "UH"}
_NO_ACTOR = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
_PARTICLES = frozenset("al el ul bin ibn bint ben de del della di da dos do du van von der den ter la le e y".split())
_LINKS = {"of", "for"}
_OWNERS = frozenset("people women workers farmers teachers students children men lawyers employers lord king".split())
_OPENERS = {'"', "“", "‘", "(", ":", "[", "«", "—", "–", "-", "'", "„"}
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mondays tuesdays wednesdays
    thursdays fridays saturdays sundays""".split()
)
_PLACE_COLON = re.compile(r"\s*[A-Z][A-Z .'’-]{2,40}(?:,[^:\n]{1,30})?: ")
_LONGEST = 12  # words in one name
_CALLS = {"JJ", "NN", "NNP", "HYPH", "VBN", "CD", "VBG"}


def names(parsed: Parsed) -> Iterator[NameFound | Description]:
    """Every name, and every office written with capitals ("the Prime Minister"), in order."""
    i, end = 0, len(parsed.words)
    shouted = _shouted(parsed) | _datelines(parsed)
    known = _capital_words(parsed)
    i = _behind_place(parsed)
    while i < end:
        if not opens(parsed, i, shouted) and not (
            parsed.words[i].sentence not in shouted and _looks_known(parsed.words[i], known)
        ):
            i += 1
            continue
        last = _run_end(parsed, i, shouted)
        yield from _read(parsed, i, last)
        i = last + 1


def _behind_place(parsed: Parsed) -> int:
    """The first word behind a place in capitals that opens the report: "ISLAMABAD: The cabinet ..."."""
    opening = _PLACE_COLON.match(parsed.text)
    return len(parsed.words_in(Span(0, opening.end()))) if opening else 0


def _capital_words(parsed: Parsed) -> frozenset[str]:
    """Words that the tagger takes for names inside sentences, and so at the head of one too: "Crevits also visited"."""
    return frozenset(
        w.text
        for w in parsed.words
        if w.tag in _NAME_TAGS and len(w.text) > 3 and not begins(parsed, w.i) and _tells(w)
    )


def _looks_known(word: Word, known: frozenset[str]) -> bool:
    """A word like a known name, or a slip away from one at the head of a sentence: "Tsypras left" after "Tsipras"."""
    if word.text in known:
        return True
    slip = word.text[0].isupper() and word.dep == "nsubj" and word.pos in ("NOUN", "PROPN") and len(word.text) > 4
    if not slip or noun(word.lemma) is not None or len(known) > 400:
        return False
    return any(is_close(word.text, name) for name in known if name[0] == word.text[0])


def _tells(word: Word) -> bool:
    plain = word.text[0].isupper() and word.entity not in _NO_ACTOR and word.text.lower() not in _CALENDAR
    return plain and noun(word.lemma) is None


def _datelines(parsed: Parsed) -> frozenset[int]:
    """The sentences that make up a dateline ("ATHENS - ", "ISLAMABAD:"), which mention nobody."""
    found = {
        number
        for number, words in enumerate(parsed.sentences[:3])
        if len(words) < 14 and parsed.words[words[-1]].text in ("-", "–", "—", "--")
    }
    return frozenset(range(max(found) + 1)) if found else frozenset()


def _shouted(parsed: Parsed) -> frozenset[int]:
    """The sentences that stand in capitals throughout, where a capital tells nothing."""
    shouted = set()
    for number, words in enumerate(parsed.sentences):
        letters = [parsed.words[i].text for i in words if parsed.words[i].text[:1].isalpha()]
        if len(letters) > 4 and sum(w.isupper() for w in letters) > 0.6 * len(letters):
            shouted.add(number)
    return frozenset(shouted)


def opens(parsed: Parsed, i: int, shouted: frozenset[int]) -> bool:
    """Whether a name may begin here: a capitalized word that no grammar asks to be one, or "al-" before one."""
    word = parsed.words[i]
    if word.text.lower() in _PARTICLES and not word.text[0].isupper():
        following = _after_hyphens(parsed, i + 1)
        near = following is not None and following.sentence == word.sentence
        return near and following is not None and word.tag != "IN" and _is_capital(parsed, following.i, shouted)
    return _is_capital(parsed, i, shouted)


def _after_hyphens(parsed: Parsed, i: int) -> Word | None:
    while i < len(parsed.words) and parsed.words[i].text in ("-", "–", "‑"):
        i += 1
    return parsed.words[i] if i < len(parsed.words) else None


def _is_capital(parsed: Parsed, i: int, shouted: frozenset[int]) -> bool:
    word = parsed.words[i]
    if not word.text[0].isupper() or word.tag in _LETTERLESS or word.text.lower() in _CALENDAR or word.text == "I":
        return False
    if word.entity in _NO_ACTOR and not (word.tag in _NAME_TAGS and word.entity in ("CARDINAL", "ORDINAL")):
        return False
    if word.sentence in shouted:
        return word.entity in ("PERSON", "ORG", "GPE")
    if word.tag in _NAME_TAGS or word.entity in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    return word.pos in ("NOUN", "ADJ", "X", "VERB", "ADV", "INTJ") and not begins(parsed, i) and word.tag != "RB"


def begins(parsed: Parsed, i: int) -> bool:
    """Whether any word would be capitalized here: at the head of a sentence or of a quotation."""
    if i == 0 or parsed.words[i - 1].sentence != parsed.words[i].sentence:
        return True
    return parsed.words[i - 1].text in _OPENERS


def _run_end(parsed: Parsed, i: int, shouted: frozenset[int]) -> int:
    """The last word of the run that opens at `i`."""
    last = i
    while last - i < _LONGEST:
        step = _step(parsed, i, last, shouted)
        if step is None:
            return last
        last = step
    return last


def _step(parsed: Parsed, first: int, last: int, shouted: frozenset[int]) -> int | None:
    """The next word of the run, over a hyphen, a particle, "of the" or a possessive inside a name."""
    k = last + 1
    words = parsed.words
    if k >= len(words) or words[k].sentence != words[last].sentence:
        return None
    text = words[k].text
    if text in ("-", "–", "‑", "/") or text == "&":
        joined = k + 1 < len(words) and (text == "&" or words[k].start == words[last].end)
        return (
            k + 1 if joined and words[k + 1].text[0].isalnum() and words[k + 1].sentence == words[k].sentence else None
        )
    if _is_capital(parsed, k, shouted):
        return k if not _parts_here(words[last], words[k]) else None
    if text.lower() in _PARTICLES or text.lower() in _LINKS or text in ("’s", "'s", "’", "'", "and", "the"):
        return _over(parsed, first, last, shouted)
    return None


def _parts_here(a: Word, b: Word) -> bool:
    """ "told Reuters Ankara would": two names meet where the labels change and neither belongs to the other."""
    differ = a.entity != b.entity and a.entity in ("PERSON", "GPE", "ORG") and b.entity in ("PERSON", "GPE", "ORG")
    return differ and a.head != b.i and b.head != a.i and a.head != b.head


def _over(parsed: Parsed, first: int, last: int, shouted: frozenset[int]) -> int | None:
    words = parsed.words
    k, text = last + 1, words[last + 1].text
    ahead = k + 1
    while ahead < len(words) and words[ahead].text in ("-", "–", "‑"):
        ahead += 1
    if text == "of" and ahead < len(words) and words[ahead].text.lower() == "the":
        ahead += 1
    if ahead >= len(words) or not _is_capital(parsed, ahead, shouted) or words[ahead].sentence != words[last].sentence:
        return None
    if text in ("’s", "'s", "’", "'"):
        return ahead if words[last].text.lower() in _OWNERS else None
    if text in _LINKS:
        return ahead if _is_body(words[last].text) or _is_body(words[first].text) else None
    if text == "and":
        one = words[last].entity == words[k].entity == words[ahead].entity == "ORG"
        return (
            ahead
            if one and any(_is_body(words[j].text) for j in range(first, last + 1)) and place(words[ahead].text) is None
            else None
        )
    return ahead if text.lower() in _PARTICLES and text != "the" and not text[0].isupper() else None


def _is_body(text: str) -> bool:
    found = noun(text.lower())
    return found is not None and found.kind == "organization"


def _read(parsed: Parsed, first: int, last: int) -> Iterator[NameFound | Description]:
    """One run: a name with its titles, or an office."""
    words = parsed.words
    office = capitalized_office(parsed, first, last)
    if office is not None:
        if first < last and parsed.words[first].tag in _NAME_TAGS and parsed.words[first].entity != "NORP":
            yield from _affiliation(parsed, first, last + 1)
        yield office
        return
    begin = _title_end(parsed, first, last)
    calling = _calling(parsed, first, begin)
    found = bearer(parsed, begin, last, called=calling.kind)
    if found is None or (found.kind is None and not calling.roles):
        return
    yield _name(parsed, begin, last, found, calling)
    if begin - first > 1 and words[first].entity in ("ORG", "GPE") and not _goes_on(words[first].text):
        yield from _affiliation(parsed, first, begin)


class Calling(Struct, frozen=True):
    """What stands before a name: roles, the nouns in them, their sector and the kind of actor that they call."""

    roles: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    sector: str | None = None
    kind: str | None = None


def _name(parsed: Parsed, begin: int, last: int, found: Bearer, calling: Calling) -> NameFound:
    head = _head(parsed, begin, last)
    titles = [w for role in calling.roles for w in role.split()]
    gender = next((g for g in map(gender_of, titles) if g), None)
    if gender is None and found.kind == "person":
        gender = gender_of(parsed.words[begin].text) if last > begin else None
    return NameFound(
        head=head,
        span=parsed.span(begin, last),
        kind=found.kind,
        roles=calling.roles,
        gender=gender,
        sector=calling.sector or found.sector,
        country=found.country or next((c for w in titles if (c := country_of(w))), None),
        nouns=calling.nouns | found.nouns,
        acts=not only_a_place(parsed, head),
        capital=found.capital,
        sure=found.sure,
        first=begin,
        last=last,
    )


def _head(parsed: Parsed, first: int, last: int) -> int:
    """The word of the run that hangs on something outside it; the last such."""
    run = range(first, last + 1)
    outside = [i for i in run if parsed.words[i].head not in run or parsed.words[i].head == i]
    nominal = [i for i in outside if parsed.words[i].pos != "PUNCT"]
    return nominal[-1] if nominal else last


def _title_end(parsed: Parsed, first: int, last: int) -> int:
    """Where the name proper begins: behind the last title or office in the run, and behind adjectives of nations."""
    words = parsed.words
    begin = first
    for k in range(first, last):
        low = words[k].text.rstrip(".").lower()
        office = noun(low)
        titled = low in noun_list().titles or (office is not None and office.kind == "person")
        if titled and words[k + 1].text[0] not in "-–’'" and not _spoils(parsed, k + 1, last):
            begin = k + 1
    if begin == first and first < last and words[first].tag == "JJ" and _is_nation(words[first].text):
        begin = first if _is_body(words[last].text) or words[first + 1].text == "-" else first + 1
    while begin < last and words[begin].text.lower() in _LINKS | {"the", "and"}:
        begin += 1
    return begin


def _spoils(parsed: Parsed, begin: int, last: int) -> bool:
    """What is left behind a supposed title is a body ("General Assembly") or a link ("Speaker of the House")."""
    words = parsed.words
    if words[begin].text.lower() in _LINKS | {"and", "the"}:
        return last - begin < 2 or noun(words[last].text.lower()) is not None
    return _is_body(words[last].text) or words[last].text.lower() in noun_list().things or _is_body(words[begin].text)


def _is_nation(text: str) -> bool:
    found = place(text)
    return found is not None and found.way == "people"


def _calling(parsed: Parsed, first: int, begin: int) -> Calling:
    """Titles in the run and small-letter nouns before it: "opposition leader", "French President", "Mrs"."""
    words = parsed.words
    start = _called_from(parsed, first) if begin == first or _goes_on(words[first].text) else first
    if start == begin:
        return Calling()
    role = " ".join(parsed.text[words[start].start : words[begin - 1].end].split())
    texts = [t.rstrip(".").lower() for t in role.split()]
    short = noun_list().short
    known = [(n, f) for t in texts if (f := noun((n := short.get(t, t)).split()[-1]))]
    last = noun(short.get(texts[-1], texts[-1]).split()[-1])
    titled = texts[-1] in noun_list().titles or begin > first
    return Calling(
        roles=(role,),
        nouns=frozenset(n for n, f in known if last is None or f.kind == last.kind),
        sector=next((f.sector for _, f in reversed(known) if f.sector), None),
        kind=last.kind if last else ("person" if titled else None),
    )


def _goes_on(text: str) -> bool:
    return noun(text.rstrip(".").lower()) is not None or text.rstrip(".").lower() in noun_list().titles


def _called_from(parsed: Parsed, first: int) -> int:
    """Where the small-letter noun phrase before a name begins: "opposition leader" before "Raila Odinga"."""
    words = parsed.words
    k = first - 1
    if k < 0 or words[k].sentence != words[first].sentence or not words[k].text[0].islower():
        return first
    found = noun(words[k].text.lower())
    if found is None or words[k].tag not in ("NN", "JJ", "NNP") or found.kind == "document":
        return first
    while k > 0 and words[k - 1].sentence == words[first].sentence and words[k - 1].tag in _CALLS and first - k < 6:
        k -= 1
    while words[k].tag in ("HYPH", "CD") and k < first - 1:
        k += 1
    return k


def _affiliation(parsed: Parsed, first: int, begin: int) -> Iterator[NameFound]:
    """The body inside a title: "SPD" in "SPD Chairman Lars Klingbeil"."""
    last = first
    while last + 1 < begin - 1 and parsed.words[last + 1].entity == parsed.words[first].entity != "":
        last += 1
    if not parsed.words[first].entity and not is_acronym(parsed.words[first].text):
        return
    text = parsed.text[parsed.words[first].start : parsed.words[last].end]
    if _goes_on(text) or _is_nation(text):
        return
    found = bearer(parsed, first, last, called=None)
    if found is not None and found.kind is not None and found.kind != "place":
        yield _name(parsed, first, last, found, Calling())
