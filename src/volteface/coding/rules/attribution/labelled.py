"""A digest whose paragraphs open with the name of a medium in capitals -> one attribution a paragraph, to that medium.

"LIBERTY TIMES: The premier has resigned." One such opening is a dateline or a heading; two of different names make a
digest.
"""

import re
from collections.abc import Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Quote
from volteface.coding.rules.attribution.make import in_marks, reason
from volteface.grammar import Parsed, Span

_LABEL = re.compile(
    r"(?:^|\n[^\S\n]*\n)(?P<name>[A-Z][A-Z.'’&-]+(?: [A-Z.'’&-]+){0,4})(?: \([^)\n]{1,40}\))?: +"
    r"(?P<body>\S[^\n]*)"
)
_FEWEST = 2


def paragraph_under_a_name_is_its(parsed: Parsed, cast: Cast) -> Iterator[Quote]:
    """In a digest, a paragraph that opens with a medium's name in capitals tells what that medium reports."""
    found = list(_LABEL.finditer(parsed.text))
    if len({m["name"] for m in found}) < _FEWEST:
        return
    for match in found:
        heads = parsed.words_in(Span(*match.span("name")))
        if heads:
            body = Span(match.start("body"), match.start("body") + len(match["body"].rstrip()))
            yield Quote(
                source=heads[-1],
                cue=None,
                content=(body,),
                verb_class="statement",
                quotation=in_marks(parsed, (body,)),
                source_kind="publication",
                reason=reason(paragraph_under_a_name_is_its, "label"),
            )
