"""A cue with what a rule found -> the Quote: source, kind of source, kind of quotation, and the rule as its reason."""

from collections.abc import Callable
from typing import Any

import msgspec

from volteface.coding.finding import Quote, Reason
from volteface.coding.rules.attribution.cue import Cue
from volteface.coding.rules.attribution.source import named_head, source_kind
from volteface.grammar import Parsed, Span
from volteface.record.words import Quotation, VerbClass

Stated = Callable[..., Any]


def quote(
    cue: Cue,
    rule: Stated,
    spans: tuple[Span, ...],
    verb_class: VerbClass,
    frame: str,
    *,
    quotation: Quotation | None = None,
    source: int | None = None,
    span: Span | None = None,
) -> Quote:
    """The attribution as the rule saw it; without a source given, the cue's own speaker."""
    head = source if source is not None or cue.nominal else cue.speaker
    head = named_head(cue.parsed, head)
    return Quote(
        source=head,
        cue=span or cue.span,
        content=spans,
        verb_class=verb_class,
        quotation=quotation or in_marks(cue.parsed, spans),
        source_kind=source_kind(cue.parsed, cue.cast, head),
        reason=reason(rule, frame),
    )


def renewed(above: Quote, cue: Cue, rule: Stated, source: int, span: Span) -> Quote:
    """The same content by another source and cue."""
    head = named_head(cue.parsed, source)
    kind = source_kind(cue.parsed, cue.cast, head)
    why = reason(rule, "cite")
    return msgspec.structs.replace(above, source=head, cue=span, source_kind=kind, reason=why, verb_class="statement")


def reason(rule: Stated, frame: str) -> Reason:
    """The rule by name, and its statement of fact."""
    return Reason(rule.__name__, frame, (rule.__doc__ or "").strip())


def in_marks(parsed: Parsed, spans: tuple[Span, ...]) -> Quotation:
    """Mixed where some of the content stands in quotation marks."""
    inside = any(parsed.quotation_at[w] is not None for span in spans for w in parsed.words_in(span))
    return "mixed" if inside else "indirect"
