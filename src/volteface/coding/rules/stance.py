"""A parsed report -> the stances that it tells: who is for or against what.

A stance needs a holder who is an actor of the report; what he is for or against may be anything that the words name.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason, single
from volteface.coding.lexica import word_classes
from volteface.coding.rules.frames import Lexicon
from volteface.coding.rules.match import candidates, evidence_span, filled, match
from volteface.grammar import Clause, Parsed, clause_of, clauses

_WITHHELD = -0.6  # "does not support" withholds support; it is less than rejection
_UNOPPOSED = {"oppose", "object", "resist", "block"}  # "does not oppose it" is a stated neutrality
_WILLING = {"will", "would", "shall", "'ll", "’ll"}


def stances(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every stance, in the order of the text."""
    found = [f for rule in RULES for f in rule(parsed, cast, lexicon) if _held(cast, f)]
    return sorted(found, key=lambda f: f.anchor)


def _held(cast: Cast, finding: Finding) -> bool:
    """Some holder is an actor; nobody holds a stance on himself."""
    holders = [p.head for p in finding.parts["holder"] if p.head is not None]
    targets = [p.head for p in finding.parts["target"] if p.head is not None]
    actors = {a.id for h in holders if (a := cast.actor(h))}
    aimed = {a.id for t in targets if (a := cast.actor(t))}
    somebody = not any(_is_nobody(cast.parsed, h) for h in (*holders, *targets))
    others = len(aimed) < len(targets) or aimed != actors
    return bool(actors) and somebody and others


def _is_nobody(parsed: Parsed, head: int) -> bool:
    """ "no minister", "nobody": nobody's position, and none on anybody."""
    nobody = parsed.words[head].lemma in ("nobody", "nothing", "none")
    return nobody or any(parsed.words[c].lemma in ("no", "neither") for c in parsed.all(head, "det", "neg"))


