"""One rule per construction in which a verb or noun attributes: a cue in, the attributions that it makes out.

A rule is named for what it asserts; its docstring is the statement of fact that a reader is shown.
"""

from collections.abc import Iterator

from msgspec import Struct

from volteface.coding.finding import Quote
from volteface.coding.rules.attribution.content import content, fitted, marked, reach
from volteface.coding.rules.attribution.cue import Cue
from volteface.coding.rules.attribution.make import quote
from volteface.coding.rules.attribution.speech import quotation_after, quotation_before, spoken_around
from volteface.coding.rules.attribution.words import Take, words
from volteface.grammar import subtree
from volteface.grammar.subjects import surface_subjects
from volteface.grammar.verbgroup import is_negated

_RELATIVE = {"WDT", "WP", "WP$"}
_OF_A_THING = {"object", "predicate", "infinitive", "gerund"}
# With these, a verb tells what somebody might say rather than what he said.
_UNSAID = {"will", "would", "may", "might", "shall", "could"}


class Scene(Struct, frozen=True):
    """What a rule may ask about besides its cue: which other words speak."""

    speaking: frozenset[int]


def quotation_before_verb(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """A quotation that ends where a verb of saying begins is the speaker's: "We shall go," the mayor said."""
    group = cue.group("speech")
    q = quotation_before(cue) if group and not _relative(cue) else None
    if q is None or group is None:
        return
    spans = [marked(cue.parsed, q)]
    after = quotation_after(cue, scene.speaking)
    if after is not None:
        spans.append(marked(cue.parsed, after))
    yield quote(
        cue,
        quotation_before_verb,
        tuple(spans),
        group.verb_class,
        group.name,
        quotation="direct",
        source=cue.inverted,
    )


def clause_around_verb(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """A sentence into which a verb of saying is set off by commas is what is said: The bridge, he said, was unsafe."""
    group = cue.group("speech")
    alone = cue.own_subject is not None or cue.inverted is not None
    if group is None or not alone or not cue.finite or _relative(cue) or _completed(cue):
        return
    spans = spoken_around(cue)
    if spans:
        yield quote(cue, clause_around_verb, spans, group.verb_class, group.name, source=cue.inverted)


def _relative(cue: Cue) -> bool:
    """ "who said": a clause about somebody is set off by commas, too."""
    subject = cue.own_subject
    return subject is not None and cue.parsed.words[subject].tag in _RELATIVE


def _completed(cue: Cue) -> bool:
    """Whether the verb has its content behind it, with no comma between."""
    found = content(cue)
    if found is None or (found[1].form == "object" and found[1].head == cue.inverted):
        return False
    first = next(iter(cue.parsed.words_in(found[2])), None)
    return first is not None and cue.parsed.words[first - 1].text != ","


def quotation_after_verb(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """A quotation that a verb of saying announces is the speaker's: He said: "We shall go." """
    group = cue.group("speech")
    q = quotation_after(cue, scene.speaking) if group else None
    if q is not None and group is not None:
        spans = (marked(cue.parsed, q),)
        yield quote(cue, quotation_after_verb, spans, group.verb_class, group.name, quotation="direct")


def passive_report_names_nobody(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """A passive of saying or believing with an infinitive names no source: The premier is expected to resign."""
    group = cue.group("nobody")
    if group is None or not cue.passive or cue.agent is not None:
        return
    for child in cue.parsed.all(cue.word, "xcomp"):
        below = reach(cue.parsed, child)
        if below[0] > cue.word:
            spans = (fitted(cue, below[0], below[-1]),)
            yield quote(cue, passive_report_names_nobody, spans, "belief", group.name)
            return


def passive_speaker_stands_behind_by(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """What is voiced in the passive is the subject, its source stands behind "by": The plan was hailed by the union."""
    group = cue.group("object", "predicate")
    thing = cue.own_subject
    if group is None or thing is None or not cue.passive or cue.agent is None or content(cue):
        return
    below = subtree(cue.parsed, thing, {"relcl", "appos"})
    spans = (fitted(cue, below[0], below[-1]),)
    yield quote(cue, passive_speaker_stands_behind_by, spans, group.verb_class, group.name)


def complement_is_content(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """What completes a verb of saying, thinking or wanting is its content: He said that the bridge was unsafe."""
    found = None if cue.nominal or _unsaid(cue) else content(cue)
    if found is None:
        return
    group, part, span, last = found
    if _only_meant(cue, part.form) or cue.parsed.words[part.head].lemma in words().idle:
        return
    if cue.passive and part.form in _OF_A_THING and cue.agent is None:
        return
    whole = cue.parsed.span(cue.first, last)
    yield quote(cue, complement_is_content, (span,), group.verb_class, group.name, span=whole)


def _unsaid(cue: Cue) -> bool:
    """ "would call", "did not promise", or somebody's words that speak of speech: no attribution of the report's."""
    if cue.auxiliaries & _UNSAID or cue.parsed.quotation_at[cue.word] is not None:
        return True
    if cue.passive and cue.parsed.words[cue.word].dep == "ccomp" and _own_subject_lemma(cue) == "it":
        return cue.parsed.words[cue.parsed.words[cue.word].head].lemma in ("let", "make")
    return is_negated(cue.parsed, cue.word)


def _own_subject_lemma(cue: Cue) -> str:
    return cue.parsed.words[cue.own_subject].lemma if cue.own_subject is not None else ""


def _only_meant(cue: Cue, form: Take) -> bool:
    """ "to reject the draft" is what somebody is to do; "to say that P" speaks all the same."""
    return form in _OF_A_THING and "to" in cue.auxiliaries and cue.first == min(cue.word, *cue.members)


def clause_of_noun_is_content(cue: Cue, scene: Scene) -> Iterator[Quote]:
    """The clause of a noun of saying is its content: His claim that the vote was stolen drew laughter."""
    found = content(cue) if cue.nominal else None
    if found is None:
        return
    group, _, span, _ = found
    owner = _owner(cue)
    whole = cue.parsed.span(cue.word, cue.word)
    yield quote(cue, clause_of_noun_is_content, (span,), group.verb_class, group.name, source=owner, span=whole)


def _owner(cue: Cue) -> int | None:
    """Whose claim it is: "his claim", "a claim by him"; else who makes it: "he repeated the claim"."""
    parsed = cue.parsed
    owner = parsed.child(cue.word, "poss")
    if owner is not None:
        return owner
    by = next((p for p in parsed.all(cue.word, "prep") if parsed.words[p].lemma in ("by", "of", "from")), None)
    if by is not None and parsed.child(by, "pobj") is not None:
        return parsed.child(by, "pobj")
    noun = parsed.words[cue.word]
    return next(iter(surface_subjects(parsed, noun.head)), None) if noun.dep == "dobj" else None
