"""Findings -> claims: what all kinds share is added here, once: references, chain, modality, time, confidence and id.

A claim is filed only if whoever acts in it is an actor of the report; a pronoun that nobody could resolve names nobody.
"""

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from msgspec import Struct, to_builtins

from volteface.coding.cast import Cast
from volteface.coding.chains import Spoken
from volteface.coding.dates import is_background, when
from volteface.coding.finding import Cause, Finding, Party, Reason
from volteface.coding.modality import Standing, standing
from volteface.coding.rules.frames import Lexicon
from volteface.coding.rules.match import term_span
from volteface.coding.things import thing_meant
from volteface.grammar import Clause, Parsed, Span, clause_of
from volteface.record import Attribution, Claim, Driver, Evidence, Participant, Ref, Report, Term
from volteface.record.ids import claim_id
from volteface.record.kinds import KINDS
from volteface.record.words import ClaimId, Modality

CODER = "english/1"
_JOINT = 6  # claims that one finding with joint parties may become
_LEAST = 0.25  # below this a claim is likelier noise than news, and not filed

# How far a modality lowers the odds that a reviewer accepts a claim, measured on the corpus.
_MODALITY_ODDS: dict[Modality, float] = {"asserted": 1.0, "planned": 0.9, "denied": 0.8, "hypothetical": 0.75}


class Context(Struct, frozen=True):
    """One report with all that is known of it before its claims are filed."""

    report: Report
    parsed: Parsed
    cast: Cast
    spoken: Spoken
    lexicon: Lexicon
    odds: float = 1.0  # by which the report's genre changes those of every claim


class Filed(Struct, frozen=True):
    """A claim and what spoke for it."""

    claim: Claim
    reason: Reason


def file(finding: Finding, context: Context) -> Iterator[Filed]:
    """The claims that a finding makes: one for each of joint parties, one for an event."""
    clause = clause_of(context.parsed, finding.anchor)
    shared = _shared(finding, clause, context)
    if shared is None:
        return
    for own in islice(_OWN[finding.kind](finding, context), _JOINT):
        if finding.kind == "event":
            own = {**own, "date": shared["time"].start}
        yield Filed(_claim(finding, shared, own), finding.reason)


def _claim(finding: Finding, shared: dict[str, Any], own: dict[str, Any]) -> Claim:
    kind = KINDS[finding.kind]
    spans = [(e.start, e.end) for e in shared["evidence"]]
    id = claim_id(shared["report"], finding.kind, spans, to_builtins([own, shared["modality"], shared["current"]]))
    claim: Claim = kind.type(id=ClaimId(id), coder=CODER, **shared, **own)
    return claim


def _shared(finding: Finding, clause: Clause, context: Context) -> dict[str, Any] | None:
    """The fields that claims of every kind have, or None where the finding is too unlikely to file."""
    stood = standing(context.parsed, clause, flips=_sign_is_turned(finding))
    modality = finding.modality or _modality(finding, clause, stood)
    likely = finding.likely * context.odds * _MODALITY_ODDS[modality] * (0.5 if _only_ahead(finding, stood) else 1.0)
    if likely < _LEAST:
        return None
    time = when(context.parsed, clause, context.report.date)
    attribution = _attribution(finding, context)
    current = finding.current
    if current is None:
        current = not is_background(context.parsed, clause, time, context.report.date, kind=finding.kind)
    return {
        "report": context.report.id,
        "attribution": attribution.id if attribution else None,
        "chain": attribution.chain if attribution else (context.cast.publisher_ref(),),
        "modality": modality,
        "condition": _words(context, stood.condition),
        "time": time,
        "current": current,
        "confidence": round(min(likely, 0.95), 2),
        "evidence": tuple(evidence(context.report, span) for span in finding.evidence),
    }


def _sign_is_turned(finding: Finding) -> bool:
    """A negation has turned the sign of a stance already, and of a turn that stances tell; it denies neither."""
    return finding.kind == "stance" or (finding.kind == "shift" and finding.reason.frame is None)


def _only_ahead(finding: Finding, stood: Standing) -> bool:
    """What somebody is only asked to do or hold is the content of a demand; a turn only hoped for is none yet."""
    if finding.kind == "shift" and stood.modality == "planned" and not stood.decided:
        return True
    return stood.requested and finding.kind in ("event", "offer", "shift", "stance")


def _modality(finding: Finding, clause: Clause, stood: Standing) -> Modality:
    """Stances, demands, ties and offers that lie ahead are held today, and so is a turn that is decided ("agreed to");
    a threat or offer with an "if" is made today."""
    if stood.modality == "planned" and finding.kind != "event" and not (finding.kind == "shift" and clause.modal):
        return "asserted"
    if stood.modality == "hypothetical" and stood.condition and finding.kind in ("offer", "demand"):
        return "asserted"
    return stood.modality


def _reporting(own: Attribution | None, finding: Finding, context: Context) -> Attribution | None:
    """A demand that others report ends with them, not with who made it: "Two aides said that he demanded two posts"."""
    makers = {a.id for p in finding.parts.get("by", ()) if p.head is not None and (a := context.cast.actor(p.head))}
    if own is None or own.parent is None or own.source.actor not in makers:
        return own
    return next((a for a in context.spoken.records if a.id == own.parent), own)


