"""Phrases that attribute without a verb: "according to X", "in the view of X", "by her account"."""

from collections.abc import Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Quote
from volteface.coding.rules.attribution.cue import FINITE, Cue
from volteface.coding.rules.attribution.make import quote
from volteface.coding.rules.attribution.speech import around, before
from volteface.coding.rules.attribution.words import words
from volteface.grammar import Parsed, subtree


def according_to_names_the_source(parsed: Parsed, cast: Cast, word: int) -> Iterator[Quote]:
    """Who stands behind "according to" is the source of the sentence: The road is shut, according to the police."""
    to = word + 1
    if to >= len(parsed.words) or parsed.words[to].lemma != "to":
        return
    source = parsed.child(to, "pobj")
    if source is None:
        source = parsed.child(word, "pobj")
    if source is None:
        return
    cue = Cue(parsed=parsed, cast=cast, word=word, groups=(), nominal=True)
    last = _end(parsed, source)
    spans = around(parsed, word, word, last) or before(parsed, word, last)
    if spans:
        whole = parsed.span(word, to)
        yield quote(cue, according_to_names_the_source, spans, "statement", "according to", source=source, span=whole)


def view_of_somebody_is_his(parsed: Parsed, cast: Cast, word: int) -> Iterator[Quote]:
    """ "In his view" and "in the words of the mayor" name the source of the sentence: In her view, the deal is dead."""
    noun = parsed.child(word, "pobj")
    nouns = words().phrases.get(parsed.words[word].lemma, frozenset())
    if noun is None or parsed.words[noun].lemma not in nouns or not _set_off(parsed, word):
        return
    source = parsed.child(noun, "poss")
    of = parsed.child(noun, "prep")
    if source is None and of is not None and parsed.words[of].lemma == "of":
        source = parsed.child(of, "pobj")
        source = source if source is not None and cast.actor(source) else None  # "in the eye of the storm"
    if source is None:
        return
    last = max(_end(parsed, noun), _end(parsed, source))
    cue = Cue(parsed=parsed, cast=cast, word=word, groups=(), nominal=True)
    spans = around(parsed, word, word, last)
    if spans:
        span = parsed.span(noun, noun) if source < noun else parsed.span(word, of if of is not None else noun)
        yield quote(cue, view_of_somebody_is_his, spans, "belief", "view", source=source, span=span)


def _set_off(parsed: Parsed, word: int) -> bool:
    """At the head of a sentence or behind a comma."""
    before = parsed.words[word - 1] if word else None
    return before is None or before.sentence != parsed.words[word].sentence or before.text in (",", ";", ":", "–", "—")


def _end(parsed: Parsed, source: int) -> int:
    """The last word of the source with what is said about it, but not with a clause that the parser hung on it."""
    last = subtree(parsed, source, {"appos", "relcl", "conj", "cc", "punct"})[-1]
    for child in parsed.children[source]:
        dep = parsed.words[child].dep
        below = subtree(parsed, child)
        if child < source or below[0] > last + 2:
            continue
        if dep in ("relcl", "acl") or (dep in ("appos", "conj") and _closed(parsed, below[-1])):
            last = max(last, below[-1])
    return last


def _closed(parsed: Parsed, last: int) -> bool:
    """A mark follows, and then a verb before the sentence ends: the phrase did not swallow the clause's subject."""
    if last + 1 >= len(parsed.words) or parsed.words[last + 1].pos != "PUNCT":
        return False
    sentence = parsed.sentences[parsed.words[last].sentence]
    return last + 2 >= sentence.stop or any(parsed.words[w].tag in FINITE for w in range(last + 2, sentence.stop))
