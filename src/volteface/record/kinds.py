"""Per claim kind: which fields are its own, which of them are references, its label and its one-line sentence.

The one place that knows, so that nobody else asks `if kind ==`. A sentence tells what is claimed and leaves out
modality, time and source, which claims of all kinds share.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from volteface.record.claims import Claim, Demand, Event, Offer, Participant, Relation, Shift, Stance, Term
from volteface.record.parts import Ref
from volteface.record.words import ClaimKind, EventType

Named = Callable[[Ref | Participant | None], str]

NEUTRAL = 0.1  # a polarity no further from 0 takes no side
RESERVED = 0.6  # one up to here is support or rejection with reserve

WITH_RESERVE = ", with reserve"
SOMEBODY = "somebody"

# First words of predicates that no ending shows to be verbs.
_VERB_WORDS = (
    "is are was were has have had led ran held wrote drew set fought stood beat lost bought chosen built took "
    "belongs lends works speaks depends stands"
)
_VERBS = frozenset(_VERB_WORDS.split())

# How an event reads: doer and other side known, doer alone, other side alone. PLOVER's types are wide (a broken
# coalition and a trade embargo are both SANCTION), so the verbs are wide too and the type stands before them.
EVENT_WORDS: dict[EventType, tuple[str, str, str]] = {
    "AGREE": ("{0} agreed with {1}", "{0} agreed", "an agreement with {1}"),
    "CONSULT": ("{0} met {1}", "{0} met", "a meeting with {1}"),
    "SUPPORT": ("{0} lent support to {1}", "{0} lent support", "support for {1}"),
    "CONCEDE": ("{0} gave way to {1}", "{0} gave way", "a concession to {1}"),
    "COOPERATE": ("{0} worked together with {1}", "{0} worked together", "cooperation with {1}"),
    "AID": ("{0} gave aid to {1}", "{0} gave aid", "aid for {1}"),
    "RETREAT": ("{0} stood down towards {1}", "{0} stood down", "a standing down towards {1}"),
    "REQUEST": ("{0} made a request of {1}", "{0} made a request", "a request to {1}"),
    "ACCUSE": ("{0} accused {1}", "{0} made an accusation", "an accusation against {1}"),
    "REJECT": ("{0} rebuffed {1}", "{0} refused", "a refusal to {1}"),
    "THREATEN": ("{0} threatened {1}", "{0} made a threat", "a threat against {1}"),
    "SANCTION": ("{0} acted against {1}", "{0} took measures", "measures against {1}"),
    "PROTEST": ("{0} protested against {1}", "{0} protested", "a protest against {1}"),
    "MOBILIZE": ("{0} mobilised against {1}", "{0} mobilised", "a mobilisation against {1}"),
    "COERCE": ("{0} used compulsion against {1}", "{0} used compulsion", "compulsion against {1}"),
    "ASSAULT": ("{0} attacked {1}", "{0} made an attack", "an attack on {1}"),
}


class Kind(Struct, frozen=True):
    """What there is to know about one kind of claim."""

    name: ClaimKind
    type: type[Any]
    label: str
    refs: tuple[str, ...]
    own: tuple[str, ...]
    sentence: Callable[[Any, Named], str]


def position(value: float | None) -> str:
    """A polarity in a word: for, against, neutral, or open where it is null."""
    if value is None:
        return "open"
    return "neutral" if abs(value) <= NEUTRAL else "for" if value > 0 else "against"


def degree(value: float) -> str:
    """A polarity in a word or three: 0.5 is "for, with reserve"."""
    return position(value) + (WITH_RESERVE if is_reserved(value) else "")


def is_reserved(value: float) -> bool:
    """Whether a polarity is support or rejection with reserve."""
    return NEUTRAL < abs(value) <= RESERVED


def _who(ref: Ref | Participant | None, named: Named) -> str:
    return named(ref) if ref is not None else ""


def _listed(names: Iterable[str]) -> str:
    *others, last = [name for name in dict.fromkeys(names) if name] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _towards(value: float | None) -> str:
    word = position(value)
    return f"{word} on" if word in ("open", "neutral") else word


def _stance(claim: Stance, named: Named) -> str:
    reserve = WITH_RESERVE if is_reserved(claim.polarity) else ""
    return f"{named(claim.holder)}: {_towards(claim.polarity)} {named(claim.target)}{reserve}"


def _shift(claim: Shift, named: Named) -> str:
    holder, target = named(claim.holder), named(claim.target)
    if claim.from_ is None and claim.to is None:
        return f"{holder} changed position on {target}"
    before = f"{_strength(claim.from_, claim.to)} -> " if claim.from_ is not None else ""
    return f"{holder} turned: {before}{_strength(claim.to, claim.from_, towards=True)} {target}"


def _strength(value: float | None, other: float | None, *, towards: bool = False) -> str:
    """The position in a word; where both ends of a turn would read alike, which of them is the weaker."""
    weak = value is not None and other is not None and position(value) == position(other) and abs(value) < abs(other)
    return ("weakly " if weak else "") + (_towards(value) if towards else position(value))


def _event(claim: Event, named: Named) -> str:
    doers = _listed(named(p) for p in claim.participants if p.role == "actor")
    others = _listed(named(p) for p in claim.participants if p.role == "recipient")
    shape = 0 if doers and others else 2 if others else 1
    told = EVENT_WORDS[claim.type][shape].format(doers or SOMEBODY, others)
    about = f": {claim.topic}" if claim.topic else ""
    asides = [_who(claim.place, named), *(f"{name}: {words}" for name, words in (claim.magnitude or {}).items())]
    aside = "; ".join(a for a in asides if a)
    return f"{claim.type}: {told}{about}{f' ({aside})' if aside else ''}"


def _terms(terms: tuple[Term, ...]) -> str:
    return "; ".join(t.text for t in terms)


def _offer(claim: Offer, named: Named) -> str:
    to = _who(claim.recipient, named)
    asked = f", in return for: {_terms(claim.conditions)}" if claim.conditions else ""
    held_out = _terms(claim.benefits) or "something unsaid"
    return f"{_who(claim.proposer, named) or SOMEBODY} offered{' ' + to if to else ''}: {held_out}{asked}"


def _demand(claim: Demand, named: Named) -> str:
    of = _who(claim.of, named)
    return f"{_who(claim.by, named) or SOMEBODY} demanded{' of ' + of if of else ''}: {claim.what}"


def _is_verb(predicate: str) -> bool:
    """Whether a tie is told by a verb: "leads", "owns a third of", but not "members of", "finance minister of"."""
    words = predicate.split()
    first = words[0]
    if words[1:] in (["by"], ["to"], ["with"]) and not first.endswith("s"):
        return False  # "backed by", "tied to": a participle, which stands after a comma like a noun
    if len(words) == 1 or first.endswith("ed") or first in _VERBS:
        return True
    plural_noun = len(words) == 2 and words[-1] in ("of", "to", "at", "in", "for")
    return first.endswith("s") and not first.endswith("ss") and not plural_noun


def _relation(claim: Relation, named: Named) -> str:
    predicate = claim.predicate.strip() or "tied to"
    return f"{named(claim.subject)}{' ' if _is_verb(predicate) else ', '}{predicate} {named(claim.object)}"


KINDS: dict[ClaimKind, Kind] = {
    k.name: k
    for k in (
        Kind("shift", Shift, "Turn", ("holder", "target"), ("holder", "target", "from_", "to", "drivers"), _shift),
        Kind("stance", Stance, "Stance", ("holder", "target"), ("holder", "target", "polarity"), _stance),
        Kind(
            "offer",
            Offer,
            "Offer",
            ("proposer", "recipient"),
            ("proposer", "recipient", "benefits", "conditions"),
            _offer,
        ),
        Kind("demand", Demand, "Demand", ("by", "of"), ("by", "of", "what"), _demand),
        Kind(
            "event",
            Event,
            "Event",
            ("participants", "place"),
            ("type", "participants", "place", "date", "topic", "magnitude"),
            _event,
        ),
        Kind("relation", Relation, "Tie", ("subject", "object"), ("subject", "predicate", "object"), _relation),
    )
}


def kind_of(claim: Claim) -> Kind:
    """The kind of a claim."""
    return KINDS[claim.__struct_config__.tag]  # type: ignore[index]


def refs(claim: Claim) -> Iterator[tuple[str, Ref | Participant]]:
    """(field, reference) for every reference in the claim's own fields."""
    for name in kind_of(claim).refs:
        value = getattr(claim, name)
        for ref in value if isinstance(value, tuple) else (value,):
            if ref is not None:
                yield name, ref


def sides(claim: Claim) -> tuple[list[Ref | Participant], list[Ref | Participant]]:
    """Who holds, does, asks or offers, and on the other side whom or what it is about."""
    if isinstance(claim, Event):
        doers: list[Ref | Participant] = [p for p in claim.participants if p.role == "actor"]
        return doers, [p for p in claim.participants if p.role == "recipient"]
    first, second = kind_of(claim).refs
    found = list(refs(claim))
    return [r for name, r in found if name == first], [r for name, r in found if name == second]


def sentence(claim: Claim, named: Named) -> str:
    """The claim in one line; `named` says how a reference is shown."""
    return kind_of(claim).sentence(claim, named)
