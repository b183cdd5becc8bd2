"""A description -> the actor that it means: one on stage that agrees with it, or a new one.

An indefinite phrase always brings somebody new on stage. A definite one is bound by what it has in common with an
actor (the same office, party, trade), never by nearness alone where it says something specific.
"""

from volteface.coding.mentions.candidate import Description
from volteface.coding.mentions.entity import Entity, Stage, real
from volteface.identity.names import is_acronym
from volteface.identity.nouns import same_office
from volteface.identity.words import noun_list
from volteface.record.words import ActorKind

_ENOUGH = 2.0
# Nouns that say what the bearer of the name before them is.
_BODIES = frozenset(
    """agency group party movement newspaper paper daily weekly magazine broadcaster channel bloc militia organization
    organisation company bank firm coalition alliance front faction union network club foundation institute centre
    center tribe clan""".split()
)
# What an actor may be besides anything else: "the cleric" may be the leader named before.
_WIDE_NOUNS = frozenset("leader head chief founder chairman figure member politician".split())
# Where a report is, unless it has named it: "the country" brings no actor of its own.
_SURROUNDINGS = frozenset("country nation kingdom republic city town village".split())
_UNFIT = -100.0
_KIN = frozenset(
    """ally rival aide adviser advisor assistant successor predecessor brother sister father mother son daughter wife
    husband nephew niece uncle aunt cousin friend colleague partner counterpart opponent critic supporter backer foe
    enemy lawyer spokesman spokeswoman deputy member neighbour neighbor""".split()
)


def meant_by(stage: Stage, found: Description) -> Entity | None:
    """Whom the description means; None where it only says what somebody is."""
    entity = _named_with_its_kind(stage, found) or _apposed(stage, found) or _bound(stage, found)
    entity = entity or (None if found.noun in _SURROUNDINGS and found.determiner != "a" else _new(stage, found))
    if entity is None:
        return None
    _learn(stage, entity, found)
    return entity


def _named_with_its_kind(stage: Stage, found: Description) -> Entity | None:
    """ "Reuters news agency", "the Hezbollah group": a name in front of what its bearer is."""
    if found.kind not in ("organization", "group") or found.noun.split()[-1] not in _BODIES:
        return None
    for child in stage.parsed.all(found.head, "compound", "nmod", "amod"):
        entity = stage.entity_at(child)
        if entity is None or entity.kind == "country" or stage.parsed.words[child].entity == "NORP":
            continue
        if entity.kind in ("organization", "group") or len(entity.name.split()) == 1:
            entity.kind = "organization"
            return entity
    return None


def _apposed(stage: Stage, found: Description) -> Entity | None:
    """ "Sadr, leader of the bloc": the one before the comma."""
    word = stage.parsed.words[found.head]
    if word.dep != "appos":
        return None
    entity = stage.entity_at(word.head)
    if entity is None or (entity.is_person and found.kind != "person"):
        return None
    if found.kind == "person" and not entity.is_person:
        return None
    if found.role and entity.is_person:
        entity.roles.setdefault(found.role)
    return entity


def _bound(stage: Stage, found: Description) -> Entity | None:
    """The best of the actors on stage, if any is good enough."""
    if found.determiner in ("a", "number", "both"):
        return _counted_again(stage, found)
    owner = real_owner(stage, found)
    tied = _tied(owner, found)
    if tied is not None:
        return tied
    best, score = None, _ENOUGH
    for entity in stage.recent():
        mine = _fit(stage, found, owner, entity)
        if mine > score:
            best, score = entity, mine
    return best


def real_owner(stage: Stage, found: Description) -> Entity | None:
    """Who possesses what the phrase names."""
    return stage.entity_at(found.owner)


def _counted_again(stage: Stage, found: Description) -> Entity | None:
    """ "the two leaders" counts people who are on stage; "two officials" brings new ones."""
    if found.determiner == "a" or not _has_article(stage, found.head):
        return None
    return next((e for e in stage.recent() if e.plural and found.noun in e.nouns), None)


def _has_article(stage: Stage, head: int) -> bool:
    return any(
        stage.parsed.words[c].text.lower() in ("the", "both", "these", "those") for c in stage.parsed.children[head]
    )


def _tied(owner: Entity | None, found: Description) -> Entity | None:
    """ "his party": the party that the owner's office named."""
    if owner is None or found.kind not in ("organization", "group"):
        return None
    fitting = [real(t) for t in owner.ties if real(t).kind == "organization"]
    return next((t for t in fitting if found.noun in t.nouns or _shares_sector(found, t) or not t.nouns), None)


def _shares_sector(found: Description, entity: Entity) -> bool:
    return found.sector not in (None, "GOV", "CVL") and found.sector == entity.sector


def _fit(stage: Stage, found: Description, owner: Entity | None, entity: Entity) -> float:
    """How well an actor answers the description; below zero where it cannot."""
    if entity is owner or not _agrees(found, entity):
        return _UNFIT
    rule = _PERSON_RULES.get(found.kind, _fit_body)
    score = rule(stage, found, owner, entity)
    distance = stage.parsed.words[found.head].sentence - stage.parsed.words[max(entity.last, 0)].sentence
    return score - min(distance, 12) * (0.3 if found.kind == "person" else 0.2) + min(entity.hits, 6) * 0.15


