"""A name -> the actor who bears it: one met before under a like form, one that a description introduced, or a new one.

A person is never taken for another with a different given name or of the other gender.
"""

from volteface.coding.mentions.candidate import NameFound
from volteface.coding.mentions.entity import Entity, Stage
from volteface.identity.countries import place
from volteface.identity.names import core, is_acronym, is_misspelt, is_short_form, stands_for
from volteface.identity.nouns import noun
from volteface.record.words import ActorKind

_AWAITED = 4  # sentences in which a name may follow a title that it shares
_GAP = 12  # characters between a description and the comma behind it: "leader there, ..."
_APPOSED = ("appos", "nmod", "compound")


def bearer_of(stage: Stage, found: NameFound) -> Entity | None:
    """Whom the name means; None where it is nobody's (a place that only says where)."""
    text = _form(stage, found)
    entity = met(stage, found) or _bracketed(stage, found, text)
    if entity is None:
        entity = _introduced(stage, found) or _new(stage, found, text)
    else:
        _joins_description(stage, found, entity)
    if entity is not None:
        _learn(stage, entity, found, text)
    return entity


def adjective_of(stage: Stage, text: str) -> Entity | None:
    """The country on stage whose adjective it is ("Russian"), or the party that it calls ("Republican")."""
    known = place(text)
    if known is not None:
        return stage.states.get(known.code)
    fitting = (e for form in (text, text + "s") for e in stage.bearers(form) if e.kind in ("organization", "group"))
    return next((e for e in fitting if any(core(n)[0] in (text.lower(), text.lower() + "s") for n in e.names)), None)


def _form(stage: Stage, found: NameFound) -> str:
    return " ".join(stage.parsed.text[found.span.start : found.span.end].split())


def met(stage: Stage, found: NameFound) -> Entity | None:
    """The actor on stage who bears the name, be it in another form."""
    text = _form(stage, found)
    return _state(stage, found, text) or _same(stage, found, text) or _slip(stage, found, text)


def _state(stage: Stage, found: NameFound, text: str) -> Entity | None:
    """ "Ankara" and "Turkey" are one actor, "the EU" and "Brussels" another."""
    known = place(text)
    if known is None or known.way in ("people", "seat"):
        return None
    return stage.states.get(known.code)


def _same(stage: Stage, found: NameFound, text: str) -> Entity | None:
    words = core(text)
    partial = None
    for entity in stage.bearers(text):
        if not _may_be(entity, found):
            continue
        for name in entity.names:
            if core(name) == words:
                return entity
            if partial is None and _one_of(entity, found, text, name):
                partial = entity
    return partial


def _may_be(entity: Entity, found: NameFound) -> bool:
    """Neither gender nor the sort of actor forbids it."""
    if entity.gender and found.gender and entity.gender != found.gender:
        return False
    if found.roles and found.kind == "person":
        return entity.kind in ("person", "unnamed") or not found.sure
    return True


def _one_of(entity: Entity, found: NameFound, text: str, name: str) -> bool:
    """Whether one form is short for the other, as the kind of the actor allows."""
    if entity.kind == "person" and (found.kind in ("person", "place", None) or len(core(text)) == 1):
        return is_short_form(text, name) or (len(core(name)) == 1 and is_short_form(name, text))
    if entity.kind in ("organization", "group") and found.kind in ("organization", "group"):
        return _short_body(text, name) or _short_body(name, text)
    return False


def _short_body(short: str, full: str) -> bool:
    """ "Foreign Ministry" for "Russian Foreign Ministry", "Labour" for "Labour Party"; not "Party" for either."""
    few, many = core(short), core(full)
    if not few or len(few) >= len(many):
        return False
    if many[-len(few) :] == few:
        return len(few) > 1 or noun(few[0]) is None
    return many[: len(few)] == few and noun(many[-1]) is not None


