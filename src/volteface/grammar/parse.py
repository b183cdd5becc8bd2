"""Texts -> Parsed, through spaCy; the only module that touches it, and no token of its leaves it.

A text is parsed paragraph by paragraph, so that a sentence never crosses a paragraph, memory stays flat on long
texts, and a dateline ("ATHENS - ") does not spoil the sentence behind it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from volteface.errors import UsageError
from volteface.grammar.parsed import Parsed, Span, Word
from volteface.grammar.quotations import quotations
from volteface.settings import DEFAULTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?…:;\"”’'»])\n")
_DATELINE = re.compile(r"[A-Z][\w.'’/-]*(?:[ ,]+(?:[A-Z][\w.'’/-]*|\d+|\([^)\n]*\))){0,6} ?[-–—]{1,2} (?=\S)")
_BREATH = re.compile(r"[\s,;]")
_LONGEST = 4000  # characters in one piece: longer ones cost memory and the parser nothing is gained
_LONGEST_RUN = 300  # characters without a blank
_RUN = re.compile(rf"\S{{{_LONGEST_RUN + 1},}}")
_TOGETHER = 32  # pieces in one batch of the pipeline


@lru_cache(maxsize=2)
def load(model: str) -> Any:
    """The spaCy pipeline of that name, which must be installed.

    Raises UsageError where it is not, or where it is no parser of English.
    """
    import spacy

    try:
        pipeline = spacy.load(model)
    except OSError as error:
        raise UsageError(
            f"no spaCy pipeline {model!r} is installed; install its package, or leave --model out for {DEFAULTS.model}"
        ) from error
    missing = [p for p in ("tagger", "parser", "lemmatizer", "ner") if p not in pipeline.pipe_names]
    if missing or pipeline.lang != "en":
        raise UsageError(f"{model!r} is no full English pipeline (lacks {', '.join(missing) or 'English'})")
    return pipeline


def parse(texts: Iterable[str], model: str = DEFAULTS.model) -> Iterator[Parsed]:
    """Each text parsed, in order, a few at a time."""
    pipeline = load(model)
    source = iter(texts)
    while batch := list(islice(source, _TOGETHER)):
        cut = [_pieces(text) for text in batch]
        docs = pipeline.pipe((words for pieces in cut for _, words in pieces), batch_size=_TOGETHER)
        for text, pieces in zip(batch, cut, strict=True):
            yield _parsed(text, [(at, doc) for (at, _), doc in zip(pieces, docs, strict=False)])


def _pieces(text: str) -> list[tuple[int, str]]:
    """(offset, words) of each piece that is parsed on its own; line breaks inside a piece become spaces."""
    ends = [m.end() for m in _PARAGRAPH_END.finditer(text)]
    pieces: list[tuple[int, str]] = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        if dateline := _DATELINE.match(text, start, min(end, start + 90)):
            pieces.append((start, text[start : dateline.end()]))
            start = dateline.end()
        pieces.extend(_short(text, start, end))
    return [(at, words.translate(_PLAIN)) for at, words in pieces if words.strip()]


# Line breaks and odd blanks become blanks, curly apostrophes straight ones: one character for one, so offsets hold.
_PLAIN = {ord(c): " " for c in "\n\t\v\f\r\x85\u2028\u2029\xa0"} | {ord("’"): "'"}


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """A paragraph in pieces of bounded length, cut at blanks where there are any."""
    while end - start > _LONGEST:
        cut = start + _LONGEST
        cut = next((m.end() for m in reversed(list(_BREATH.finditer(text, cut - 500, cut)))), cut)
        yield from _blanked(start, text[start:cut])
        start = cut
    yield from _blanked(start, text[start:end])


def _blanked(start: int, words: str) -> Iterator[tuple[int, str]]:
    """A piece cut inside runs without a blank, on which the tokenizer takes time by the square of their length."""
    at = 0
    for run in _RUN.finditer(words):
        for cut in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN):
            yield start + at, words[at:cut]
            at = cut
    yield start + at, words[at:]


def _parsed(text: str, docs: list[tuple[int, "Doc"]]) -> Parsed:
    words: list[Word] = []
    sentence = -1
    for at, doc in docs:
        kept = [t for t in doc if not t.is_space]
        number = {t.i: len(words) + k for k, t in enumerate(kept)}
        for k, t in enumerate(kept):
            sentence += bool(t.is_sent_start) or k == 0
            words.append(_word(t, number, at, sentence, text))
    return Parsed(text, words, quotations(text))


def _word(t: Any, number: dict[int, int], at: int, sentence: int, text: str) -> Word:
    i, start = number[t.i], at + t.idx
    end = start + len(t.text)
    return Word(
        i=i,
        text=text[start:end],
        lemma=t.lemma_.lower(),
        tag=t.tag_,
        pos=t.pos_,
        dep=t.dep_,
        head=number.get(t.head.i, i),
        start=start,
        end=end,
        entity=t.ent_type_,
        sentence=sentence,
    )


__all__ = ["Span", "load", "parse"]
