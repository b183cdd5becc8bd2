"""A word that may attribute -> its cue: the span of its verb group, who speaks, and where its phrase begins and ends.

A cue says nothing about what is attributed; `content` and the rules do.
"""

from functools import cached_property

from msgspec import Struct

from volteface.coding.cast import Cast
from volteface.coding.rules.attribution.words import Group, Take, words
from volteface.grammar import Parsed, Span, subtree
from volteface.grammar.subjects import surface_subjects
from volteface.grammar.verbgroup import is_passive

# Verbs that only colour the verb below them: "used to say", "went on demanding".
_SUPPORTING = {"use", "go", "continue", "begin", "start", "keep", "seem", "like", "stop", "decline", "refuse"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_GROUP = {"aux", "auxpass", "neg", "prt"}
_MAIN = {"ROOT", "ccomp", "conj", "parataxis", "acl", "relcl", "advcl"}
_INNER = {"pobj", "compound", "nmod", "poss"}
_PLACES = {"GPE", "LOC", "FAC"}
_NO_SPEAKERS = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}
_TWO = 2
_FAR = 6  # words that may stand between the parts of a verb group


class Cue(Struct, frozen=True, kw_only=True, dict=True):
    """One word of the lexicon in one text, with the groups that it stands in."""

    parsed: Parsed
    cast: Cast
    word: int
    groups: tuple[Group, ...]
    nominal: bool = False

    @cached_property
    def passive(self) -> bool:
        """Whether the verb is passive."""
        return not self.nominal and is_passive(self.parsed, self.word)

    @cached_property
    def subjects(self) -> tuple[int, ...]:
        """Who does what the verb says, or whom it is done to where it is passive."""
        return surface_subjects(self.parsed, self.word)

    @cached_property
    def own_subject(self) -> int | None:
        """The subject that stands beside the verb itself: of two, "His father, he said, was ill", the nearer."""
        own = self.parsed.all(self.word, "nsubj", "nsubjpass")
        before = [s for s in own if s < self.word]
        return before[-1] if before else next(iter(own), None)

    @cached_property
    def agent(self) -> int | None:
        """Who is named with "by" after a passive."""
        by = self.parsed.child(self.word, "agent")
        return self.parsed.child(by, "pobj") if by is not None else None

    @cached_property
    def speaker(self) -> int | None:
        """Whose words they are: the subject, after a passive the agent."""
        if self.passive:
            return self.agent
        said = self.subjects if len(self.parsed.all(self.word, "nsubj")) < _TWO else (self.own_subject,)
        head = next((s for s in said if s is not None and _can_speak(self.parsed, s)), None)
        if head is not None and self.own_subject is not None and self.parsed.words[self.own_subject].lemma == "who":
            head = _person(self.parsed, head)
        if head is not None and self.parsed.words[self.word].dep in ("relcl", "acl"):
            head = _signer(self.parsed, head)
        if head is None and self.finite and self.parsed.words[self.word].dep in _MAIN:
            head = _beside(self.parsed, self.first)
        return head

    @cached_property
    def inverted(self) -> int | None:
        """ "said the mayor": the speaker behind the verb where the parse makes him an object."""
        if self.subjects or self.passive:
            return None
        thing = self.parsed.child(self.word, "dobj")
        return thing if thing is not None and thing - self.word < _FAR else None

    @cached_property
    def finite(self) -> bool:
        """Whether the verb group has a tense."""
        words = self.parsed.words
        return words[self.word].tag in FINITE or any(words[m].tag in FINITE for m in self.members)

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        """The lemmas of the auxiliaries."""
        return frozenset(self.parsed.words[a].lemma for a in self.parsed.all(self.word, "aux"))

    @cached_property
    def members(self) -> tuple[int, ...]:
        """The words of the verb group that stand together with the verb."""
        parsed, top = self.parsed, self.word
        found = [top, *parsed.all(top, *_GROUP)]
        over = parsed.words[top]
        if over.dep == "xcomp" and parsed.words[over.head].lemma in _SUPPORTING and over.head < top:
            found += [over.head, *parsed.all(over.head, *_GROUP)]
        return tuple(sorted(w for w in found if top - _FAR <= w <= top + _FAR))

    @cached_property
    def first(self) -> int:
        """The first word of the verb group; where a subject stands between, the first after it."""
        subject = self.own_subject
        return min(w for w in self.members if subject is None or subject > self.word or w > subject or w == self.word)

    @cached_property
    def last(self) -> int:
        """The last word of the verb group: the verb or its particle."""
        particle = self.parsed.child(self.word, "prt")
        return particle if particle == self.word + 1 else self.word

    @property
    def span(self) -> Span:
        """The words that attribute."""
        return self.parsed.span(self.first, self.last)

    @cached_property
    def edges(self) -> tuple[int, int]:
        """First and last word of the phrase that verb and speaker make: "the mayor of Pennock told reporters"."""
        parsed = self.parsed
        low, high = self.first, self.last
        subject = self.own_subject
        if subject is not None:
            below = subtree(parsed, subject)
            low, high = min(low, below[0]), max(high, below[-1])
        return low, high

    def group(self, *takes: Take) -> Group | None:
        """The first group of the word that takes one of these."""
        return next((g for g in self.groups if any(t in g.takes for t in takes)), None)


