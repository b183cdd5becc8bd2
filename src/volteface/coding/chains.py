"""Quotes, cast and report -> attributions with their chains, and which of them a stretch of text is told through.

An attribution's parent is the innermost other in whose content the whole of it stands, so no chain runs in a circle.
"""

from bisect import bisect_right
from collections.abc import Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Quote
from volteface.grammar import Span, clause_of
from volteface.record import Attribution, Evidence, Ref, Report, Source
from volteface.record.ids import attribution_id
from volteface.record.words import AttributionId

_DEEPEST = 16  # no report nests deeper
# Rules of which the name tells how sources of one content stand to each other.
CITED_THING = "cited_thing_is_content"
QUOTING_AROUND = "quoting_source_stands_around"
CITED_WITHIN = "cited_source_stands_within"
QUOTED_WITHIN = "quoted_source_stands_within"


class Spoken:
    """The attributions of one report, in order of their cues, and the ways to find one."""

    def __init__(self, quotes: list[Quote], cast: Cast, report: Report) -> None:
        self.cast = cast
        self.report = report
        unique = {(q.cue, q.content): q for q in quotes if q.content}
        self.quotes = sorted(unique.values(), key=lambda q: (_first(q), q.content))
        self._wholes = _Index([(s, k) for k, q in enumerate(self.quotes) for s in q.content])
        self.parents: list[int | None] = [None] * len(self.quotes)
        for k in range(len(self.quotes)):
            self._hang(k, self._parent(k))
        self._relayed()
        self._told_to_a_medium()
        self.records = self._file()

    def holding(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds the span or, failing that, shares words with it."""
        k = self._holder(span)
        if k is None:
            k = self._toucher(span)
        return None if k is None else self.records[k]

    def within(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds the span: whose words they are that tell of an act."""
        k = self._holder(span)
        return None if k is None else self.records[k]

    def voiced(self, span: Span) -> Attribution | None:
        """The attribution that the span makes, cue and all ("X demanded Y"), or else the one that holds it."""
        made = [j for j in self._wholes.touching(span) if (cue := self.quotes[j].cue) and span.holds(cue)]
        k = self._toucher(span, made)
        return self.holding(span) if k is None else self.records[k]

    # --- nesting ---

    def _hang(self, k: int, parent: int | None) -> None:
        """Makes one the parent of another, unless that would lead round in a circle or too deep."""
        if parent is not None and k not in (above := [parent, *self._above(parent)]) and len(above) < _DEEPEST:
            self.parents[k] = parent

    def _above(self, k: int) -> list[int]:
        """The parents of one, innermost first."""
        above: list[int] = []
        while (parent := self.parents[k]) is not None:
            above.append(parent)
            k = parent
        return above

    def _parent(self, k: int) -> int | None:
        quote = self.quotes[k]
        needed = [*quote.content, *([quote.cue] if quote.cue else [])]
        holders = [j for j in self._wholes.holding(needed[0]) if j != k and self._stands_in(k, j, needed)]
        return min(holders, key=self._depth, default=None)

    def _relayed(self) -> None:
        """A nameless source that a medium quotes speaks through it from then on: nobody else has heard it.

        "The daily quotes an aide as saying that P. The aide adds that Q": Q reaches us through the daily, too.
        """
        through: dict[object, int] = {}
        for k, quote in enumerate(self.quotes):
            if quote.reason.rule == CITED_THING:
                through.update((who, k) for who in self._nameless_in(quote.content[0]))
            if quote.source_kind != "unnamed" or quote.source is None:
                continue
            key = self._who(quote.source)
            parent = self.parents[k]
            if parent is not None:
                through[key] = parent
            elif key in through and through[key] < k:
                self._hang(k, through[key])

    def _nameless_in(self, span: Span) -> Iterator[object]:
        """Whom "The agency cites an aide" cites without a name."""
        for word in self.cast.parsed.words_in(span):
            actor = self.cast.actor(word)
            if actor is not None and actor.kind == "unnamed":
                yield actor.id
                return

    def _told_to_a_medium(self) -> None:
        """Who tells a medium that the report cites is heard through it: "Reuters said P. An aide told the agency Q"."""
        media = {self._who(q.source): k for k, q in reversed([*enumerate(self.quotes)]) if q.source is not None}
        for k, quote in enumerate(self.quotes):
            if self.parents[k] is None and quote.source is not None:
                heard = next((media[a] for a in self._addressed(quote) if a in media), None)
                if heard is not None and heard < k and self._who(quote.source) != self._who(self.quotes[heard].source):
                    self._hang(k, heard)

    def _addressed(self, quote: Quote) -> Iterator[object]:
        """The media that somebody tells something."""
        parsed = self.cast.parsed
        for word in parsed.words_in(quote.cue) if quote.cue else ():
            if parsed.words[word].lemma == "tell":
                for head in clause_of(parsed, word).fill("indirect", "object"):
                    actor = self.cast.actor(head)
                    if actor is not None and actor.sector == "MED":
                        yield actor.id

    def _who(self, head: int | None) -> object:
        if head is None:
            return None
        actor = self.cast.actor(head)
        return actor.id if actor else self.cast.parsed.words[head].lemma

    def _stands_in(self, k: int, j: int, needed: list[Span]) -> bool:
        """Whether the whole of one stands in the content of another; of equal contents, by which cites which."""
        inner, outer = self.quotes[k], self.quotes[j]
        if inner.content == outer.content:
            return _rank(inner) > _rank(outer)
        cited = inner.reason.rule == CITED_WITHIN
        needed = list(inner.content) if cited else needed
        return all(any(s.holds(n) for s in outer.content) for n in needed)

    def _depth(self, k: int) -> tuple[int, int, int]:
        """Innermost first: the smaller content, of equal ones the deeper source."""
        size, _ = self._size(k)
        return size, -_rank(self.quotes[k]), k

    def _size(self, k: int) -> tuple[int, int]:
        return sum(s.end - s.start for s in self.quotes[k].content), k

    def _holder(self, span: Span) -> int | None:
        return min(self._wholes.holding(span), key=self._size, default=None)

    def _toucher(self, span: Span, among: list[int] | None = None) -> int | None:
        """Whose content the span shares most with; of equals, the outermost."""
        shared: dict[int, int] = {}
        for j in self._wholes.touching(span) if among is None else among:
            common = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in self.quotes[j].content)
            shared[j] = common
        return max(shared, key=lambda j: (shared[j], self._size(j)), default=None)

    # --- records ---

    def _file(self) -> list[Attribution]:
        """Every quote as a record, the outer ones first, so that an inner one knows its parent's chain."""
        filed: dict[int, Attribution] = {}
        for k in sorted(range(len(self.quotes)), key=lambda k: len(self._above(k))):
            parent = self.parents[k]
            filed[k] = self._record(self.quotes[k], filed[parent] if parent is not None else None)
        return [filed[k] for k in range(len(self.quotes))]

    def _record(self, quote: Quote, above: Attribution | None) -> Attribution:
        ref = self.cast.ref(quote.source) if quote.source is not None else Ref()
        outer = above.chain if above else (self.cast.publisher_ref(),)
        return Attribution(
            id=self._id(quote, ref),
            report=self.report.id,
            parent=above.id if above else None,
            source=Source(
                actor=ref.actor,
                text=ref.text,
                start=ref.start,
                end=ref.end,
                kind=quote.source_kind,
                spans=self._evidence(Span(ref.start, ref.end)) if ref.start is not None and ref.end else (),
            ),
            cue=self._evidence(quote.cue)[0] if quote.cue else None,
            content=self._evidence(*quote.content),
            verb_class=quote.verb_class,
            quotation=quote.quotation,
            chain=(*outer, ref),
        )

    def _id(self, quote: Quote, ref: Ref) -> AttributionId:
        own = (ref.text, ref.start, quote.verb_class, quote.quotation)
        return attribution_id(self.report.id, (quote.cue, quote.content), own)

    def _evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        return tuple(Evidence(self.report.id, s.start, s.end, self.report.text[s.start : s.end]) for s in spans)


def _first(quote: Quote) -> int:
    return quote.cue.start if quote.cue else quote.content[0].start


def _rank(quote: Quote) -> int:
    """How deep a source stands among those of the same content."""
    return {QUOTING_AROUND: 0, CITED_WITHIN: 2, QUOTED_WITHIN: 2}.get(quote.reason.rule, 1)


class _Index:
    """Spans by their place, for questions that must not walk all of them."""

    def __init__(self, spans: list[tuple[Span, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [s.start for s, _ in self.spans]
        self.longest = max((s.end - s.start for s, _ in self.spans), default=0)

    def touching(self, span: Span) -> list[int]:
        """Numbers of those that share a character with the span."""
        low = bisect_right(self.starts, span.start - self.longest - 1)
        high = bisect_right(self.starts, span.end)
        return [k for s, k in self.spans[low:high] if s.touches(span)]

    def holding(self, span: Span) -> list[int]:
        """Numbers of those that hold the span."""
        low = bisect_right(self.starts, span.end - self.longest - 1)
        high = bisect_right(self.starts, span.start)
        return [k for s, k in self.spans[low:high] if s.holds(span)]


__all__ = ["Spoken"]
