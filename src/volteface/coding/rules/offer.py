"""A parse and its cast -> offers: who holds out which benefit to whom, and what is asked in return.

An offer has a benefit and a party who acts, on either side; a two-sided exchange is two offers, each the other's
condition. What a word means is a frame of `lexicon/offer.yaml`; the constructions are said here, and how parts are
read off a clause in `exchange.py`.
"""

from collections.abc import Callable, Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding
from volteface.coding.rules.acting import acts
from volteface.coding.rules.exchange import (
    asked_in_return,
    parties_concerned,
    parties_given_to,
    party_nearby,
    term,
)
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import filled, suits
from volteface.coding.rules.offer_constructions import CONSTRUCTIONS, promise_received_was_held_out
from volteface.coding.rules.offer_terms import PROMISING_MODALS, Terms, asked_to_act, offer_finding
from volteface.grammar import Clause, Parsed, clause_of


def offers(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every offer that the report tells, two for an exchange."""
    opened: dict[tuple[str, str], list[Frame]] = {}
    for frame in lexicon.of("offer"):
        for lemma in frame.lemmas:
            opened.setdefault((frame.form, lemma), []).append(frame)
    lemmas = {lemma.split()[0] for _, lemma in opened}
    structural = {f.name: f for f in opened.get(("verb", "*"), ())}
    found: list[Finding] = []
    told: set[int] = set()
    for word in parsed.words:
        if word.lemma in lemmas and word.pos in ("VERB", "NOUN") and word.dep not in ("aux", "auxpass"):
            clause = clause_of(parsed, word.i)
            frames = opened.get((clause.form, clause.lemma)) or ()
            found.extend(next((fs for f in frames if (fs := list(_offer(parsed, cast, clause, f, lexicon)))), ()))
    for frame in opened.get(("noun", "promise"), ()):
        found.extend(promise_received_was_held_out(parsed, cast, frame))
    told.update(f.anchor for f in found)
    for name, rule in CONSTRUCTIONS.items():
        if name in structural:
            new = [f for f in rule(parsed, cast, structural[name]) if f.anchor not in told]
            told.update(f.anchor for f in new)
            found.extend(new)
    return sorted(found, key=lambda f: f.anchor)


# --- frames ---


def _offer(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> Iterator[Finding]:
    """What the frame finds in the clause; with "in return for", what the other side gives too."""
    if clause.marker == "if" or not suits(parsed, cast, clause, frame, lexicon):
        return
    benefits = _words(parsed, cast, clause, frame, "benefits")
    proposer = [
        w
        for w in _words(parsed, cast, clause, frame, "proposer")
        if w not in benefits and not _is_text(parsed, cast, w)
    ]
    recipient = [w for w in _words(parsed, cast, clause, frame, "recipient") if w not in proposer]
    benefits = tuple(w for w in benefits if w not in (*proposer, *recipient) and _is_benefit(parsed, w))
    conditions, swap = asked_in_return(parsed, clause.predicate)
    missing = [f for f, words in (("proposer", proposer), ("recipient", recipient)) if f in frame.roles and not words]
    if not benefits or set(missing) - set(frame.optional) or not (proposer or recipient):
        return
    if ("conditions" in frame.terms and not conditions) or not _is_held_out(parsed, clause, frame, bool(conditions)):
        return
    spans = tuple(term(parsed, w) for w in benefits)
    terms = Terms(tuple(proposer), tuple(recipient), spans, tuple(term(parsed, w) for w in conditions))
    yield offer_finding(parsed, clause, frame, f"offer_{clause.form}", "a word of offering states an offer", terms)
    if swap and proposer and recipient:
        says = "what is asked in return is the other side's offer"
        yield offer_finding(parsed, clause, frame, "return_is_the_other_sides_offer", says, terms.reversed())


def _is_text(parsed: Parsed, cast: Cast, word: int) -> bool:
    """An agreement that promises something has no proposer of its own."""
    actor = cast.actor(word)
    return parsed.words[word].lemma in _TEXTS or (actor is not None and actor.kind == "document")


_TEXTS = frozenset(
    {
        "agreement",
        "document",
        "deal",
        "text",
        "pact",
        "letter",
        "accord",
        "treaty",
        "law",
        "bill",
        "constitution",
        "draft",
    }
)


def _is_held_out(parsed: Parsed, clause: Clause, frame: Frame, conditional: bool) -> bool:
    """A gift is an offer while it lies ahead or has a price ("will give", "gave in return for"); so is an assurance."""
    if frame.name == "assures":
        return any(clause_of(parsed, w).modal in ("will", "would") for w in clause.slots.get("complement", ()))
    return frame.name != "will_give" or conditional or clause.modal in PROMISING_MODALS


def _is_benefit(parsed: Parsed, word: int) -> bool:
    w = parsed.words[word]
    return w.tag not in ("WP", "WDT", "PRP") and w.entity not in ("DATE", "TIME") and w.lemma not in _NO_BENEFITS


# What is offered in words and courtesies, and so is none of a bargain's benefits.
_NO_BENEFITS = frozenset(
    {
        "resignation",
        "apology",
        "condolence",
        "congratulation",
        "explanation",
        "view",
        "glimpse",
        "comment",
        "evidence",
        "hand",
        "example",
        "insight",
        "opinion",
        "excuse",
        "proof",
        "detail",
        "advice",
        "thanks",
        "account",
        "prayer",
        "draw",
    }
)


def _words(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, field: str) -> tuple[int, ...]:
    """The words in the first of the field's roles that has any; parties must act."""
    if field not in frame.roles and field not in frame.terms:
        return ()
    for role in frame.slots(field):
        special = _ROLES.get(role)
        words = special(parsed, cast, clause) if special else filled(parsed, clause, role)
        if field in frame.roles:
            words = tuple(w for w in words if acts(parsed, cast, w) and not _is_aside(parsed, w))
        if words:
            return words
    return ()


def _is_aside(parsed: Parsed, word: int) -> bool:
    """ "according to a letter" names no recipient."""
    above = parsed.words[parsed.words[word].head]
    return above.lemma == "to" and parsed.words[above.head].lemma in ("according", "accord")


# --- roles ---

_Role = Callable[[Parsed, Cast, Clause], tuple[int, ...]]


def passive_subject_is_the_recipient(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Of a passive with an object, the subject receives: "he was promised two posts"."""
    surface = [w for w in clause.slots.get("object", ()) if parsed.words[w].dep in ("nsubjpass", "nsubj")]
    return tuple(surface) if clause.passive and second_object(parsed, cast, clause) else ()


def first_of_two_objects(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Of two objects, the first receives, whatever the parser calls it: "promised the party a share"."""
    objects = parsed.all(clause.predicate, "dobj", "dative", "nsubj")
    after = [w for w in objects if w > clause.predicate]
    return (after[0],) if len(after) > 1 else ()


def second_object(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """The object of a passive, or the second of two: what is given."""
    if not clause.passive:
        first = first_of_two_objects(parsed, cast, clause)
        return tuple(w for w in clause.slots.get("object", ()) if w not in first and w > first[0]) if first else ()
    own = [w for w in clause.slots.get("object", ()) if parsed.words[w].dep in ("dobj", "oprd", "conj", "attr")]
    return tuple(own) or clause.slots.get("attribute", ()) or clause.slots.get("complement", ())


def whoever_makes_it(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[int, ...]:
    """Whoever makes, repeats or comes with an offer proposes it."""
    word = parsed.words[clause.predicate]
    above = word.head
    if word.dep == "pobj" and parsed.words[above].lemma == "with":
        above = parsed.words[above].head
    if parsed.words[above].lemma not in _MAKING:
        return ()
    return clause_of(parsed, above).slots.get("subject", ())


_MAKING = frozenset(
    {
        "make",
        "repeat",
        "renew",
        "improve",
        "raise",
        "come",
        "present",
        "submit",
        "send",
        "put",
        "table",
        "have",
        "give",
        "break",
        "honour",
        "call",
    }
)


_ROLES: dict[str, _Role] = {
    "promised": passive_subject_is_the_recipient,
    "first": first_of_two_objects,
    "second": second_object,
    "maker": whoever_makes_it,
    "concerned": parties_concerned,
    "asked": asked_to_act,
    "given": parties_given_to,
    "nearby": party_nearby,
}
