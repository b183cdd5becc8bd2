"""A parse and its cast -> offers: who holds out which benefit to whom, and what is asked in return.

An offer has a benefit and a party who acts, on either side; a two-sided exchange is two offers, each the other's
condition. What a word means is a frame of `lexicon/offer.yaml`; the constructions are said here.
"""

from collections.abc import Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import evidence_span, filled, suits, term_span
from volteface.grammar import Clause, Parsed, Span, clause_of

_VERBAL = ("VERB", "AUX")
_IN_RETURN = ("in return for", "in exchange for")
_CONDITIONAL = frozenset({"if", "provided", "providing", "once", "unless", "until", "should"})
_NEEDS_EXCHANGE = frozenset({"receives"})


def offers(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every offer that the report tells, two for an exchange."""
    opened = {key: [f for f in fs if f.kind == "offer"] for key, fs in lexicon.by_lemma.items()}
    lemmas = {lemma.split()[0] for (_, lemma), fs in opened.items() if fs}
    found: list[Finding] = []
    for word in parsed.words:
        if word.lemma in lemmas and word.pos in ("VERB", "NOUN") and word.dep not in ("aux", "auxpass"):
            clause = clause_of(parsed, word.i)
            frames = opened.get((clause.form, clause.lemma)) or ()
            found.extend(next((fs for f in frames if (fs := list(_offer(parsed, cast, clause, f, lexicon)))), ()))
    return found


def _offer(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> Iterator[Finding]:
    """What the frame finds in the clause."""
    if not suits(parsed, cast, clause, frame, lexicon):
        return
    proposer = [w for w in _words(parsed, clause, frame, "proposer") if cast.actor(w)]
    recipient = [w for w in _words(parsed, clause, frame, "recipient") if cast.actor(w)]
    benefits = [w for w in _words(parsed, clause, frame, "benefits") if w not in (*proposer, *recipient)]
    conditions = list(_conditions(parsed, clause))
    missing = [f for f, words in (("proposer", proposer), ("recipient", recipient)) if not words]
    if not benefits or len(missing) == 2 or set(missing) - set(frame.optional):
        return
    if frame.name in _NEEDS_EXCHANGE and not conditions:
        return
    if not recipient and not conditions and frame.form == "verb" and frame.name == "undertakes":
        return
    yield Finding(
        kind="offer",
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=Reason(f"offer_{clause.form}", frame.name, "a word of offering states an offer"),
        parts={
            field: tuple(Party(head=w) for w in words)
            for field, words in (("proposer", proposer), ("recipient", recipient))
            if words
        },
        terms={"benefits": tuple(_term(parsed, w) for w in benefits)}
        | ({"conditions": tuple(_term(parsed, w) for w in conditions)} if conditions else {}),
        voiced=frame.voiced,
        likely=frame.likely,
    )


def _words(parsed: Parsed, clause: Clause, frame: Frame, field: str) -> tuple[int, ...]:
    """The words in the first of the field's roles that has any."""
    for role in frame.slots(field):
        special = _ROLES.get(role)
        if words := special(parsed, clause) if special else filled(parsed, clause, role):
            return words
    return ()


def _term(parsed: Parsed, word: int) -> Span:
    """The words of a benefit or condition; an infinitive without its "to"."""
    return term_span(parsed, word)


# --- constructions ---


def passive_subject_is_the_recipient(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """Of a passive with an object, the subject receives: "he was promised two posts"."""
    objects = clause.slots.get("object", ())
    surface = [w for w in objects if parsed.words[w].dep in ("nsubjpass", "nsubj")]
    if not clause.passive or not _second(parsed, clause):
        return ()
    return tuple(surface)


def _second(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """The object, or the clause, of a passive: what was promised to its subject."""
    if not clause.passive:
        return ()
    own = [w for w in clause.slots.get("object", ()) if parsed.words[w].dep in ("dobj", "oprd", "conj", "attr")]
    return tuple(own) or clause.slots.get("attribute", ()) or clause.slots.get("complement", ())


def whoever_makes_it(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """Whoever makes, repeats or comes with an offer proposes it."""
    word = parsed.words[clause.predicate]
    above = word.head
    if word.dep == "pobj" and parsed.words[above].lemma == "with":
        above = parsed.words[above].head
    if parsed.words[above].lemma not in _MAKING:
        return ()
    return clause_of(parsed, above).slots.get("subject", ())


_MAKING = frozenset(
    ["make", "repeat", "renew", "improve", "raise", "come", "present", "submit", "send", "put", "table", "have", "give", "break", "keep", "honour"]
)

_ROLES = {
    "promised": passive_subject_is_the_recipient,
    "second": _second,
    "maker": whoever_makes_it,
}


def _conditions(parsed: Parsed, clause: Clause) -> Iterator[int]:
    """What is asked in return: "in return for X", "if X", "provided that X", "on condition that X"."""
    for role in _IN_RETURN:
        yield from filled(parsed, clause, role)
    for child in parsed.all(clause.predicate, "advcl"):
        if clause_of(parsed, child).marker in _CONDITIONAL or parsed.words[child].lemma == "provide":
            yield child