def frames_name_support_and_opposition(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """A word that means support or opposition gives its holder a stance: "The minister backed the plan"."""
    says = "a word that means support or opposition gives its holder a stance"
    for clause, frames in candidates(parsed, lexicon):
        for frame in frames:
            if frame.kind == "stance" and (found := match(parsed, cast, clause, frame, lexicon, says)):
                yield from negated_support_is_opposition(parsed, clause, found)
                break


def negated_support_is_opposition(parsed: Parsed, clause: Clause, finding: Finding) -> Iterator[Finding]:
    """ "did not support the bill" is a stance against it; "does not oppose it" is neutrality; "did not mock" none."""
    if not clause.negated or not finding.polarity:
        yield finding
    elif finding.polarity > 0:
        yield replace(finding, polarity=_WITHHELD, likely=finding.likely * 0.8)
    elif clause.lemma in _UNOPPOSED:
        yield replace(finding, polarity=0.0, likely=finding.likely * 0.7)


def refusal_to_do_is_opposition(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """ "would not sign the bill": who will not do what would further a thing is against it."""
    words = word_classes("effects")
    reason = Reason("refusal_to_do_is_opposition", None, "who will not further a thing is against it")
    for clause in clauses(parsed):
        refused = clause.negated and clause.modal in _WILLING and clause.lemma in words["for"] and not clause.passive
        if refused and clause.slots.get("subject") and clause.slots.get("object"):
            yield _stance(parsed, clause, clause.slots["object"], -0.8, reason)


def wish_for_an_act_is_a_stance_on_its_object(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """Who wants to scrap a levy is against the levy; who vows to build a dam is for it."""
    words = word_classes("effects")
    reason = Reason("wish_for_an_act_is_a_stance_on_its_object", None, "a wish to end a thing is a stance against it")
    for clause in clauses(parsed):
        if clause.lemma not in words["wishing"] or not clause.slots.get("subject"):
            continue
        for complement in clause.slots.get("complement", ()):
            act = clause_of(parsed, complement)
            sign = (act.lemma in words["for"]) - (act.lemma in words["against"])
            targets = _aimed_at(parsed, act, lexicon)
            if sign and targets:
                turned = -1 if clause.negated != act.negated else 1
                yield _stance(parsed, clause, targets, 0.8 * sign * turned, reason)


def _aimed_at(parsed: Parsed, act: Clause, lexicon: Lexicon) -> tuple[int, ...]:
    """What the act is done to; whoever ties are cut with ("cut ties with Norland")."""
    things = act.slots.get("object", ())
    ties = any(parsed.words[w].lemma in lexicon.classes["tie"] for w in things)
    return (ties and filled(parsed, act, "with")) or things


def effort_for_an_act_is_a_stance_on_its_object(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """ "the party's drive to expel the troops", "a bid by the king to save the pact": whose effort it is wants it."""
    words = word_classes("effects")
    reason = Reason(
        "effort_for_an_act_is_a_stance_on_its_object", None, "an effort to end a thing is a stance against it"
    )
    for word in parsed.words:
        if word.lemma not in words["effort"] or word.pos != "NOUN":
            continue
        effort = clause_of(parsed, word.i)
        holders = effort.fill("owner", "by", "of")
        for act in _acts_of_an_effort(parsed, effort):
            sign = (act.lemma in words["for"]) - (act.lemma in words["against"])
            if sign and holders and act.slots.get("object"):
                yield _held_by(parsed, act, holders, act.slots["object"], 0.8 * sign, reason)


def _acts_of_an_effort(parsed: Parsed, effort: Clause) -> Iterator[Clause]:
    """Its infinitive, or how it is furthered: "supporting their drive by expelling the troops"."""
    yield from (clause_of(parsed, w) for w in effort.slots.get("complement", ()))
    head = parsed.words[effort.predicate].head
    if parsed.words[effort.predicate].dep == "dobj":
        below = clause_of(parsed, head).slots.get("by", ())
        yield from (clause_of(parsed, w) for w in below if parsed.words[w].tag == "VBG")


def participle_behind_a_position_tells_it(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """ "the Norland position, rejecting the pact": a participle right behind somebody's position tells what it is."""
    reason = Reason("participle_behind_a_position_tells_it", None, "a participle behind a position tells what it is")
    positions = word_classes("turning")["stance"]
    for stance in frames_name_support_and_opposition(parsed, cast, lexicon):
        before = stance.anchor - 2
        if before < 0 or parsed.words[stance.anchor].tag != "VBG" or parsed.words[before + 1].text != ",":
            continue
        if parsed.words[before].lemma in positions:
            held = clause_of(parsed, before)
            named = [c for c in parsed.all(before, "amod", "compound") if cast.actor(c)]
            holders = held.fill("owner", "of") or tuple(named)
            if holders:
                parts = {**stance.parts, "holder": tuple(Party(head=h) for h in holders)}
                yield replace(stance, parts=parts, reason=reason, likely=0.6)


def calling_it_bad_is_opposition(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> Iterator[Finding]:
    """ "called the decision irresponsible", "said that the deal was a betrayal": a judgement shows the position."""
    words = word_classes("effects")
    reason = Reason("calling_it_bad_is_opposition", None, "a judgement in the holder's own words shows his position")
    for clause in clauses(parsed):
        if clause.negated:
            continue
        if clause.lemma in _CALLING:
            judged = [(clause.slots.get("object", ()), a) for a in (*clause.fill("as"), *clause.fill("attribute"))]
        elif clause.lemma in _SAYING:
            judged = [
                (said.slots.get("subject", ()), a)
                for c in clause.slots.get("complement", ())
                for said in (clause_of(parsed, c),)
                if said.lemma == "be"
                for a in said.slots.get("attribute", ())
            ]
        else:
            continue
        for targets, attribute in judged:
            sign = (parsed.words[attribute].lemma in words["good"]) - (parsed.words[attribute].lemma in words["bad"])
            negated = clause_of(parsed, attribute).negated
            if sign and targets and clause.slots.get("subject"):
                yield _stance(parsed, clause, targets, 0.7 * sign * (-1 if negated else 1), reason)


_CALLING = {"call", "describe", "brand", "label", "denounce", "deem", "consider", "regard", "dub", "term", "see"}
_SAYING = {"say", "argue", "insist", "maintain", "declare", "claim", "add", "write", "believe", "think", "warn"}


def _stance(parsed: Parsed, clause: Clause, targets: tuple[int, ...], polarity: float, reason: Reason) -> Finding:
    return _held_by(parsed, clause, clause.slots["subject"], targets, polarity, reason)


def _held_by(
    parsed: Parsed,
    clause: Clause,
    holders: tuple[int, ...],
    targets: tuple[int, ...],
    polarity: float,
    reason: Reason,
) -> Finding:
    return Finding(
        kind="stance",
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=reason,
        parts={
            "holder": tuple(Party(head=h) for h in holders),
            "target": tuple(p for t in targets for p in single(t)),
        },
        polarity=polarity,
        likely=0.6,
    )


RULES = (
    frames_name_support_and_opposition,
    refusal_to_do_is_opposition,
    wish_for_an_act_is_a_stance_on_its_object,
    effort_for_an_act_is_a_stance_on_its_object,
    participle_behind_a_position_tells_it,
    calling_it_bad_is_opposition,
)
