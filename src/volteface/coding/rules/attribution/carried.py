"""Sources within sources: "X, citing Y, says P", "X quoted Y as saying P", "Y, quoted by X, says P".

Both sources have the same content; the rule's name tells which stands within the other (see `chains`).
"""

from collections.abc import Iterator

from volteface.coding.finding import Quote
from volteface.coding.rules.attribution.content import fitted, marked, reach
from volteface.coding.rules.attribution.cue import Cue
from volteface.coding.rules.attribution.make import quote, renewed
from volteface.coding.rules.attribution.speech import quotation_before
from volteface.grammar import Span

_CARRYING = {"carry", "publish", "broadcast"}  # what a medium does with another's words: told in the passive only


def quoted_source_stands_within(cue: Cue) -> Iterator[Quote]:
    """Whom somebody quotes as saying P speaks within his words: The paper quoted an aide as saying that P."""
    saying = _saying(cue)
    if saying is None:
        return
    inner = _said_as(cue, saying)
    thing = cue.parsed.child(cue.word, "dobj")
    quoted = next(iter(cue.subjects), None) if cue.passive else thing
    if not inner or quoted is None:
        return
    outer = inner if cue.passive or thing is None else (_from(cue, thing, inner),)
    by = _quoted_by(cue, saying) if cue.passive else None
    yield quote(cue, quoting_source_stands_around, outer, "statement", "quote", source=by)
    span = cue.parsed.span(saying, saying)
    yield quote(cue, quoted_source_stands_within, inner, "statement", "quote", source=quoted, span=span)


def cited_source_goes_on_saying(cue: Cue) -> Iterator[Quote]:
    """Whom somebody cites is who goes on saying P: The report cited an aide, saying that the talks had failed."""
    saying = None if cue.passive else _going_on(cue)
    cited = _cited(cue) if saying is not None else None
    if saying is None or cited is None or cue.speaker is None or not cited < saying:
        return
    end = cue.parsed.sentences[cue.parsed.words[cue.word].sentence][-1]
    inner = (fitted(cue, saying + 1, end),)
    yield quote(cue, quoting_source_stands_around, (_from(cue, cited, inner),), "statement", "quote")
    span = cue.parsed.span(saying, saying)
    yield quote(cue, quoted_source_stands_within, inner, "statement", "quote", source=cited, span=span)


def _going_on(cue: Cue) -> int | None:
    """The "saying that" behind the verb, wherever the parser hangs it."""
    parsed = cue.parsed
    beside = (*parsed.children[cue.word], *parsed.children[parsed.words[cue.word].head])
    return next((w for w in sorted(beside) if w > cue.word and _is_going_on(cue, w)), None)


def _is_going_on(cue: Cue, w: int) -> bool:
    word = cue.parsed.words[w]
    return word.tag == "VBG" and word.lemma in ("say", "add", "claim") and cue.parsed.child(w, "ccomp") is not None


def _cited(cue: Cue) -> int | None:
    """Who is cited: the object, or whoever is told of in its place ("cited one of his aides")."""
    parsed = cue.parsed
    thing = parsed.child(cue.word, "dobj")
    if thing is not None:
        return thing
    return next((p for p in parsed.all(cue.word, "prep") if p == cue.word + 1 and cue.cast.at(p) is not None), None)


def _saying(cue: Cue) -> int | None:
    """The word "saying" in "quoted Y as saying"."""
    parsed = cue.parsed
    for particle in parsed.all(cue.word, "prep", "advcl"):
        word = parsed.words[particle]
        if word.lemma == "as":
            return parsed.child(particle, "pcomp")
        if word.tag == "VBG" and particle and parsed.words[particle - 1].lemma == "as":
            return particle
    return None


def _quoted_by(cue: Cue, saying: int) -> int | None:
    """ "was quoted as saying by the agency": the parser hangs the agency on either verb."""
    parsed = cue.parsed
    for preposition in parsed.all(saying, "agent", "prep"):
        if parsed.words[preposition].lemma == "by":
            return parsed.child(preposition, "pobj")
    return None


def _said_as(cue: Cue, saying: int) -> tuple[Span, ...]:
    """What is said: behind "saying", or in the quotation before the whole."""
    parsed = cue.parsed
    for child in parsed.children[saying]:
        if child > saying and parsed.words[child].dep in ("ccomp", "dobj", "xcomp"):
            words = reach(parsed, child)
            return (fitted(cue, max(words[0], saying + 1), words[-1]),)
    q = quotation_before(cue)
    return () if q is None else (marked(parsed, q),)


def _from(cue: Cue, thing: int, inner: tuple[Span, ...]) -> Span:
    """From the one who is quoted to the end of what he says."""
    return Span(cue.parsed.words[reach(cue.parsed, thing)[0]].start, inner[-1].end)


def cited_source(cue: Cue, outer: dict[int, Quote]) -> Iterator[Quote]:
    """The source that an attribution cites, or by which its speaker is cited; `outer` has the attributions by cue."""
    above = next((outer[w] for w in cue.parsed.ancestors(cue.word) if w in outer), None)
    if above is None:
        yield from cited_thing_is_content(cue)
    elif cue.passive:
        if cue.agent is not None:
            by = cue.parsed.child(cue.word, "agent")
            span = cue.parsed.span(cue.first, by if by is not None and by == cue.last + 1 else cue.last)
            yield renewed(above, cue, quoting_source_stands_around, cue.agent, span)
    elif (thing := _told_by(cue)) is not None:
        yield renewed(above, cue, cited_source_stands_within, thing, cue.span)


def _told_by(cue: Cue) -> int | None:
    """Who is cited: "citing two aides", "relaying what he had been told by two aides"."""
    parsed = cue.parsed
    if parsed.words[cue.word].lemma in _CARRYING:
        return None
    thing = parsed.child(cue.word, "dobj")
    clause = parsed.child(cue.word, "ccomp")
    if thing is not None or clause is None:
        return thing
    by = parsed.child(clause, "agent")
    return parsed.child(by, "pobj") if by is not None else None


def cited_source_stands_within() -> None:
    """A source that another cites speaks within the other's words: The paper, citing two aides, said that P."""


def quoting_source_stands_around() -> None:
    """A source that passes on another's words has them as its content: Officials, quoted by the agency, feared P."""


def cited_thing_is_content(cue: Cue) -> Iterator[Quote]:
    """What somebody cites is what he says: The ministry cited the cost of the war."""
    thing = cue.parsed.child(cue.word, "dobj")
    cites = cue.parsed.words[cue.word].lemma in ("cite", "quote")
    if cites and thing is not None and thing > cue.word and cue.speaker is not None:
        words = reach(cue.parsed, thing)
        yield quote(cue, cited_thing_is_content, (fitted(cue, words[0], words[-1]),), "statement", "cite")
