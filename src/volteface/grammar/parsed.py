"""A text after parsing: words with tags and heads, sentences, quotations. Plain data, free of spaCy's own types.

Word numbers count through the whole text; offsets count code points of `text`, end exclusive.
"""

from functools import cached_property
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Offsets in the text, end exclusive."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Word(Struct, frozen=True, gc=False):
    """One word: `i` its number, `head` the number of its head (its own at a root), `tag` Penn, `pos` universal,
    `dep` the ClearNLP label, `entity` the type of the named entity that it is part of or ''."""

    i: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    entity: str
    sentence: int


class Parsed:
    """The parse of one text."""

    def __init__(self, text: str, words: list[Word], quotations: list[Span]) -> None:
        self.text = text
        self.words = words
        self.quotations = quotations

    @cached_property
    def children(self) -> list[list[int]]:
        """Per word, the numbers of the words that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                below[word.head].append(word.i)
        return below

    @cached_property
    def sentences(self) -> list[range]:
        """Per sentence, the numbers of its words."""
        starts = [w.i for k, w in enumerate(self.words) if k == 0 or self.words[k - 1].sentence != w.sentence]
        return [range(a, b) for a, b in zip(starts, [*starts[1:], len(self.words)], strict=True)]

    @cached_property
    def quotation_at(self) -> list[int | None]:
        """Per word, the number of the quotation that it stands in, or None."""
        inside: list[int | None] = [None] * len(self.words)
        q = 0
        for word in self.words:
            while q < len(self.quotations) and self.quotations[q].end <= word.start:
                q += 1
            if q < len(self.quotations) and self.quotations[q].start <= word.start:
                inside[word.i] = q
        return inside

    def child(self, i: int, *deps: str) -> int | None:
        """The first word on `i` with one of the labels."""
        return next((c for c in self.children[i] if self.words[c].dep in deps), None)

    def all(self, i: int, *deps: str) -> list[int]:
        """Every word on `i` with one of the labels."""
        return [c for c in self.children[i] if self.words[c].dep in deps]

    def ancestors(self, i: int) -> list[int]:
        """The heads above a word, nearest first."""
        above: list[int] = []
        while (head := self.words[i].head) != i:
            above.append(head)
            i = head
        return above

    def span(self, first: int, last: int) -> Span:
        """Offsets from the beginning of one word to the end of another."""
        return Span(self.words[first].start, self.words[last].end)

    def sentence_span(self, i: int) -> Span:
        """Offsets of the sentence with that number."""
        words = self.sentences[i]
        return self.span(words[0], words[-1])

    def words_in(self, span: Span) -> range:
        """The numbers of the words that lie inside the span."""
        low = self._word_at(span.start)
        high = self._word_at(span.end)
        return range(low, high)

    def _word_at(self, offset: int) -> int:
        """The number of the first word that begins at the offset or after it."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low
