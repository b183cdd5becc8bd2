"""Turns -> the same turns with what the report says moved them.

A driver stands behind a turn's clause ("after", "because of", "in return for"), above it (who persuaded, what
prompted), or in a later sentence that takes the turn up again ("Her change of mind was put down to the ruling").
"""

from collections.abc import Iterator

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Cause, Finding
from volteface.coding.lexica import word_classes
from volteface.grammar import Parsed, Span, clause_of, clause_span, clauses, phrase

_BEHIND = (
    "in return for",
    "because of",
    "due to",
    "thanks to",
    "thank to",
    "owing to",
    "following",
    "under",
    "amid",
    "over",
    "after",
    "given",
)
_FAR = 8  # sentences within which a turn is taken up again
MOST = 4  # drivers of one turn


def with_causes(parsed: Parsed, cast: Cast, shifts: list[Finding]) -> list[Finding]:
    """Each turn with its drivers; what takes a turn up again is given to the nearest turn before it."""
    found = [[*_own_causes(parsed, s)] for s in shifts]
    for sentence, cause in _taken_up_again(parsed, cast):
        for k in _taken_up(parsed, cast, shifts, sentence):
            found[k].append(cause)
    return [
        replace(s, causes=tuple({c.span: c for c in causes if not _holds_the_turn(parsed, c, s)}.values())[:MOST])
        for s, causes in zip(shifts, found, strict=True)
    ]


def _taken_up(parsed: Parsed, cast: Cast, shifts: list[Finding], sentence: int) -> list[int]:
    """Which turns a later sentence takes up: the last one before it, and those of the same holder near it."""
    earlier = [k for k, s in enumerate(shifts) if 0 <= sentence - parsed.words[s.anchor].sentence <= _FAR]
    if not earlier:
        return []
    holders = holders_of(cast, shifts[max(earlier, key=lambda k: shifts[k].anchor)])
    return [k for k in earlier if holders_of(cast, shifts[k]) & holders]


def holders_of(cast: Cast, finding: Finding) -> set[str]:
    """The actors who hold a stance or make a turn."""
    return {a.id for p in finding.parts["holder"] if p.head is not None and (a := cast.actor(p.head))}


def _holds_the_turn(parsed: Parsed, cause: Cause, shift: Finding) -> bool:
    """A turn does not drive itself."""
    return cause.span.start <= parsed.words[shift.anchor].start < cause.span.end


def _own_causes(parsed: Parsed, shift: Finding) -> list[Cause]:
    found: list[Cause] = []
    for host in _hosts(parsed, shift.anchor):
        for rule in (_prepositions_behind, _clauses_behind, _movers_above, _yielded_to):
            found.extend(rule(parsed, host))
    found.extend((*_keys_above(parsed, shift.anchor), *_changer(parsed, shift)))
    return found or list(_reasons_in_the_sentence(parsed, shift.anchor))


def _hosts(parsed: Parsed, anchor: int) -> list[int]:
    """The turn's predicate and the verbs that it completes or is coordinated with."""
    hosts = [anchor]
    while parsed.words[hosts[-1]].dep in ("xcomp", "pcomp", "prep", "acomp", "attr", "conj") and len(hosts) < 4:
        hosts.append(parsed.words[hosts[-1]].head)
    return [h for h in hosts if parsed.words[h].pos in ("VERB", "AUX", "NOUN", "ADJ")]


def _prepositions_behind(parsed: Parsed, host: int) -> Iterator[Cause]:
    """ "after the ruling", "under pressure from Beijing", "in return for two posts", "at the request of the king"."""
    slots = clause_of(parsed, host).slots
    words = word_classes("turning")
    for role in (*_BEHIND, "at", "in"):
        for head in slots.get(role, ()):
            wanted = {"at": words["request"], "in": words["request"], "under": words["under"]}.get(role)
            reason = wanted is None or parsed.words[head].lemma in wanted
            if reason and parsed.words[head].entity not in ("DATE", "TIME", "GPE"):
                yield Cause(span=_span(parsed, head))


def _span(parsed: Parsed, head: int) -> Span:
    return clause_span(parsed, head) if parsed.words[head].pos in ("VERB", "AUX") else phrase(parsed, head)


def _clauses_behind(parsed: Parsed, host: int) -> Iterator[Cause]:
    """ "after a judge refused an injunction", "because the money had run out"."""
    for child in parsed.all(host, "advcl"):
        if clause_of(parsed, child).marker in ("because", "after", "since", "as", "when", "once"):
            yield Cause(span=_without_marker(parsed, child))


def _reasons_in_the_sentence(parsed: Parsed, anchor: int) -> Iterator[Cause]:
    """Where nothing hangs on the turn itself: the clauses and phrases of its sentence that give a reason."""
    for i in parsed.sentences[parsed.words[anchor].sentence]:
        word = parsed.words[i]
        if word.dep == "advcl" and clause_of(parsed, i).marker in ("because", "after"):
            yield Cause(span=_without_marker(parsed, i))
        elif word.dep == "prep" and word.lemma in ("after", "following", "amid") and i > anchor:
            for head in parsed.all(i, "pobj"):
                if parsed.words[head].entity not in ("DATE", "TIME"):
                    yield Cause(span=phrase(parsed, head))


