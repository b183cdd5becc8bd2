"""A parse and its cast -> who says, thinks, wants, asks or denies what, by which word: the attributions of a report.

RULES is the order: the first rule that fits a cue is taken. Then come the sources that an attribution cites, and the
quotations that go on without a cue of their own.
"""

from collections.abc import Callable, Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Quote
from volteface.coding.rules.attribution import rules
from volteface.coding.rules.attribution.carried import (
    cited_source,
    cited_source_goes_on_saying,
    quoted_source_stands_within,
)
from volteface.coding.rules.attribution.continued import continued
from volteface.coding.rules.attribution.cue import Cue, cues
from volteface.coding.rules.attribution.labelled import paragraph_under_a_name_is_its
from volteface.coding.rules.attribution.phrases import according_to_names_the_source, view_of_somebody_is_his
from volteface.coding.rules.attribution.words import words
from volteface.grammar import Parsed

RULES: tuple[Callable[[Cue, rules.Scene], Iterator[Quote]], ...] = (
    rules.quotation_before_verb,
    rules.passive_report_names_nobody,
    rules.clause_around_verb,
    rules.quotation_after_verb,
    rules.complement_is_content,
    rules.passive_speaker_stands_behind_by,
    rules.clause_of_noun_is_content,
)


def quotes(parsed: Parsed, cast: Cast) -> list[Quote]:
    """Every attribution of the text, in the order of the cues."""
    known = cues(parsed, cast)
    made = _by_phrase(parsed, cast)
    carriers = [c for c in known if parsed.words[c.word].lemma in words().carriers]
    nested = {c.word: list(quoted_source_stands_within(c)) or list(cited_source_goes_on_saying(c)) for c in carriers}
    taken = {w for c in carriers if nested[c.word] for w in (c.word, *_below_as(c))}
    taken |= {parsed.words_in(q.cue)[0] for qs in nested.values() for q in qs if q.cue and q.source is not None}
    scene = rules.Scene(frozenset(c.word for c in known if c.group("speech")))
    for cue in known:
        if cue.word not in taken and cue.groups and (first := _first(cue, scene)):
            made[cue.word] = first
    cited = [q for c in carriers if not nested[c.word] for q in cited_source(c, made)]
    found = [*made.values(), *cited, *(q for inner in nested.values() for q in inner)]
    return continued(parsed, sorted([*found, *paragraph_under_a_name_is_its(parsed, cast)], key=_place))


def _place(quote: Quote) -> tuple[int, int]:
    return (quote.cue.start if quote.cue else quote.content[0].start), quote.content[0].start


def _first(cue: Cue, scene: rules.Scene) -> Quote | None:
    return next((quote for rule in RULES for quote in rule(cue, scene)), None)


def _below_as(cue: Cue) -> list[int]:
    """The "saying" of "quoted as saying", which is no cue of its own."""
    return [w for w in range(cue.word, min(cue.word + 40, len(cue.parsed.words))) if _is_saying(cue, w)]


def _is_saying(cue: Cue, w: int) -> bool:
    words_ = cue.parsed.words
    return words_[w].tag == "VBG" and words_[w - 1].lemma == "as"


def _by_phrase(parsed: Parsed, cast: Cast) -> dict[int, Quote]:
    openers = {"accord": (according_to_names_the_source,), **dict.fromkeys(words().phrases, (view_of_somebody_is_his,))}
    found = {}
    for word in parsed.words:
        for rule in openers.get(word.lemma, ()):
            if quote := next(rule(parsed, cast, word.i), None):
                found[word.i] = quote
    return found


__all__ = ["RULES", "quotes"]
