"""A cue and the text around it -> what is said before, around or behind it: quotations, and "P, she said, Q".

Told by position rather than by the parse, which is least reliable where marks and inserted clauses break a sentence.
"""

import re

from volteface.coding.rules.attribution.content import closed
from volteface.coding.rules.attribution.cue import FINITE, Cue
from volteface.grammar import Parsed, Span
from volteface.grammar.phrase import trimmed

_DEPENDENT = {"relcl", "acl", "advcl", "csubj", "pcomp"}
_BEFORE_WHOLE = re.compile(r"(?:^|[.?!:;”\"’—–-]|\n)\s*$")
_GAP_TO_QUOTATION = re.compile(r"[^.?!;\n]{0,160}[:,]\s*$")
_JOINING = {"because", "if", "that", "which", "unless", "while", "although", "though", "since", "so", "when", "who"}
_OPENERS = {",", "–", "—", "-", "”", '"'}
_BEGUN = 12  # words that the subject of an interrupted clause may have
_GAP = 3  # words that may stand between a quotation and the phrase of its cue: "yesterday", "for his part"


def begins_whole(parsed: Parsed, q: int) -> bool:
    """Whether a quotation opens where a sentence does, and so stands for itself."""
    start = parsed.quotations[q].start - 1
    return bool(_BEFORE_WHOLE.search(parsed.text, max(0, start - 3), start)) or start == 0


def quotation_before(cue: Cue) -> int | None:
    """ "P," she said: the quotation that ends where the phrase of the cue begins."""
    parsed = cue.parsed
    low = cue.edges[0]
    for near in range(low - 1, max(-1, low - 2 - _GAP), -1):
        q = parsed.quotation_at[near]
        if q is not None and q != parsed.quotation_at[cue.word]:
            return q if begins_whole(parsed, q) and _leads_on(parsed, q, low) else None
        if parsed.words[near].text in (".", ";", ":") or parsed.words[near].pos in ("VERB", "AUX"):
            return None
    return None


def _leads_on(parsed: Parsed, q: int, low: int) -> bool:
    """Whether the sentence goes on behind the quotation: it ends with a comma or what need not end a sentence."""
    end = parsed.quotations[q].end
    between = parsed.text[end : parsed.words[low].start]
    going_on = parsed.text[end - 1] in ",?!…—–-" or "," in between or parsed.words[low].text.islower()
    return "\n" not in between and going_on


def quotation_after(cue: Cue, others: frozenset[int]) -> int | None:
    """She said: "P". The quotation that opens behind the cue, with a colon or comma before it."""
    parsed = cue.parsed
    high = max(cue.last, cue.edges[1])
    q = _next_quotation(parsed, parsed.words[high].end)
    if q is None or (parsed.quotation_at[cue.word] is not None):
        return None
    opening = parsed.quotations[q].start - 1
    gap = parsed.text[parsed.words[high].end : opening]
    if not _GAP_TO_QUOTATION.match(gap) and gap.strip():
        return None
    between = parsed.words_in(Span(parsed.words[high].end, opening))
    return None if any(w in others for w in between) else q


def _next_quotation(parsed: Parsed, offset: int) -> int | None:
    """The first quotation that opens behind the offset."""
    low, high = 0, len(parsed.quotations)
    while low < high:
        middle = (low + high) // 2
        if parsed.quotations[middle].start <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(parsed.quotations) else None


def spoken_around(cue: Cue) -> tuple[Span, ...]:
    """ "P, she said" and "P, she said, Q": what stands before the comma, and behind the next where it goes on."""
    low, high = cue.edges
    if low and cue.parsed.words[low - 1].lemma == "as":
        return around(cue.parsed, cue.word, low - 1, high)
    if low == 0 or cue.parsed.words[low - 1].text not in _OPENERS:
        return ()
    return around(cue.parsed, cue.word, low, high)