def _yielded_to(parsed: Parsed, host: int) -> Iterator[Cause]:
    """ "withdrew the decree, giving in to the protesters": whom somebody gives in to moved him."""
    words = word_classes("turning")
    for child in parsed.all(host, "advcl"):
        clause = clause_of(parsed, child)
        if clause.lemma in words["yielding"]:
            for head in clause.fill("to"):
                yield Cause(span=phrase(parsed, head))
        elif clause.lemma == "cite":
            for head in clause.fill("object"):
                yield Cause(span=phrase(parsed, head))


def _without_marker(parsed: Parsed, i: int) -> Span:
    """The clause behind its "after" or "because", without a "days" before it."""
    span = clause_span(parsed, i)
    markers = [c for c in parsed.children[i] if c < i and parsed.words[c].dep in ("mark", "advmod")]
    openers = [c for c in markers if parsed.words[c].lemma in ("because", "after", "since", "as", "when", "once")]
    return Span(parsed.words[max(openers) + 1].start, span.end) if openers else span


def _movers_above(parsed: Parsed, host: int) -> Iterator[Cause]:
    """ "The strike persuaded him to back the truce": what moved him is the subject of the verb of moving."""
    words = word_classes("turning")
    clause = clause_of(parsed, host)
    above = clause.governor
    for verb in (host, above):
        if verb is None or parsed.words[verb].lemma not in words["moving"]:
            continue
        for subject in clause_of(parsed, verb).slots.get("subject", ()):
            if parsed.words[subject].pos != "PRON":
                yield Cause(span=phrase(parsed, subject))


def _changer(parsed: Parsed, shift: Finding) -> Iterator[Cause]:
    """ "The promises changed the mind of the cleric": what changed it."""
    if shift.reason.rule == "mind_that_something_changed":
        for subject in clause_of(parsed, shift.anchor).slots.get("subject", ()):
            yield Cause(span=phrase(parsed, subject))


def _keys_above(parsed: Parsed, anchor: int) -> Iterator[Cause]:
    """ "The promises were the key of the change", "a visit seen as the turning point": what is called so moved it."""
    words = word_classes("turning")
    yield from _called_a_turn(parsed, anchor)
    for above in parsed.ancestors(anchor)[:4]:
        if parsed.words[above].lemma in words["key"] and parsed.words[above].pos == "NOUN":
            for subject in clause_of(parsed, above).slots.get("subject", ()):
                yield Cause(span=phrase(parsed, subject))


def _called_a_turn(parsed: Parsed, noun: int) -> Iterator[Cause]:
    """ "a meeting considered as a turning point in his stance", "The visit was a turning point"."""
    if parsed.words[noun].pos != "NOUN":
        return
    above = clause_of(parsed, parsed.words[parsed.words[noun].head].head)
    named = clause_of(parsed, noun).slots.get("subject", ())
    if noun in above.slots.get("as", ()):
        named = above.slots.get("object", ())
    for head in named:
        if parsed.words[head].pos in ("NOUN", "PROPN"):
            yield Cause(span=phrase(parsed, head))


def _taken_up_again(parsed: Parsed, cast: Cast) -> Iterator[tuple[int, Cause]]:
    """ "The turn was put down to the ruling", "The promises changed the mind of the cleric": (sentence, driver)."""
    words = word_classes("turning")
    for clause in clauses(parsed):
        things = clause.slots.get("object", ()) if clause.lemma in words["changing"] else ()
        if any(parsed.words[w].lemma in words["stance"] and clause_of(parsed, w).fill("owner", "of") for w in things):
            for head in clause.slots.get("subject", ()):
                if parsed.words[head].pos == "NOUN" and cast.actor(head) is None:
                    yield parsed.words[head].sentence, _cause(parsed, head, clause.negated)
    for word in parsed.words:
        if word.lemma not in words["turn"] or word.pos != "NOUN":
            continue
        if word.dep == "nsubjpass":
            verb = clause_of(parsed, word.head)
            if verb.lemma in words["credit"] or verb.lemma.split()[0] in words["credit"]:
                for head in verb.fill("to", "on", "subject"):
                    yield word.sentence, _cause(parsed, head, verb.negated)
        elif word.dep == "dobj" and parsed.words[word.head].lemma in (*words["credit"], "put"):
            verb = clause_of(parsed, word.head)
            for head in verb.fill("to", "down", "on"):
                yield word.sentence, _cause(parsed, head, verb.negated)


def _cause(parsed: Parsed, head: int, negated: bool) -> Cause:
    return Cause(span=phrase(parsed, head), modality="denied" if negated else "asserted")
