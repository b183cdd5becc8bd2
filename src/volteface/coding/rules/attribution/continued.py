"""Attributions and quotations -> the same, quotations that go on without a cue of their own added to the last speaker.

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
    owned = {w for q in quotes if q.cue for s in q.content for w in _quotations_in(parsed, s)}
    found = list(quotes)
    k, speaker = 0, None
    for q, quotation in enumerate(parsed.quotations):
        while k < len(found) and _starts(found[k]) < quotation.start:
            speaker = k if found[k].quotation == "direct" else speaker
            k += 1
        if q in owned or speaker is None or not _stands_alone(parsed, q):
            continue
        end = _end(found[speaker])
        if end < quotation.start and _REST.match(parsed.text[end : quotation.start - 1]):
            spans = (*found[speaker].content, marked(parsed, q))
            found[speaker] = msgspec.structs.replace(found[speaker], content=spans)
    return found


def _stands_alone(parsed: Parsed, q: int) -> bool:
    """A quotation of whole sentences."""
    quotation = parsed.quotations[q]
    return begins_whole(parsed, q) and parsed.text[quotation.end - 1] in _ENDS


def _quotations_in(parsed: Parsed, span: Span) -> set[int]:
    return {q for w in parsed.words_in(span) if (q := parsed.quotation_at[w]) is not None}


def _starts(quote: Quote) -> int:
    return quote.cue.start if quote.cue else quote.content[0].start


def _end(quote: Quote) -> int:
    return max(s.end for s in (*quote.content, *([quote.cue] if quote.cue else [])))
