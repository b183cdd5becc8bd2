"""A clause and a frame -> a finding, where the clause fills what the frame asks for.

A field is filled by the first of its roles that the clause has; a preposition that hangs on the object counts as the
clause's own ("offered a post to him"), and so does one on the attribute.
"""

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.grammar import Clause, Parsed, Span, clause_of, clause_span, conjuncts, phrase, subtree

_HOSTS = ("object", "attribute", "indirect")
_NOUN_HOSTS = ("by", "of", "from", "between", *_HOSTS)
_VERBAL = ("VERB", "AUX")


def filled(parsed: Parsed, clause: Clause, role: str) -> tuple[int, ...]:
    """The words in a role of the clause, or in the same preposition on its object or, of a noun, on its complement.

    "agent" is who does a passive.
    """
    if role == "agent":
        return clause.slots.get("subject", ()) if clause.passive else ()
    if role in ("subject", "owner", "complement", *_HOSTS):
        return clause.slots.get(role, ())
    own = _timeless(parsed, clause.slots.get(role, ()))
    if own:
        return own
    for host in (w for h in (_NOUN_HOSTS if clause.form == "noun" else _HOSTS) for w in clause.slots.get(h, ())):
        found = clause_of(parsed, host).slots.get(role, ()) if parsed.words[host].pos not in _VERBAL else ()
        if kept := _timeless(parsed, found):
            return kept
    return _after_particle(parsed, clause, role)


def _timeless(parsed: Parsed, words: tuple[int, ...]) -> tuple[int, ...]:
    """Words that are no dates: "on Thursday" says when, not on what."""
    return tuple(w for w in words if parsed.words[w].entity not in ("DATE", "TIME"))


def _after_particle(parsed: Parsed, clause: Clause, role: str) -> tuple[int, ...]:
    """ "called on the miners" where the parser takes "on" for a particle; "from" in "stayed away from the vote"."""
    for child in parsed.all(clause.predicate, "prt", "advmod"):
        word = parsed.words[child]
        if word.dep == "prt" and word.lemma == role:
            hosts = [child]
        elif word.lemma in _PARTICLES:
            hosts = [p for p in parsed.all(child, "prep") if parsed.words[p].lemma == role]
        else:
            continue
        if inner := next((i for h in hosts for i in parsed.all(h, "pobj")), None):
            return tuple(conjuncts(parsed, inner))
    return ()


def first_filled(parsed: Parsed, clause: Clause, roles: tuple[str, ...]) -> tuple[int, ...]:
    """The words in the first of the roles that has any."""
    return next((words for role in roles if (words := filled(parsed, clause, role))), ())


def fits(parsed: Parsed, cast: Cast, word: int, wanted: str, lexicon: Lexicon) -> bool:
    """Whether a word is of one of the classes ("actor", "person", or a class of nouns), parted by |."""
    for name in wanted.split("|"):
        if name == "anything":
            return True
        if name in lexicon.classes:
            if parsed.words[word].lemma in lexicon.classes[name]:
                return True
            continue
        actor = cast.actor(word)
        if actor and (name == "actor" or actor.kind == name or (name == "person" and actor.kind == "unnamed")):
            return True
    return False


def match(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon, says: str) -> Finding | None:
    """What the frame finds in the clause, or None where a field that it needs is empty or of the wrong class."""
    if not suits(parsed, cast, clause, frame, lexicon):
        return None
    parts = {
        field: tuple(Party(head=w) for w in words)
        for field in frame.roles
        if (words := first_filled(parsed, clause, frame.slots(field)))
    }
    terms = {
        field: tuple(term_span(parsed, w) for w in words)
        for field in frame.terms
        if (words := first_filled(parsed, clause, frame.slots(field)))
    }
    if any(f not in parts and f not in terms for f in (*frame.roles, *frame.terms) if f not in frame.optional):
        return None
    return Finding(
        kind=frame.kind,
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=Reason(rule=f"frame_{frame.kind}", frame=frame.name, says=says),
        parts=parts,
        terms=terms,
        words=frame.words,
        type=frame.type,
        polarity=frame.polarity,
        before=frame.before,
        likely=frame.likely,
    )


