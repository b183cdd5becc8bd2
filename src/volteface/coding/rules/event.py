"""A parsed report -> the events that it tells: who did what to whom, by PLOVER's types.

An event has at least one participant who is an actor of the report, and a doer, where one is named, who is one: a
storm threatens nobody. Words of politics used of a stage or a pitch find no actor and yield nothing.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party
from volteface.coding.rules.circumstances import magnitude, place_of, topic_of
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import candidates, match
from volteface.grammar import Clause, Parsed, clause_of, conjuncts

Parts = dict[str, tuple[Party, ...]]

_MUTUAL = {"CONSULT", "AGREE"}  # both sides act: "X met Y"
_BY_THINGS = {"ASSAULT", "AID"}  # what a bomb does is an event though a bomb is no actor
_OWNED = {"REJECT", "CONCEDE", "SUPPORT", "SANCTION", "ACCUSE"}  # done to whoever owns the thing done to
_SAYS = "a word that means an act of one of PLOVER's types, with an actor of the report in it, is an event"


def events(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every event, in the order of the text."""
    found = [f for f in frames_name_acts(parsed, cast, lexicon)]
    return sorted(act_and_its_noun_are_one_event(parsed, cast, found), key=lambda f: f.anchor)


def frames_name_acts(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """A word that means an act makes an event of its clause: "Police arrested the editor"."""
    for clause, frames in candidates(parsed, lexicon):
        for frame in frames:
            if frame.kind == "event" and (found := _event(parsed, cast, clause, frame, lexicon)):
                yield found
                break


def _event(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> Finding | None:
    found = match(parsed, cast, clause, frame, lexicon, _SAYS)
    if found is None:
        return None
    parts = participants(parsed, cast, clause, found)
    if parts is None:
        return None
    place = place_of(parsed, cast, clause)
    taken = {p.head for parties in parts.values() for p in parties}
    if place is not None and place not in taken:
        parts["place"] = (Party(head=place),)
    topic = found.terms.get("topic") or topic_of(parsed, clause)
    return replace(
        found,
        parts=parts,
        terms={"topic": topic[:1]} if topic else {},
        words=magnitude(parsed, clause, found.type),
    )


# --- who took part ---


def participants(parsed: Parsed, cast: Cast, clause: Clause, found: Finding) -> Parts | None:
    """Doers and those it was done to, actors all; None where nobody is one or a thing is said to have done it."""
    said = found.parts.get("actor", ())
    doers = _actors(cast, said)
    if said and not doers and found.type not in _BY_THINGS:
        return None
    others = _actors(cast, found.parts.get("recipient", ())) or _others(parsed, cast, clause, found)
    others = _without(cast, others, doers)
    if found.type in _MUTUAL:
        doers, others = (*doers, *others), ()
    if not doers and not others:
        return None
    return {role: parties for role, parties in (("actor", doers), ("recipient", others)) if parties}


def _actors(cast: Cast, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.head is not None and cast.at(p.head))


def _without(cast: Cast, parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties who are not among the others by another name."""
    have = {_actor_id(cast, p) for p in others}
    return tuple(p for p in parties if _actor_id(cast, p) not in have)


def _actor_id(cast: Cast, party: Party) -> str | None:
    mention = cast.at(party.head) if party.head is not None else None
    return mention.actor if mention else None


def _others(parsed: Parsed, cast: Cast, clause: Clause, found: Finding) -> tuple[Party, ...]:
    if found.type == "REQUEST" or found.type == "ACCUSE":
        asked = who_should_do_it_is_addressed(parsed, clause)
        if parties := _actors(cast, asked):
            return parties
    return owner_of_the_thing_is_affected(parsed, cast, clause) if found.type in _OWNED else ()


def who_should_do_it_is_addressed(parsed: Parsed, clause: Clause) -> tuple[Party, ...]:
    """ "demanded that the ministry pay" addresses the ministry; "alleged that the ministry lied" accuses it."""
    inner = (clause_of(parsed, c) for c in clause.slots.get("complement", ()))
    return tuple(Party(head=s) for c in inner if c.marker != "to" for s in c.slots.get("subject", ()))


def owner_of_the_thing_is_affected(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[Party, ...]:
    """ "rejected Berlin's plan" is done to Berlin, "a demand by the miners" to the miners."""
    for thing in (*clause.slots.get("object", ()), *clause.slots.get("to", ())):
        if parsed.words[thing].pos != "NOUN":
            continue
        slots = clause_of(parsed, thing).slots
        for role in ("owner", "by", "from", "of", "for", "to"):
            if parties := _actors(cast, tuple(Party(head=w) for w in slots.get(role, ()))):
                return parties
    return ()


# --- the same event told twice ---


def act_and_its_noun_are_one_event(parsed: Parsed, cast: Cast, found: list[Finding]) -> list[Finding]:
    """ "held a meeting with", "signed the agreement between": the verb tells the event, the noun its partners."""
    kept: list[Finding] = []
    anchors = {f.anchor: f for f in found}
    for finding in found:
        above = next((anchors[a] for a in _above(parsed, finding.anchor) if a in anchors), None)
        if above is None or above.type != finding.type or not _noun(parsed, finding):
            kept.append(finding)
    return kept


def _above(parsed: Parsed, i: int) -> list[int]:
    """The verb that the noun is an object of, across one preposition or conjunct."""
    return parsed.ancestors(i)[:3]


def _noun(parsed: Parsed, finding: Finding) -> bool:
    return parsed.words[finding.anchor].pos not in ("VERB", "AUX")


__all__ = ["conjuncts", "events"]
