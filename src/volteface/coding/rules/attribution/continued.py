"""Attributions and quotations -> the same with quotations that go on without a cue of their own added to the last speaker.

 "We shall go," he said. "And we shall not return." is one attribution of two spans, also where the second opens the
next paragraph.
"""

import re

import msgspec

from volteface.coding.finding import Quote
from volteface.coding.rules.attribution.content import marked
from volteface.coding.rules.attribution.speech import begins_whole
from volteface.grammar import Parsed, Span

# What may stand between the end of an attribution and the quotation that continues it: the rest of its sentence.
_REST = re.compile(r"[^.?!\n“”\"]{0,160}[.?!]?[”\"]?\s*$")
_ENDS = ".?!…"


def continued(parsed: Parsed, quotes: list[Quote]) -> list[Quote]:
    """The attributions in the same order, those of the speakers who go on with more spans."""
    owned = {w for q in quotes for s in q.content for w in _quotations_in(parsed, s)}
    found = list(quotes)
    for q, quotation in enumerate(parsed.quotations):
        if q in owned or not _stands_alone(parsed, q):
            continue
        k = _last_before(found, quotation)
        if k is not None and _REST.match(parsed.text[_end(found[k]) : quotation.start - 1]):
            found[k] = msgspec.structs.replace(found[k], content=(*found[k].content, marked(parsed, q)))
    return found


def _stands_alone(parsed: Parsed, q: int) -> bool:
    """A quotation of whole sentences."""
    quotation = parsed.quotations[q]
    return begins_whole(parsed, q) and parsed.text[quotation.end - 1] in _ENDS


def _quotations_in(parsed: Parsed, span: Span) -> set[int]:
    return {q for w in parsed.words_in(span) if (q := parsed.quotation_at[w]) is not None}


def _last_before(quotes: list[Quote], quotation: Span) -> int | None:
    """The attribution of direct speech whose cue or content ends last before the quotation."""
    best: int | None = None
    for k, quote in enumerate(quotes):
        if quote.cue and quote.cue.start > quotation.start:
            break
        if quote.quotation == "direct" and _end(quote) < quotation.start:
            best = k
    return best


def _end(quote: Quote) -> int:
    return max(s.end for s in (*quote.content, *([quote.cue] if quote.cue else [])))