def _slip(stage: Stage, found: NameFound, text: str) -> Entity | None:
    """A misspelt name, where exactly one actor may be meant; acronyms and countries are spelt as they are."""
    if is_acronym(text) or found.kind == "country" or len(text) < 5:
        return None
    fitting = [
        e
        for e in stage.alike(text)
        if e.kind in ("person", "organization")
        and (e.kind == "person" or found.kind == e.kind)
        and _may_be(e, found)
        and any(is_misspelt(text, n) for n in e.names)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _bracketed(stage: Stage, found: NameFound, text: str) -> Entity | None:
    """ "the Tigray People's Liberation Front (TPLF)", the other way round, and initials alone."""
    words = stage.parsed.words
    if found.first and words[found.first - 1].text in ("(", "[") and stage.trail:
        before = stage.trail[-1]
        near = before.span.end <= words[found.first - 1].start <= before.span.end + 2
        if (
            near
            and before.entity.kind in ("organization", "group")
            and (is_acronym(text) or is_acronym(before.entity.name))
        ):
            return stage.entity_at(before.head)
    if not is_acronym(text):
        return None
    for entity in stage.recent():
        if entity.kind in ("organization", "group") and any(
            stands_for(text, n) for n in (*entity.names, *entity.forms)
        ):
            return entity
    return None


def _introduced(stage: Stage, found: NameFound) -> Entity | None:
    """The description that the name completes: "Kenya's president, William Ruto", "a spokeswoman, Anna Kees"."""
    entity = _described_before(stage, found) or _awaited(stage, found)
    if entity is None:
        return None
    entity.kind = entity.kind if entity.kind in ("organization", "group") else "person"
    return entity


def _awaited(stage: Stage, found: NameFound) -> Entity | None:
    """ "Kenya's president arrived. William Ruto met ...": the one official still without a name."""
    if found.kind != "person" or stage.parsed.child(found.head, "appos") is not None:
        return None
    sentence = stage.parsed.words[found.head].sentence
    for entity in stage.recent():
        distance = sentence - stage.parsed.words[max(entity.last, 0)].sentence
        if not entity.is_person or (entity.gender and found.gender and entity.gender != found.gender):
            continue
        if found.nouns:
            if not entity.named and found.nouns & entity.nouns.keys() and distance <= _AWAITED:
                return entity
        elif entity.named or not entity.roles:
            return None
        else:
            return entity if 0 < distance <= 1 and entity.sector == "GOV" else None
    return None


def _described_before(stage: Stage, found: NameFound) -> Entity | None:
    word = stage.parsed.words[found.head]
    entity = stage.entity_at(word.head) if word.dep in _APPOSED else None
    if entity is None or entity.named:
        entity = _described_right_before(stage, found)
    if entity is None or entity.named or found.kind == "country":
        return None
    if entity.is_person:
        return entity if found.kind in ("person", None) or not found.sure else None
    return entity if found.kind == entity.kind == "organization" else None


def _described_right_before(stage: Stage, found: NameFound) -> Entity | None:
    """ "between the leader of the guild, Ana Ruiz, and two envoys": a name between commas behind a description of one
    person, whatever the parser makes of it."""
    words = stage.parsed.words
    before, after = found.first - 1, found.last + 1
    commas = before > 0 and words[before].text == "," and after < len(words) and words[after].text in (",", ".")
    if not commas or not stage.trail or found.kind not in ("person", None):
        return None
    steps = (s for s in stage.steps() if s.form == "description" and s.span.end <= words[before].start)
    step = next(steps, None)
    gap = stage.parsed.text[step.span.end : words[before].start] if step else ""
    if step is None or len(gap) > _GAP or words[step.head].sentence != words[found.head].sentence:
        return None
    entity = stage.entity_at(step.head)
    return entity if entity is not None and entity.kind in ("unnamed", "person") and not entity.plural else None


def _joins_description(stage: Stage, found: NameFound, entity: Entity) -> None:
    """ "the leader of the bloc, Sadr" after Sadr was named: the description means him too."""
    described = _described_before(stage, found)
    if described is not None and described is not entity and described.is_person == entity.is_person:
        stage.join(described, entity)


def _new(stage: Stage, found: NameFound, text: str) -> Entity | None:
    kind = _kind(stage, found)
    if kind is None:
        return None
    entity = stage.enter(kind, found.span.start, text)
    entity.place = found.kind == "place" or found.kind == "country"
    known = place(text)
    if known is not None and known.way in ("name", "capital"):
        stage.states[known.code] = entity
    return entity


def _kind(stage: Stage, found: NameFound) -> ActorKind | None:
    if found.kind == "place":
        return "group" if _place_acts(stage, found) else None
    if found.capital and not found.acts:
        return None
    return found.kind


def _place_acts(stage: Stage, found: NameFound) -> bool:
    """A town is an actor where it does something: "Darrak refused"."""
    return found.acts and stage.parsed.words[found.head].dep in ("nsubj", "agent", "dative")


def _learn(stage: Stage, entity: Entity, found: NameFound, text: str) -> None:
    stage.call(entity, text)
    entity.roles |= dict.fromkeys(found.roles)
    for name in found.nouns:
        entity.nouns.setdefault(name, frozenset())
    entity.gender = entity.gender or found.gender
    entity.sector = entity.sector or found.sector
    if entity.kind != "person" or found.kind == "person":
        entity.country = entity.country or found.country
    entity.acts = entity.acts or found.acts
    entity.sure = entity.sure or found.sure or bool(found.roles)
    entity.plural = entity.plural or entity.kind == "group"
    if found.roles and found.kind == "person" and entity.kind != "person" and not entity.named:
        entity.kind = "person"
