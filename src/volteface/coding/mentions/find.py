"""A parse and its report -> the Cast: candidates in order of their head words, each linked to an actor.

Names, descriptions and pronouns are linked in one pass from left to right; what a speaker says of himself, in a second.
"""

from collections import Counter

from volteface.coding.cast import Cast, Mention
from volteface.coding.mentions.candidate import Candidate, Description, NameFound, PronounFound
from volteface.coding.mentions.entity import Entity, Stage, real
from volteface.coding.mentions.known import adjective_of, bearer_of
from volteface.coding.mentions.meant import meant_by
from volteface.coding.mentions.naming import names
from volteface.coding.mentions.nominal import descriptions
from volteface.coding.mentions.pronouns import FIRST_PERSON, THIRD_PERSON, agrees, main_subject, stands_for
from volteface.coding.mentions.roles import office
from volteface.coding.mentions.speakers import Speakers
from volteface.grammar import Parsed, Word
from volteface.record import Actor, Report
from volteface.record.ids import actor_id
from volteface.record.words import ActorId

_STATE = frozenset(["GOV", "LEG", "MIL", "JUD", "COP", "SPY"])


def cast(parsed: Parsed, report: Report) -> Cast:
    """Who is in the report, and every word by which somebody is mentioned."""
    stage = Stage(parsed)
    publisher = _publisher(stage, report)
    found = candidates(parsed)
    speakers = Speakers(parsed, {c.head: c for c in found if isinstance(c, NameFound)})
    for candidate in found:
        _link(stage, speakers, candidate)
    _looking_ahead(stage)
    _first_person(stage, speakers)
    _adjectives(stage)
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
            if entity.named:
                _tie(stage, candidate.head, entity)
    else:
        entity = stands_for(stage, speakers, candidate.head)
        if entity is not None:
            stage.mention(candidate.head, stage.parsed.span(candidate.head, candidate.head), "pronoun", entity)


def _tie(stage: Stage, head: int, entity: Entity) -> None:
    """ "leader of the SPD", "an MP for Labour": who holds the office is tied to the body."""
    words = stage.parsed.words
    above = words[words[head].head]
    if words[head].dep != "pobj" or above.lemma not in ("of", "for", "at", "with", "in", "by", "from"):
        return
    _tie_paper(stage, above, entity)
    holder = stage.entity_at(above.head)
    if holder is not None and holder is not entity and holder.kind in ("person", "unnamed"):
        holder.ties.append(entity)
        holder.country = holder.country or entity.country


def _tie_paper(stage: Stage, preposition: Word, entity: Entity) -> None:
    """ "A report released by Reuters says": the report speaks for Reuters."""
    words = stage.parsed.words
    above = words[preposition.head]
    paper = stage.entity_at(above.head if above.dep == "acl" else above.i)
    if paper is not None and paper.kind == "document" and entity.kind == "organization":
        stage.join(paper, entity)


def _looking_ahead(stage: Stage) -> None:
    """ "A month after he left the alliance, Gantz returned": nobody before fits, so the main subject that follows."""
    parsed = stage.parsed
    for word in parsed.words:
        if word.pos != "PRON" or word.i in stage.at or word.text.lower() not in THIRD_PERSON - {"it"}:
            continue
        subject = main_subject(parsed, word.sentence)
        entity = stage.entity_at(subject)
        if subject is not None and subject > word.i and entity is not None and agrees(word.text.lower(), entity):
            stage.mention(word.i, parsed.span(word.i, word.i), "pronoun", entity)


def _adjectives(stage: Stage) -> None:
    """ "Republican senators", "Russian shells": the party or country, where the report names it besides."""
    for word in stage.parsed.words:
        if word.entity == "NORP" and word.dep in ("amod", "compound", "nmod") and word.i not in stage.at:
            entity = adjective_of(stage, word.text)
            if entity is not None:
                stage.mention(word.i, stage.parsed.span(word.i, word.i), "name", entity)


def _first_person(stage: Stage, speakers: Speakers) -> None:
    """ "I" and "we" inside quotation marks mean whoever speaks."""
    for word in stage.parsed.words:
        if word.pos == "PRON" and word.text.lower() in FIRST_PERSON:
            entity = speakers.entity_outside(stage, word.i)
            if entity is not None:
                stage.mention(word.i, stage.parsed.span(word.i, word.i), "pronoun", entity)


def _cast(stage: Stage, report: Report, publisher: Entity | None) -> Cast:
    _settle_countries(stage)
    kept = [e for e in stage.entities if e.joined is None and (not e.place or e.acts)]
    actors = {e: _actor(e, report) for e in kept}
    mentions = [
        Mention(step.head, step.span, step.form, actors[real(step.entity)].id)
        for step in sorted(stage.trail, key=lambda s: s.head)
        if real(step.entity) in actors
    ]
    return Cast(stage.parsed, list(actors.values()), mentions, actors[publisher] if publisher else None)


def _settle_countries(stage: Stage) -> None:
    """ "the government" belongs to the one country that the report is about, where it is about one."""
    counts = Counter(c for step in stage.trail if (c := real(step.entity).country))
    (top, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most < 3 or most < 4 * next_most:
        return
    for entity in stage.entities:
        if entity.country is None and entity.sector in _STATE and not entity.named and entity.kind == "organization":
            entity.country = top


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
        roles=tuple(dict.fromkeys(r for role in entity.roles if (r := office(role)))),
    )


def _id(entity: Entity, report: Report) -> ActorId:
    return actor_id(report.id, entity.first)
