"""A parsed report and its stances -> the turns that it tells: who changed position, from what to what.

A turn is told by a word for it, by a verb of turning with the new position behind it, or by two stances of one
holder on one target that contradict each other, the earlier told as past.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.lexica import word_classes
from volteface.coding.modality import standing
from volteface.coding.rules.drivers import MOST, holders_of, with_causes
from volteface.coding.rules.frames import Lexicon
from volteface.coding.rules.match import candidates, evidence_span, match
from volteface.coding.rules.stance import frames_name_support_and_opposition
from volteface.grammar import Clause, Parsed, Span, clause_of, clauses, phrase

_NEAR = 3  # sentences that a turn without a target may look back for one
_SAME_SENTENCES = 12  # how many sentences apart two stances that contradict each other may stand


def shifts(parsed: Parsed, cast: Cast, lexicon: Lexicon, stances: list[Finding]) -> list[Finding]:
    """Every turn, with what the report says moved it; one a holder, target and direction."""
    found = [
        *frames_name_a_turn(parsed, cast, lexicon, stances),
        *no_longer_held(parsed, cast, lexicon, stances),
        *turning_to_a_position(parsed, cast, stances),
        *leaving_one_and_turning_to_another(parsed),
        *turn_in_the_stance_of_somebody(parsed, cast, lexicon),
        *mind_that_something_changed(parsed, cast, stances),
        *stances_that_contradict_each_other(parsed, cast, stances),
    ]
    held = [f for f in found if any(p.head is not None and cast.actor(p.head) for p in f.parts.get("holder", ()))]
    return _once(parsed, cast, with_causes(parsed, cast, held))


def frames_name_a_turn(parsed: Parsed, cast: Cast, lexicon: Lexicon, stances: list[Finding]) -> Iterator[Finding]:
    """A word that means a turn: "The union dropped its opposition to the merger"."""
    says = "a word that means a change of position tells a turn"
    for clause, frames in candidates(parsed, lexicon):
        for frame in frames:
            if frame.kind == "shift" and (found := match(parsed, cast, clause, frame, lexicon, says)):
                aimed = found if found.parts.get("target") else turn_on_what_was_held(parsed, cast, found, stances)
                if aimed is not None:
                    yield aimed
                break


def turn_on_what_was_held(parsed: Parsed, cast: Cast, turn: Finding, stances: list[Finding]) -> Finding | None:
    """ "It had vetoed the fund. On Friday it relented": a turn that names no target is on what its holder held."""
    sentence = parsed.words[turn.anchor].sentence
    near = [
        s
        for s in stances
        if s.anchor != turn.anchor
        and 0 <= sentence - parsed.words[s.anchor].sentence <= _NEAR
        and holders_of(cast, s) & holders_of(cast, turn)
        and standing(parsed, clause_of(parsed, s.anchor), flips=True).modality != "hypothetical"
    ]
    if not near:
        return None
    held = min(near, key=lambda s: (s.current is not False, abs(s.anchor - turn.anchor)))
    polarity = turn.polarity
    if polarity is not None and held.polarity:
        polarity = 0.5 if held.polarity < 0 else 0.0
    evidence = (*turn.evidence, *held.evidence)
    return replace(
        turn,
        parts={**turn.parts, "target": held.parts["target"]},
        evidence=evidence,
        before=held.polarity,
        polarity=polarity,
    )


def no_longer_held(parsed: Parsed, cast: Cast, lexicon: Lexicon, stances: list[Finding]) -> Iterator[Finding]:
    """ "She would no longer fight the plan": what somebody holds no longer, he turned from."""
    reason = Reason("no_longer_held", None, "a position that is held no longer is a turn away from it")
    held = {frame.name: frame.polarity for frame in lexicon.of("stance")}
    for stance in stances:
        before = held.get(stance.reason.frame or "", stance.polarity)
        if before and _no_longer(parsed, stance.anchor):
            to = 0.0 if before < 0 else -0.5
            turn = _turn(stance, stance.anchor, stance.evidence, reason, before=before, likely=0.6)
            yield replace(turn, polarity=to)


def _no_longer(parsed: Parsed, i: int) -> bool:
    return any(
        parsed.words[c].lemma in ("long", "longer", "anymore")
        and parsed.words[c].text != "long"
        and (parsed.words[c].lemma == "anymore" or parsed.words[c - 1].lemma in ("no", "any"))
        for c in parsed.all(i, "advmod", "npadvmod")
        if c > 0
    )


def turning_to_a_position(parsed: Parsed, cast: Cast, stances: list[Finding]) -> Iterator[Finding]:
    """ "turned to support Allawi", "persuaded him to back the truce": a new position below a verb of turning."""
    words = word_classes("turning")
    reason = Reason(
        "turning_to_a_position", None, "a verb of turning or persuading makes the position behind it a new one"
    )
    for stance in stances:
        word = parsed.words[stance.anchor]
        if word.dep not in ("xcomp", "pcomp", "ccomp", "advcl"):
            continue
        above = next((a for a in parsed.ancestors(stance.anchor) if parsed.words[a].pos == "VERB"), None)
        if above is None or not _leads_to(parsed, stance.anchor, above):
            continue
        lemma = parsed.words[above].lemma
        if lemma in words["turning"] or (lemma in words["moving"] and _object_holds(parsed, above, stance)):
            evidence = evidence_span(parsed, clause_of(parsed, above))
            yield _turn(stance, above, (evidence,), reason, before=None, likely=0.6)


def leaving_one_and_turning_to_another(parsed: Parsed) -> Iterator[Finding]:
    """ "abandoned the protesters and turned to the premier": to whom somebody turns from others, he goes over."""
    words = word_classes("turning")
    reason = Reason("leaving_one_and_turning_to_another", None, "to whom somebody turns from others, he goes over")
    for clause in clauses(parsed):
        above = parsed.ancestors(clause.predicate) if clause.lemma == "turn" else []
        left = any(parsed.words[a].lemma in words["leaving"] for a in above)
        if (
            left
            and parsed.words[clause.predicate].dep == "conj"
            and clause.slots.get("subject")
            and clause.slots.get("to")
        ):
            turned = _turned(parsed, clause, clause.slots["subject"], reason)
            target = tuple(Party(head=t) for t in clause.slots["to"])
            yield replace(turned, parts={**turned.parts, "target": target}, polarity=0.8)


def _leads_to(parsed: Parsed, below: int, above: int) -> bool:
    """The position hangs on the verb directly, or through one preposition ("switched to backing")."""
    head = parsed.words[below].head
    return head == above or (parsed.words[head].pos in ("ADP", "PART") and parsed.words[head].head == above)


def _object_holds(parsed: Parsed, above: int, stance: Finding) -> bool:
    objects = clause_of(parsed, above).slots.get("object", ())
    return any(p.head in objects for p in stance.parts["holder"])


def turn_in_the_stance_of_somebody(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """ "the change in the cleric's stance on the protests": a noun of turning over a noun of position."""
    words = word_classes("turning")
    for word in parsed.words:
        if word.pos != "NOUN" or not _is_turn(parsed, word.i, words["turn"]):
            continue
        clause = clause_of(parsed, word.i)
        for position in clause.fill("in", "of"):
            if parsed.words[position].lemma in words["stance"]:
                yield from _turn_of_position(parsed, cast, lexicon, clause, position)


def mind_that_something_changed(parsed: Parsed, cast: Cast, stances: list[Finding]) -> Iterator[Finding]:
    """ "The promises changed the mind of the cleric": whose mind it is turned, on what he held."""
    words = word_classes("turning")
    reason = Reason("mind_that_something_changed", None, "what changes somebody's mind turns him")
    for clause in clauses(parsed):
        if clause.lemma not in words["changing"]:
            continue
        for position in clause.slots.get("object", ()):
            holders = clause_of(parsed, position).fill("owner", "of")
            known = {a.id for h in holders if (a := cast.actor(h))}
            own = {a.id for s in clause.slots.get("subject", ()) if (a := cast.actor(s))}
            if parsed.words[position].lemma in words["stance"] and known and not known & own:
                turn = _turned(parsed, clause, holders, reason)
                if aimed := turn_on_what_was_held(parsed, cast, turn, stances):
                    yield aimed


def _is_turn(parsed: Parsed, i: int, turns: frozenset[str]) -> bool:
    """A noun of turning, or a "turning point"."""
    word = parsed.words[i]
    return word.lemma in turns or (
        word.lemma == "point" and any(parsed.words[c].lemma in ("turning", "turn") for c in parsed.children[i])
    )


def _turn_of_position(parsed: Parsed, cast: Cast, lexicon: Lexicon, clause: Clause, position: int) -> Iterator[Finding]:
    reason = Reason("turn_in_the_stance_of_somebody", None, "a change in somebody's stance is a turn")
    held = clause_of(parsed, position)
    named = [c for c in parsed.all(position, "compound", "nmod", "amod") if cast.actor(c)]
    holders = held.fill("owner", "of") or clause.fill("owner") or tuple(named)
    if not holders:
        return
    told = _turned(parsed, clause, holders, reason)
    new = positions_spelt_out(parsed, cast, lexicon, clause.predicate)
    for stance in new:
        evidence = (*told.evidence, *stance.evidence)
        yield replace(
            told, parts={**told.parts, "target": stance.parts["target"]}, polarity=stance.polarity, evidence=evidence
        )
    targets = held.fill("on", "over", "towards", "toward", "to", "about") or clause.fill("on", "towards", "about")
    if targets and not new:
        yield replace(told, parts={**told.parts, "target": tuple(Party(head=t) for t in targets)})


def positions_spelt_out(parsed: Parsed, cast: Cast, lexicon: Lexicon, noun: int) -> list[Finding]:
    """ "a change in his stance in terms of opposing the protests": new positions behind a turn."""
    sentence = parsed.words[noun].sentence
    return [
        found
        for found in frames_name_support_and_opposition(parsed, cast, lexicon)
        if found.anchor > noun
        and parsed.words[found.anchor].sentence == sentence
        and found.polarity
        and any(a == noun or parsed.words[a].lemma == "term" for a in parsed.ancestors(found.anchor))
    ]


def stances_that_contradict_each_other(parsed: Parsed, cast: Cast, stances: list[Finding]) -> Iterator[Finding]:
    """ "He once fought the dam. Now he backs it": a past stance beside a present one of the other sign is a turn."""
    reason = Reason("stances_that_contradict_each_other", None, "a past stance beside a present one of the other sign")
    by_holder: dict[str, list[Finding]] = {}
    for stance in stances:
        for party in stance.parts["holder"]:
            if party.head is not None and (actor := cast.actor(party.head)):
                by_holder.setdefault(actor.id, []).append(stance)
    for held in by_holder.values():
        for earlier in (s for s in held if s.current is False):
            later = next((s for s in held if _contradicts(parsed, cast, earlier, s)), None)
            if later is not None:
                evidence = (later.evidence[0], earlier.evidence[0])
                yield _turn(later, later.anchor, evidence, reason, before=earlier.polarity, likely=0.6)


def _contradicts(parsed: Parsed, cast: Cast, earlier: Finding, later: Finding) -> bool:
    """The later one is present, of the other sign, near, and on the same thing."""
    if later.current is False or not earlier.polarity or not later.polarity or earlier.polarity * later.polarity > 0:
        return False
    apart = abs(parsed.words[earlier.anchor].sentence - parsed.words[later.anchor].sentence)
    return apart <= _SAME_SENTENCES and bool(_aimed(parsed, cast, earlier) & _aimed(parsed, cast, later))


def _aimed(parsed: Parsed, cast: Cast, finding: Finding) -> set[str]:
    """What a stance is on: actors by id, things by the content words of the phrase."""
    found: set[str] = set()
    for party in finding.parts["target"]:
        if party.head is None:
            continue
        actor = cast.actor(party.head)
        if actor:
            found.add(actor.id)
        for i in parsed.words_in(phrase(parsed, party.head)):
            if inner := cast.actor(i):
                found.add(inner.id)
            elif parsed.words[i].pos in ("NOUN", "PROPN"):
                found.add(parsed.words[i].lemma)
    return found


def _turned(parsed: Parsed, clause: Clause, holders: tuple[int, ...], reason: Reason) -> Finding:
    """A turn of the holders, told by the clause; on what, and to what, is still open."""
    return Finding(
        kind="shift",
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=reason,
        parts={"holder": tuple(Party(head=h) for h in holders)},
        likely=0.6,
    )


def _turn(
    stance: Finding, anchor: int, evidence: tuple[Span, ...], reason: Reason, *, before: float | None, likely: float
) -> Finding:
    return replace(
        stance,
        kind="shift",
        anchor=anchor,
        evidence=evidence,
        reason=reason,
        before=before,
        likely=likely,
    )


def _once(parsed: Parsed, cast: Cast, found: list[Finding]) -> list[Finding]:
    """One turn a holder, target and direction; a later telling of the same adds its evidence."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.likely, f.anchor)):
        twin = next((k for k, other in enumerate(kept) if _same_turn(parsed, cast, finding, other)), None)
        if twin is None:
            kept.append(finding)
        else:
            other = kept[twin]
            kept[twin] = replace(
                other,
                polarity=other.polarity if other.polarity is not None else finding.polarity,
                evidence=tuple(dict.fromkeys((*other.evidence, *finding.evidence))),
                before=other.before if other.before is not None else finding.before,
                causes=tuple({c.span: c for c in (*other.causes, *finding.causes)}.values())[:MOST],
            )
    return sorted(kept, key=lambda f: f.anchor)