def _can_speak(parsed: Parsed, i: int) -> bool:
    word = parsed.words[i]
    if word.lemma in words().sources.publication:  # "the daily" looks like a date to the parser
        return True
    return word.entity not in _NO_SPEAKERS and word.tag not in ("WDT", "WP")


def _person(parsed: Parsed, i: int) -> int:
    """ "Anna Rossi, the mayor of Turin, who said": nobody is called "who" but a person, so not the city."""
    word = parsed.words[i]
    if word.entity not in _PLACES or word.dep != "pobj":
        return i
    above = parsed.words[word.head].head
    return above if parsed.words[above].pos in ("NOUN", "PROPN") else i


def _signer(parsed: Parsed, i: int) -> int:
    """ "They signed a letter urging him to leave": those who put their name to a paper speak, not the paper."""
    word = parsed.words[i]
    if word.lemma not in words().papers or word.dep not in ("dobj", "pobj"):
        return i
    verb = word.head if word.dep == "dobj" else parsed.words[word.head].head
    issued = parsed.words[verb].lemma in words().issuing
    return next(iter(surface_subjects(parsed, verb)), i) if issued else i


def _beside(parsed: Parsed, first: int) -> int | None:
    """The noun before a finite verb that the parser left without a subject: "In Rome the envoy, Anna Rossi, said"."""
    at = first - 1
    while at > 0 and parsed.words[at].pos in ("PUNCT", "ADV") and first - at < _FAR:
        at -= 1
    if at < 0 or parsed.words[at].sentence != parsed.words[first].sentence:
        return None
    if parsed.words[at].pos == "VERB":
        return parsed.child(at, "nsubj")
    for _ in range(_FAR):
        word = parsed.words[at]
        if word.pos not in ("NOUN", "PROPN", "PRON", "ADP") or (word.dep not in _INNER and word.pos != "ADP"):
            break
        at = word.head
    found = parsed.words[at]
    return at if found.pos in ("NOUN", "PROPN", "PRON") and _can_speak(parsed, at) else None


def cues(parsed: Parsed, cast: Cast) -> list[Cue]:
    """Every word of the text that the lexicon knows, in order."""
    known = words()
    found = []
    for word in parsed.words:
        if word.lemma not in known.first:
            continue
        if word.pos == "VERB" and word.dep not in ("aux", "auxpass"):
            groups = known.verb.get(_lemma(parsed, word.i)) or known.verb.get(word.lemma, ())
            if groups or word.lemma in known.carriers:
                found.append(Cue(parsed=parsed, cast=cast, word=word.i, groups=groups))
        elif word.pos == "NOUN" and word.lemma in known.noun:
            found.append(Cue(parsed=parsed, cast=cast, word=word.i, groups=known.noun[word.lemma], nominal=True))
    return found


def _lemma(parsed: Parsed, i: int) -> str:
    particle = parsed.child(i, "prt")
    if particle is None:
        particle = next((a for a in parsed.all(i, "advmod") if a == i + 1 and parsed.words[a].lemma == "aside"), None)
    return f"{parsed.words[i].lemma} {parsed.words[particle].lemma}" if particle is not None else parsed.words[i].lemma
