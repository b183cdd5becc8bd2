"""A parsed report -> the events that it tells: who did what to whom, by PLOVER's types.

An event has at least one participant who is an actor of the report, and a doer, where one is named, who is one: a
storm threatens nobody. Words of politics used of a stage or a pitch find no actor and yield nothing.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.circumstances import magnitude, place_of, topic_of
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import candidates, match
from volteface.grammar import Clause, Parsed, clause_of
from volteface.grammar.subjects import surface_subjects
from volteface.record.words import EventType

Parts = dict[str, tuple[Party, ...]]

_MUTUAL = {"CONSULT", "AGREE"}  # both sides act: "X met Y"
_OWNED = {"REJECT", "CONCEDE", "SUPPORT", "SANCTION", "ACCUSE"}  # done to whoever owns the thing done to
_ADDRESSED = {"REQUEST", "ACCUSE"}  # nothing without somebody asked or accused
_HARM = {"SANCTION", "COERCE", "ASSAULT", "PROTEST"}  # what is threatened with an "if"
_ASKING = {"whether", "if", "why", "how", "what", "when", "who", "where"}
_NO_COMMENT = {"comment", "say", "identify", "name", "elaborate", "answer", "discuss", "disclose", "confirm", "give"}
_VERBAL = ("VERB", "AUX")
_NAMES = ("GPE", "ORG", "PERSON", "NORP")
_DONE_TO_THE_OWNER = {"assassination", "killing", "murder", "abduction", "kidnapping"}
_SAYS = "a word that means an act of one of PLOVER's types, with an actor of the report in it, is an event"
_SAYS_THREAT = "harm that somebody would do unless he gets his way is a threat"


def events(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every event, in the order of the text."""
    found = list(frames_name_acts(parsed, cast, lexicon))
    found = what_is_only_asked_for_or_refused_did_not_happen(parsed, found)
    found = act_and_its_noun_are_one_event(parsed, found)
    found.extend(harm_with_a_condition_is_a_threat(parsed, found))
    return sorted(found, key=lambda f: f.anchor)