def _agrees(found: Description, entity: Entity) -> bool:
    """Kind, number, gender and country do not forbid it."""
    if found.kind == "person" and not entity.is_person:
        return False
    if found.kind == "organization" and entity.kind not in ("organization", "country", "group", "unnamed"):
        return False
    if found.kind == "group" and not entity.plural and entity.kind not in ("organization", "group"):
        return False
    if found.kind == "document" and entity.kind not in ("document", "organization"):
        return False
    if found.gender and entity.gender and found.gender != entity.gender:
        return False
    return not (found.country and entity.country and found.country != entity.country)


def _common(found: Description, entity: Entity) -> float:
    """The same noun, or one for the same office; unless other words set the two apart."""
    if found.noun in entity.nouns:
        marks = entity.nouns[found.noun]
        if found.marks and marks and not found.marks & marks:
            return _UNFIT
        if found.marks and not marks:
            return 2.5
        return 6.0 if not found.marks or found.marks & marks else 4.0
    offices = same_office(found.noun)
    if offices and any(offices & same_office(n) for n in entity.nouns):
        return 4.0
    return 0.0


def _fit_person(stage: Stage, found: Description, owner: Entity | None, entity: Entity) -> float:
    common = _common(found, entity)
    if found.determiner == "owner" and not (common >= 4 and _same_owner(owner, entity)):
        return 2.6 if _is_the_one_person(stage, owner, entity) else _UNFIT
    if common:
        return common
    if found.country and found.country != entity.country:
        return _UNFIT
    if found.noun in noun_list().generic or found.determiner == "this":
        return 3.0
    if _shares_sector(found, entity):
        return 3.0
    if found.determiner == "the" and not entity.nouns and stage.only_person() is entity:
        return 2.8
    if not entity.named or not entity.nouns.keys() <= _WIDE_NOUNS or found.determiner != "the":
        return _UNFIT
    return 2.1 if found.marks else 2.3


def _is_the_one_person(stage: Stage, owner: Entity | None, entity: Entity) -> bool:
    """ "Weil spoke. Norland's president was cheered": the only person named so far, of whom nothing else is known."""
    of_a_country = owner is not None and owner.kind == "country" and entity.country in (None, owner.country)
    return of_a_country and not entity.nouns and stage.only_person() is entity


def _same_owner(owner: Entity | None, entity: Entity) -> bool:
    if owner is None:
        return True
    if entity.owner is not None:
        return real(entity.owner) is owner or (owner.country is not None and owner.country == entity.country)
    return owner.country == entity.country if owner.kind == "country" else entity.country in (None, owner.country)


def _fit_body(stage: Stage, found: Description, owner: Entity | None, entity: Entity) -> float:
    if found.noun in ("country", "nation", "kingdom", "republic"):
        return 4.0 if entity.kind == "country" else _UNFIT
    if entity.kind == "country":
        return _UNFIT
    common = _common(found, entity)
    if found.determiner == "owner" and not (common >= 4 and _same_owner(owner, entity)):
        return _UNFIT
    if common:
        return common
    if entity.named and found.determiner in ("the", "this") and _shares_sector(found, entity):
        return 4.0
    if entity.named and not entity.nouns and found.determiner in ("the", "this") and not found.marks:
        return 3.6 if found.noun == "party" and is_acronym(entity.names[0]) else 2.3
    return _UNFIT


def _fit_group(stage: Stage, found: Description, owner: Entity | None, entity: Entity) -> float:
    if not entity.plural and found.noun not in entity.nouns:
        return _UNFIT
    common = _common(found, entity)
    if found.determiner == "owner" and not _same_owner(owner, entity):
        return _UNFIT
    return common or _UNFIT


def _fit_document(stage: Stage, found: Description, owner: Entity | None, entity: Entity) -> float:
    return _common(found, entity) or _UNFIT


_PERSON_RULES = {"person": _fit_person, "group": _fit_group, "document": _fit_document}


def _new(stage: Stage, found: Description) -> Entity:
    text = " ".join(stage.parsed.text[found.span.start : found.span.end].split())
    entity = stage.enter(_kind(found), found.span.start, text)
    entity.plural = found.plural
    entity.owner = real_owner(stage, found)
    entity.acts = True
    if found.kind == "person" and found.determiner not in ("a", "number"):
        entity.roles.setdefault(found.role)
    return entity


def _kind(found: Description) -> ActorKind:
    if found.kind == "person":
        return "unnamed"
    return "unnamed" if found.kind == "group" and found.determiner in ("a", "number") else found.kind


def _learn(stage: Stage, entity: Entity, found: Description) -> None:
    entity.nouns.setdefault(found.noun, found.marks)
    entity.gender = entity.gender or found.gender
    entity.sure = entity.sure or found.kind == "person"
    entity.sector = entity.sector or found.sector
    owner = real_owner(stage, found)
    entity.country = entity.country or found.country or (owner.country if owner and found.noun not in _KIN else None)
    if owner is not None:
        entity.owner = entity.owner or owner
        if owner.kind == "organization" and owner not in entity.ties:
            entity.ties.append(owner)
