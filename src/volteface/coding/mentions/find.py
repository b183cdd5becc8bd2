"""A parse and its report -> the Cast: candidates in order of their head words, each linked to an actor.

Names, descriptions and pronouns are linked in one pass from left to right; what a speaker says of himself, in a second.
"""

from volteface.coding.cast import Cast, Mention
from volteface.coding.mentions.candidate import Candidate, Description, NameFound, PronounFound
from volteface.coding.mentions.entity import Entity, Stage, real
from volteface.coding.mentions.known import bearer_of
from volteface.coding.mentions.meant import meant_by
from volteface.coding.mentions.naming import names
from volteface.coding.mentions.nominal import descriptions
from volteface.coding.mentions.pronouns import FIRST_PERSON, THIRD_PERSON, stands_for
from volteface.coding.mentions.speakers import Speakers
from volteface.grammar import Parsed
from volteface.record import Actor, Report
from volteface.record.ids import actor_id
from volteface.record.words import ActorId


def cast(parsed: Parsed, report: Report) -> Cast:
    """Who is in the report, and every word by which somebody is mentioned."""
    stage = Stage(parsed)
    publisher = _publisher(stage, report)
    speakers = Speakers(parsed)
    for candidate in candidates(parsed):
        _link(stage, speakers, candidate)
    _first_person(stage, speakers)
    return _cast(stage, report, publisher)


def candidates(parsed: Parsed) -> list[Candidate]:
    """Whatever may mention an actor, in order of head words."""
    found: list[Candidate] = []
    taken: set[int] = set()
    for name in names(parsed):
        found.append(name)
        if isinstance(name, NameFound):
            taken.update(range(name.first, name.last + 1))
        else:
            taken.add(name.head)
    found.extend(descriptions(parsed, taken))
    found.extend(PronounFound(w.i) for w in parsed.words if w.pos == "PRON" and w.text.lower() in THIRD_PERSON)
    return sorted(found, key=lambda c: c.head)


def _publisher(stage: Stage, report: Report) -> Entity | None:
    if not report.publisher:
        return None
    entity = stage.enter("organization", None, report.publisher)
    entity.sector = "MED"
    entity.acts = True
    stage.call(entity, report.publisher)
    return entity


def _link(stage: Stage, speakers: Speakers, candidate: Candidate) -> None:
    if isinstance(candidate, NameFound):
        entity = bearer_of(stage, candidate)
        if entity is not None:
            stage.mention(candidate.head, candidate.span, "name", entity)
            _tie(stage, candidate.head, entity)
    elif isinstance(candidate, Description):
        entity = meant_by(stage, candidate)
        if entity is not None:
            stage.mention(candidate.head, candidate.span, "description", entity)
    else:
        entity = stands_for(stage, speakers, candidate.head)
        if entity is not None:
            stage.mention(candidate.head, stage.parsed.span(candidate.head, candidate.head), "pronoun", entity)


def _tie(stage: Stage, head: int, entity: Entity) -> None:
    """ "leader of the SPD", "an MP for Labour": who holds the office is tied to the body."""
    words = stage.parsed.words
    above = words[words[head].head]
    if words[head].dep != "pobj" or above.lemma not in ("of", "for", "at", "with", "in"):
        return
    holder = stage.entity_at(above.head)
    if holder is not None and holder is not entity and holder.kind in ("person", "unnamed"):
        holder.ties.append(entity)
        holder.country = holder.country or entity.country


def _first_person(stage: Stage, speakers: Speakers) -> None:
    """ "I" and "we" inside quotation marks mean whoever speaks."""
    for word in stage.parsed.words:
        if word.pos == "PRON" and word.text.lower() in FIRST_PERSON:
            entity = speakers.entity_outside(stage, word.i)
            if entity is not None:
                stage.mention(word.i, stage.parsed.span(word.i, word.i), "pronoun", entity)


def _cast(stage: Stage, report: Report, publisher: Entity | None) -> Cast:
    kept = [e for e in stage.entities if e.joined is None and (not e.place or e.acts)]
    actors = {e: _actor(e, report) for e in kept}
    mentions = [
        Mention(step.head, step.span, step.form, actors[real(step.entity)].id)
        for step in sorted(stage.trail, key=lambda s: s.head)
        if real(step.entity) in actors
    ]
    return Cast(stage.parsed, list(actors.values()), mentions, actors[publisher] if publisher else None)


def _actor(entity: Entity, report: Report) -> Actor:
    name = entity.name
    aliases = {name: -1} | entity.forms if entity.first[0] is None else entity.forms
    return Actor(
        id=_id(entity, report),
        name=name,
        kind=entity.kind,
        aliases=tuple(sorted(aliases, key=lambda form: aliases[form])),
        country=entity.country,
        sector=entity.sector,
        roles=tuple(
            role[:1].lower() + role[1:] if role[:1].isupper() and role[1:2].islower() else role for role in entity.roles
        ),
    )


def _id(entity: Entity, report: Report) -> ActorId:
    return actor_id(report.id, entity.first)
