"""A text -> the spans inside its quotation marks, in order, marks left out.

A quotation ends at its closing mark or, where a paragraph breaks off first, with the paragraph (a quotation that goes
on in the next paragraph opens with a mark of its own there).
"""

import re

from volteface.grammar.parsed import Span

# Double marks always quote; a single curly mark only where it stands like one: opening behind a blank, closing before.
_PAIRS = re.compile(
    r"“(?P<curly>[^“”\n]*(?:\n(?!\s*\n)[^“”\n]*)*)(?:”|(?=\n\s*\n)|$)"
    r"|\"(?P<straight>[^\"\n]*(?:\n(?!\s*\n)[^\"\n]*)*)(?:\"|(?=\n\s*\n)|$)"
    r"|«(?P<guillemets>[^«»\n]*)»"
    r"|„(?P<low>[^„“”\n]*)[“”]"
    r"|(?<!\w)‘(?P<single>[^‘\n]{2,400}?)’(?!\w)"
)
_LONGEST = 5000


def quotations(text: str) -> list[Span]:
    """The quoted spans; a mark that never closes quotes to the end of its paragraph, but never more than 5,000."""
    found = []
    for match in _PAIRS.finditer(text):
        group = match.lastgroup
        if group and 0 < match.end(group) - match.start(group) <= _LONGEST:
            found.append(Span(*match.span(group)))
    return found