def _attribution(finding: Finding, context: Context) -> Attribution | None:
    """Through whom the claim is told. Acts, turns and ties are told by whoever's content they stand in; a position or
    demand that somebody voices ends with him; an offer with whoever's words it shares."""
    spoken, span = context.spoken, finding.evidence[0]
    match finding.kind:
        case "event" | "shift" | "relation":
            return spoken.within(span)
        case "stance":
            of_a_turn = finding.reason.rule == "positions_of_turns"
            return spoken.within(span) if of_a_turn else spoken.voiced(span)
        case "demand":
            return _reporting(spoken.voiced(span), finding, context)
        case _:
            return spoken.holding(span)


def evidence(report: Report, span: Span) -> Evidence:
    """A span of the report as evidence."""
    return Evidence(report.id, span.start, span.end, report.text[span.start : span.end])


# --- the fields of each kind ---


def reference(party: Party, context: Context) -> Ref | None:
    """The reference of a party, with the thing that an "it" means, or None for a pronoun that names nothing."""
    if party.head is None:
        return Ref(party.actor, "")
    word = context.parsed.words[party.head]
    if word.pos in ("VERB", "AUX"):
        span = term_span(context.parsed, party.head)
        return Ref(None, context.parsed.text[span.start : span.end], span.start, span.end)
    ref = context.cast.ref(party.head)
    if ref.actor is not None or word.pos not in ("PRON", "DET"):
        return ref
    thing = thing_meant(context.parsed, context.cast, context.lexicon, party.head)
    return context.cast.ref(thing) if thing is not None else None


def _refs(finding: Finding, field: str, context: Context) -> list[Ref]:
    return [ref for party in finding.parts.get(field, ()) if (ref := reference(party, context))]


def _acting(finding: Finding, field: str, context: Context) -> list[Ref]:
    return [ref for ref in _refs(finding, field, context) if ref.actor is not None]


def _words(context: Context, span: Span | None) -> str | None:
    return context.parsed.text[span.start : span.end] if span else None


def _terms(finding: Finding, field: str, context: Context) -> tuple[Term, ...]:
    return tuple(Term(context.parsed.text[s.start : s.end]) for s in finding.terms.get(field, ()))


def _stance(finding: Finding, context: Context) -> Iterator[dict[str, Any]]:
    for holder, target in _positions(finding, context):
        yield {"holder": holder, "target": target, "polarity": finding.polarity or 0.0}


def _positions(finding: Finding, context: Context) -> Iterator[tuple[Ref, Ref]]:
    """Each holder with each target; nobody holds a position on himself."""
    for holder, target in product(_acting(finding, "holder", context), _refs(finding, "target", context)):
        if holder.actor != target.actor:
            yield holder, target


def _shift(finding: Finding, context: Context) -> Iterator[dict[str, Any]]:
    drivers = tuple(_driver(cause, context) for cause in finding.causes)
    for holder, target in _positions(finding, context):
        yield {
            "holder": holder,
            "target": target,
            "from_": finding.before,
            "to": finding.polarity,
            "drivers": drivers,
        }


def _driver(cause: Cause, context: Context) -> Driver:
    source = context.spoken.holding(cause.span)
    return Driver(
        text=_words(context, cause.span) or "",
        evidence=(evidence(context.report, cause.span),),
        attribution=source.id if source else None,
        modality=cause.modality,
    )


def _event(finding: Finding, context: Context) -> Iterator[dict[str, Any]]:
    seen: dict[tuple[str | None, str], Participant] = {}
    for role in ("actor", "recipient"):
        for ref in _refs(finding, role, context):
            who = Participant(actor=ref.actor, text=ref.text, start=ref.start, end=ref.end, role=role)
            seen.setdefault((ref.actor, ref.text if ref.actor is None else ""), who)
    if not any(p.actor for p in seen.values()):
        return
    magnitude = {k: v for k, v in finding.words.items() if k in ("dead", "injured", "size")}
    topics = finding.terms.get("topic", ())
    yield {
        "type": finding.type,
        "participants": tuple(seen.values()),
        "place": next(iter(_refs(finding, "place", context)), None),
        "topic": _words(context, topics[0]) if topics else None,
        "magnitude": magnitude or None,
    }


def _offer(finding: Finding, context: Context) -> Iterator[dict[str, Any]]:
    proposers, recipients = _refs(finding, "proposer", context), _refs(finding, "recipient", context)
    benefits = _terms(finding, "benefits", context)
    if not benefits or not any(r.actor for r in (*proposers, *recipients)):
        return
    parties: list[Ref | None] = [*proposers] or [None]
    for proposer in parties:
        yield {
            "proposer": proposer,
            "recipient": next(iter(recipients), None),
            "benefits": benefits,
            "conditions": _terms(finding, "conditions", context),
        }


def _demand(finding: Finding, context: Context) -> Iterator[dict[str, Any]]:
    whats = finding.terms.get("what", ())
    asked = next(iter(_refs(finding, "of", context)), None)
    for by, what in product(_acting(finding, "by", context), whats):
        yield {"by": by, "of": asked, "what": _words(context, what)}


def _relation(finding: Finding, context: Context) -> Iterator[dict[str, Any]]:
    predicate = finding.words.get("predicate") or next((t.text for t in _terms(finding, "predicate", context)), None)
    if not predicate:
        return
    for subject, other in product(_refs(finding, "subject", context), _refs(finding, "object", context)):
        same = subject.actor is not None and subject.actor == other.actor
        if not same and (subject.actor or other.actor):
            yield {"subject": subject, "predicate": predicate, "object": other}


_OWN = {
    "stance": _stance,
    "shift": _shift,
    "event": _event,
    "offer": _offer,
    "demand": _demand,
    "relation": _relation,
}