def _same_turn(parsed: Parsed, cast: Cast, one: Finding, other: Finding) -> bool:
    if not holders_of(cast, one) & holders_of(cast, other):
        return False
    agree = one.polarity is None or other.polarity is None or one.polarity * other.polarity >= 0
    return agree and bool(_aimed(parsed, cast, one) & _aimed(parsed, cast, other))


def positions_of_turns(parsed: Parsed, shifts: list[Finding]) -> Iterator[Finding]:
    """A turn leaves two stances: the one given up, told as past, and the one taken; an unmade one none."""
    reason = Reason("positions_of_turns", None, "a turn shows the position before it and the one after it")
    for turn in shifts:
        clause = clause_of(parsed, turn.anchor)
        stood = standing(parsed, clause, flips=turn.reason.frame is None)
        ahead = stood.modality == "planned" and (clause.modal is not None or not stood.decided)
        told_apart = turn.reason.rule == "stances_that_contradict_each_other"
        if told_apart or ahead or stood.modality in ("denied", "hypothetical"):
            continue
        if turn.before:
            yield replace(
                turn,
                kind="stance",
                polarity=turn.before,
                before=None,
                causes=(),
                current=False,
                reason=reason,
                likely=0.5,
            )
        if turn.polarity:
            yield replace(turn, kind="stance", before=None, causes=(), current=True, reason=reason, likely=0.5)