def around(parsed: Parsed, word: int, low: int, high: int) -> tuple[Span, ...]:
    """The sentence around an inserted phrase that reaches from one word to another."""
    sentence = _bounds(parsed, word)
    left = range(_left_edge(parsed, sentence.start, low), low)
    right = _right(parsed, high, sentence.stop)
    if not left or parsed.words[low - 1].dep == "cc":
        return _spans(parsed, word, range(0), right or range(high + 1, sentence.stop))
    complete = any(_finite(parsed, w) for w in left)
    following = any(_finite(parsed, w) for w in right)
    if not complete and not following:
        return ()
    if complete and not _goes_on(parsed, right):
        begun = _begun(parsed, left) if following else None
        return _spans(parsed, word, left, range(0)) if begun is None else _spans(parsed, word, begun, right)
    return _spans(parsed, word, left, right)


def before(parsed: Parsed, word: int, high: int) -> tuple[Span, ...]:
    """What stands before a phrase that ends its sentence, be it a sentence to the parser or not."""
    sentence = _bounds(parsed, word)
    ends = all(parsed.words[w].pos == "PUNCT" for w in range(high + 1, sentence.stop))
    left = range(_left_edge(parsed, sentence.start, word), word)
    return _spans(parsed, word, left) if ends else ()


def _begun(parsed: Parsed, left: range) -> range | None:
    """A last clause without a verb yet: "the country" in "It owes millions, and the country, he says, is broke"."""
    for w in range(left.stop - 1, max(left.start, left.stop - _BEGUN) - 1, -1):
        if _finite(parsed, w):
            return None
        if parsed.words[w].dep == "cc" or parsed.words[w].tag in ("WDT", "WP", "WRB"):
            return range(w + 1, left.stop)
    return None


def _bounds(parsed: Parsed, i: int) -> range:
    """The words of the sentence, within the quotation where the cue stands in one."""
    sentence = parsed.sentences[parsed.words[i].sentence]
    q = parsed.quotation_at[i]
    if q is None:
        return sentence
    inside = parsed.words_in(parsed.quotations[q])
    return range(max(sentence.start, inside.start), min(sentence.stop, inside.stop))


def _left_edge(parsed: Parsed, start: int, end: int) -> int:
    """Where what is said begins: at the sentence, or behind its last colon or semicolon."""
    breaks = [w for w in range(start, end) if parsed.words[w].text in (":", ";")]
    return breaks[-1] + 1 if breaks else start


def _right(parsed: Parsed, high: int, stop: int) -> range:
    """The words behind the comma that closes the inserted phrase."""
    for w in range(high + 1, stop):
        if parsed.words[w].text in (",", "–", "—"):
            return range(w + 1, stop)
        if parsed.words[w].text in (";", ":"):
            break
    return range(0)


def _finite(parsed: Parsed, i: int) -> bool:
    """A finite verb of a clause that can stand alone."""
    word = parsed.words[i]
    if word.tag not in FINITE:
        return False
    main = word.head if word.dep in ("aux", "auxpass") else i
    return parsed.words[main].dep not in _DEPENDENT


def _goes_on(parsed: Parsed, right: range) -> bool:
    """Whether what follows the inserted clause is still said: "and talks will resume", "because the rate was cut"."""
    if not right:
        return False
    first = parsed.words[right[0]]
    if first.dep == "cc" and len(right) > 2:
        return parsed.words[right[1]].pos not in ("VERB", "AUX", "ADV") and any(_finite(parsed, w) for w in right)
    return first.lemma in _JOINING and first.lemma not in ("which", "who")


def _spans(parsed: Parsed, word: int, *parts: range) -> tuple[Span, ...]:
    wordy = [p for p in parts if any(parsed.words[w].pos not in ("PUNCT", "CCONJ") for w in p)]
    return tuple(closed(parsed, word, trimmed(parsed, p[0], p[-1])) for p in wordy)


__all__ = ["around", "before", "begins_whole", "quotation_after", "quotation_before", "spoken_around"]