def frames_name_acts(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """A word that means an act makes an event of its clause: "Police arrested the editor"."""
    for clause, frames in candidates(parsed, lexicon):
        if clause.marker in ("if", "unless", "whether"):
            continue
        for frame in frames:
            if frame.kind == "event" and (found := _event(parsed, cast, clause, frame, lexicon)):
                yield found
                break


def _event(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> Finding | None:
    found = match(parsed, cast, clause, frame, lexicon, _SAYS)
    if found is None or _is_question_or_silence(parsed, clause, found.type):
        return None
    parts = participants(parsed, cast, clause, found, lexicon)
    if parts is None:
        return None
    taken = {p.head for parties in parts.values() for p in parties}
    place = place_of(parsed, cast, clause, to=found.type == "MOBILIZE")
    if place is not None and place not in taken:
        parts["place"] = (Party(head=place),)
    topic = found.terms.get("topic") or topic_of(parsed, clause)
    amounts = magnitude(parsed, clause, found.type)
    return replace(found, parts=parts, terms={"topic": topic[:1]} if topic else {}, words=amounts)


def _is_question_or_silence(parsed: Parsed, clause: Clause, type: EventType | None) -> bool:
    """ "asked whether he would stay" asks for an answer only; "declined to comment" rejects nothing."""
    complements = clause.slots.get("complement", ())
    if clause.lemma == "tell" and not any(clause_of(parsed, c).marker == "to" for c in complements):
        return True
    for complement in complements:
        if type == "REQUEST" and clause_of(parsed, complement).marker in _ASKING:
            return True
        if type == "REJECT" and parsed.words[complement].lemma in _NO_COMMENT:
            return True
    return False


# --- who took part ---


def participants(parsed: Parsed, cast: Cast, clause: Clause, found: Finding, lexicon: Lexicon) -> Parts | None:
    """Doers and those it was done to, actors all; None where nobody is one or a thing is said to have done it."""
    found = owner_of_a_killing_is_its_victim(clause, found)
    said = found.parts.get("actor", ())
    doers = _actors(parsed, cast, said)
    if said and not doers and not _is_weapon(parsed, said, found, lexicon):
        return None
    told = found.parts.get("recipient", ())
    others = _actors(parsed, cast, told) or (_named(parsed, told) if doers else ())
    others = _without(cast, others or _others(parsed, cast, clause, found), doers)
    if found.type in _MUTUAL:
        if len(doers) + len(others) == 1 and clause.form == "noun":
            host = whoever_holds_the_talk_takes_part(parsed, cast, clause)
            doers = (*_without(cast, host, (*doers, *others)), *doers)
        if one_alone_meets_nobody(cast, clause, found, doers, others):
            return None
        doers, others = (*doers, *others), ()
    if (not doers and not others) or (found.type in _ADDRESSED and not others):
        return None
    return {role: parties for role, parties in (("actor", doers), ("recipient", others)) if parties}


def owner_of_a_killing_is_its_victim(clause: Clause, found: Finding) -> Finding:
    """ "Weil's assassination" was done to Weil; "Weil's attack" by him."""
    owners = clause.slots.get("owner", ())
    if clause.form != "noun" or clause.lemma not in _DONE_TO_THE_OWNER or not owners:
        return found
    doers = tuple(p for p in found.parts.get("actor", ()) if p.head not in owners)
    victims = tuple(Party(head=w) for w in owners)
    return replace(found, parts={**found.parts, "actor": doers, "recipient": victims})


def _is_weapon(parsed: Parsed, said: tuple[Party, ...], found: Finding, lexicon: Lexicon) -> bool:
    """What a bomb does is an event though a bomb is no actor; what a flood does is none."""
    weapons = lexicon.classes["weapon"]
    return found.type == "ASSAULT" and any(p.head is not None and parsed.words[p.head].lemma in weapons for p in said)


def _actors(parsed: Parsed, cast: Cast, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those parties who are actors; "the party leader Weil" is whoever stands in apposition."""
    heads = (_meant(parsed, cast, p.head) for p in parties if p.head is not None)
    return tuple(Party(head=h) for h in heads if h is not None and not _is_date(parsed, h))


def _meant(parsed: Parsed, cast: Cast, head: int) -> int | None:
    if cast.at(head):
        return head
    return next((c for c in parsed.all(head, "appos") if cast.at(c)), None)


def _named(parsed: Parsed, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those parties who bear a name, though no actor of the report: "sanctions on Norland"."""
    return tuple(p for p in parties if p.head is not None and parsed.words[p.head].entity in _NAMES)


def _is_date(parsed: Parsed, word: int) -> bool:
    return parsed.words[word].entity in ("DATE", "TIME")


def _without(cast: Cast, parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties who are not among the others by another name."""
    have = {_actor_id(cast, p) for p in others}
    return tuple(p for p in parties if _actor_id(cast, p) not in have)


def _actor_id(cast: Cast, party: Party) -> str | None:
    mention = cast.at(party.head) if party.head is not None else None
    return mention.actor if mention else None


def one_alone_meets_nobody(
    cast: Cast, clause: Clause, found: Finding, doers: tuple[Party, ...], others: tuple[Party, ...]
) -> bool:
    """ "He met the deadline", "she consulted a map": a talk has two sides, or a body that sits."""
    if found.type != "CONSULT" or others or len(doers) > 1:
        return False
    if clause.form == "verb" and found.reason.frame == "meeting_by_verb" and clause.slots.get("object"):
        return True
    actor = cast.actor(doers[0].head) if doers and doers[0].head is not None else None
    return clause.form == "verb" and (actor is None or actor.kind == "person") and "object" not in clause.slots


def whoever_holds_the_talk_takes_part(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[Party, ...]:
    """ "turned it down at a meeting with Berg": the other side is whoever the clause around the meeting speaks of."""
    word = parsed.words[clause.predicate]
    if word.dep not in ("pobj", "dobj"):
        return ()
    above = next((a for a in parsed.ancestors(word.i) if parsed.words[a].pos in _VERBAL), None)
    return _actors(parsed, cast, tuple(Party(head=s) for s in surface_subjects(parsed, above))) if above else ()


def _others(parsed: Parsed, cast: Cast, clause: Clause, found: Finding) -> tuple[Party, ...]:
    if found.type in _ADDRESSED:
        asked = who_should_do_it_is_addressed(parsed, clause)
        if parties := _actors(parsed, cast, asked):
            return parties
    return owner_of_the_thing_is_affected(parsed, cast, clause) if found.type in _OWNED else ()


def who_should_do_it_is_addressed(parsed: Parsed, clause: Clause) -> tuple[Party, ...]:
    """ "demanded that the ministry pay" addresses the ministry; "alleged that the ministry lied" accuses it."""
    inner = (clause_of(parsed, c) for c in clause.slots.get("complement", ()))
    return tuple(Party(head=s) for c in inner if c.marker != "to" for s in c.slots.get("subject", ()))


def owner_of_the_thing_is_affected(parsed: Parsed, cast: Cast, clause: Clause) -> tuple[Party, ...]:
    """ "rejected Berlin's plan" is done to Berlin, "bowed to a demand by the miners" to the miners."""
    for thing in (*clause.slots.get("object", ()), *clause.slots.get("to", ())):
        if parsed.words[thing].pos != "NOUN":
            continue
        slots = clause_of(parsed, thing).slots
        for role in ("owner", "by", "from", "of", "for", "to"):
            if parties := _actors(parsed, cast, tuple(Party(head=w) for w in slots.get(role, ()))):
                return parties
        if parties := _actors(parsed, cast, tuple(Party(head=w) for w in parsed.all(thing, "amod", "compound"))):
            return parties
    return ()


# --- what is no event of its own, and what is one more ---


def what_is_only_asked_for_or_refused_did_not_happen(parsed: Parsed, found: list[Finding]) -> list[Finding]:
    """ "asked him to resign", "refused to sign the accord": the asking and the refusal are the events."""
    wishes = {f.anchor for f in found if f.type in ("REQUEST", "REJECT")}
    return [f for f in found if not (wishes and _is_wished(parsed, f.anchor, wishes))]


def _is_wished(parsed: Parsed, i: int, wishes: set[int]) -> bool:
    word = parsed.words[i]
    for _ in range(3):
        if word.dep not in ("xcomp", "ccomp", "advcl", "conj", "dobj", "acl") or word.head == word.i:
            return False
        if word.head in wishes and word.dep in ("xcomp", "ccomp") and word.pos in _VERBAL:
            return True
        word = parsed.words[word.head]
    return False


def act_and_its_noun_are_one_event(parsed: Parsed, found: list[Finding]) -> list[Finding]:
    """ "held a meeting with", "fired on the crowd, killing two": the upper verb tells the event, the lower how."""
    anchors = {f.anchor: f.type for f in found}
    return [f for f in found if not _told_above(parsed, f, anchors)]


def _told_above(parsed: Parsed, finding: Finding, anchors: dict[int, EventType | None]) -> bool:
    """Whether a verb above, across one preposition or conjunct, is an event of the same type."""
    word = parsed.words[finding.anchor]
    if word.pos not in _VERBAL:
        return any(anchors.get(above) == finding.type for above in parsed.ancestors(word.i)[:3])
    return word.dep == "advcl" and word.tag == "VBG" and anchors.get(word.head) == finding.type


def harm_with_a_condition_is_a_threat(parsed: Parsed, found: list[Finding]) -> list[Finding]:
    """ "would quit the coalition if the pit closes": what it would do is hypothetical, the threat is made."""
    threats = {f.anchor for f in found if f.type == "THREATEN"}
    return [
        _threat(f)
        for f in found
        if f.type in _HARM
        and f.parts.get("actor")
        and parsed.words[f.anchor].head not in threats
        and _has_condition(parsed, f.anchor)
    ]


def _has_condition(parsed: Parsed, anchor: int) -> bool:
    clause = clause_of(parsed, anchor)
    if clause.modal not in ("will", "would", "shall") or clause.negated:
        return False
    return any(clause_of(parsed, c).marker in ("if", "unless") for c in parsed.all(anchor, "advcl"))


def _threat(finding: Finding) -> Finding:
    return replace(
        finding,
        type="THREATEN",
        reason=Reason(rule="harm_with_a_condition_is_a_threat", frame=None, says=_SAYS_THREAT),
        modality="asserted",
        words={},
        likely=0.6,
    )


__all__ = ["events"]
