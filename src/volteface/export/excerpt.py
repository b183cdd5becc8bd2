"""Evidence and its report's text -> the sentence around it, cut to about two lines, with the evidence told apart.

The sentence is found by offsets alone: the words shown are the report's at exactly that place.
"""

import re

from msgspec import Struct

from volteface.export.plain import clean, flat
from volteface.record import Evidence

ROOM = 146  # characters: about two lines of 80 columns, less indent and marks
SHORT_ROOM = 70  # one line
_REACH = 1_000  # how far from the evidence its sentence may begin or end; beyond, the excerpt is cut anyway

_END = re.compile(r"(?P<stop>[.!?؟۔…][\"'”’»)\]]*)\s+(?=(?P<next>\S))|(?P<wide>[。！？][」』”]?)|\n[^\S\n]*\n\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Fr|Sr|Jr|St|Gen|Col|Lt|Maj|Capt|Sgt|Cllr|Sen|Rep|Gov|Pres|Amb|vs|cf"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Za-z]\.[A-Za-z])\.$"
)


class Quote(Struct, frozen=True):
    """A sentence in three parts: what stands before the evidence, the evidence, what stands after it."""

    before: str
    evidence: str
    after: str
    place: int  # where the sentence begins in the text

    def __str__(self) -> str:
        return self.before + self.evidence + self.after


def excerpt(text: str, evidence: Evidence, room: int = ROOM) -> Quote:
    """The evidence in its sentence, in about `room` characters; "…" marks what was cut."""
    start, end = evidence.start, evidence.end
    if text[start:end] != evidence.quote:
        return Quote("", _head(clean(evidence.quote), room), "", start)
    first, last = sentence(text, start, end)
    before, words, after = flat(text[first:start]).lstrip(), flat(text[start:end]), flat(text[end:last]).rstrip()
    if len(words) >= room:
        return Quote("…" if before.strip() else "", _head(words.strip(), room), "", first)
    spare = room - len(words)
    before = _tail(before, max(spare * 3 // 4, spare - len(after)))
    return Quote(before, words, _head(after, max(spare - len(before), 0)), first)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence or sentences that hold text[start:end]."""
    lower, upper = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = lower, upper
    for match in _END.finditer(text, lower, upper):
        if not _ends_sentence(text, match):
            continue
        if match.end() <= start:
            first = match.end()
        elif _stop(match) >= end:
            last = _stop(match)
            break
    return min(first, start), last


def _stop(match: re.Match[str]) -> int:
    return match.end("stop") if match["stop"] else match.end("wide") if match["wide"] else match.start()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """ "Mr. Linehan", "the U.S. troops" and "…" in mid-sentence end none."""
    if not match["stop"] or "\n\n" in match[0]:
        return True
    if match["next"].islower() or (match["next"].isdigit() and text.endswith("No", 0, match.start())):
        return False
    return not _ABBREVIATION.search(text, max(0, match.start() - 12), match.start() + 1)


def _head(words: str, room: int) -> str:
    """The beginning, cut between words."""
    if len(words) <= room:
        return words
    cut = words[: max(room - 1, 0)]
    is_mid_word = words[len(cut)] != " "
    return (cut.rsplit(" ", 1)[0] if is_mid_word and " " in cut else cut).rstrip(" ,;:") + "…"


def _tail(words: str, room: int) -> str:
    """The end, cut between words."""
    if len(words) <= room:
        return words
    cut = words[len(words) - max(room - 1, 0) :]
    is_mid_word = words[len(words) - len(cut) - 1] != " "
    return "…" + (cut.split(" ", 1)[1] if is_mid_word and " " in cut else cut).lstrip("-–—,;: ")