def suits(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> bool:
    """`needs`: some word in the role is of the class, where the role may not stay empty; `refuses`: none is."""
    for role, wanted in frame.needs.items():
        words = first_filled(parsed, clause, tuple(role.split("|")))
        if not words and role in (frame.roles.get(field) for field in frame.optional):
            continue
        if not any(fits(parsed, cast, w, wanted, lexicon) for w in words):
            return False
    for role, unwanted in frame.refuses.items():
        words = first_filled(parsed, clause, tuple(role.split("|")))
        if any(fits(parsed, cast, w, unwanted, lexicon) for w in words):
            return False
    return True


def term_span(parsed: Parsed, word: int) -> Span:
    """Free text that a word heads: a noun phrase with what narrows it, or the clause without its "to" or "that"."""
    if parsed.words[word].pos not in _VERBAL:
        return phrase(parsed, word)
    span = clause_span(parsed, word)
    openers = [c for c in parsed.children[word] if parsed.words[c].dep in ("mark", "aux") and c < word]
    lead = [c for c in openers if parsed.words[c].tag in ("TO", "IN")]
    subjects = [c for c in parsed.children[word] if parsed.words[c].dep in ("nsubj", "nsubjpass")]
    if lead and not [s for s in subjects if s < min(lead)]:
        return Span(parsed.words[max(lead) + 1].start, span.end)
    return span


def evidence_span(parsed: Parsed, clause: Clause) -> Span:
    """The words that bear a clause out: the clause itself, or the noun phrase that a nominal one is."""
    word = parsed.words[clause.predicate]
    if clause.form == "verb":
        return clause_span(parsed, clause.predicate)
    if word.dep in ("attr", "acomp", "oprd"):
        return clause_span(parsed, word.head)
    keep = subtree(parsed, clause.predicate, {"relcl", "appos", "conj", "cc", "punct", "parataxis"})
    return parsed.span(min(keep), max(keep))


def candidates(parsed: Parsed, lexicon: Lexicon) -> list[tuple[Clause, tuple[Frame, ...]]]:
    """Every clause whose predicate opens frames, with them, in order; worked out once a parse."""
    known: tuple[Lexicon, list[tuple[Clause, tuple[Frame, ...]]]] | None = parsed.__dict__.get("_candidates")
    if known and known[0] is lexicon:
        return known[1]
    found = []
    for word in parsed.words:
        if word.lemma not in lexicon.lemmas or word.dep in ("aux", "auxpass") or word.pos == "PROPN":
            continue
        clause = clause_of(parsed, word.i)
        frames = tuple(f for lemma in _lemmas(parsed, clause) for f in lexicon.by_lemma.get((clause.form, lemma), ()))
        if frames:
            found.append((clause, frames))
    parsed.__dict__["_candidates"] = (lexicon, found)
    return found


_PARTICLES = {"out", "off", "away", "back", "up", "down", "aside", "apart", "free", "together", "behind"}


def _lemmas(parsed: Parsed, clause: Clause) -> list[str]:
    """The clause's lemma, before it with a particle that the parser calls an adverb or preposition: "walk out (of)"."""
    if clause.form != "verb":
        return [clause.lemma]
    if " " in clause.lemma:
        return [clause.lemma, parsed.words[clause.predicate].lemma] if clause.lemma.endswith(" on") else [clause.lemma]
    loose = (parsed.words[c] for c in parsed.all(clause.predicate, "prep", "advmod", "acomp", "oprd"))
    return [*(f"{clause.lemma} {w.lemma}" for w in loose if w.lemma in _PARTICLES), clause.lemma]
