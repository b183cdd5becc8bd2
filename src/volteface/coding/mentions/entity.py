"""Actors while a report is being read, and the stage that they stand on: who was mentioned where, latest last.

Two that turn out to be one are joined; ask `real` before comparing. Every search looks back a bounded number of steps.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from volteface.coding.cast import Form
from volteface.grammar import Parsed, Span
from volteface.identity.countries import place
from volteface.identity.names import core, folded
from volteface.identity.nouns import Gender
from volteface.record.words import ActorKind

_POSSESSIVES = {"his", "her", "their", "its"}
_LOOK_BACK = 40  # actors, or mentions, that a search looks back over


class Entity:
    """One actor so far."""

    def __init__(self, kind: ActorKind, start: int | None, form: str) -> None:
        self.kind = kind
        self.first = (start, form)
        self.names: list[str] = []
        self.forms: dict[str, int] = {}
        self.roles: dict[str, None] = {}
        self.nouns: dict[str, frozenset[str]] = {}  # nouns that called it, each with the words that narrowed it
        self.gender: Gender | None = None
        self.plural = False
        self.sector: str | None = None
        self.country: str | None = None
        self.owner: Entity | None = None
        self.ties: list[Entity] = []
        self.place = False
        self.acts = False
        self.sure = False  # that it is a person
        self.hits = 0
        self.last = -1
        self.spelt: Counter[str] = Counter()  # how often each last name was written so
        self.joined: Entity | None = None

    @property
    def named(self) -> bool:
        """Whether a proper name is known."""
        return bool(self.names)

    @property
    def is_person(self) -> bool:
        """One human being."""
        return not self.plural and self.kind in ("person", "unnamed")

    @property
    def name(self) -> str:
        """The fullest form: the longest name, or else the first description."""
        if self.names:
            return max(self.names, key=self._worth)
        return self._owned(self.first[1])

    def _owned(self, form: str) -> str:
        """ "his followers" as "Weil's followers", where it is known whose they are."""
        first, _, rest = form.partition(" ")
        owner = real(self.owner) if self.owner is not None else None
        if first.lower() not in _POSSESSIVES or owner is None or owner is self or not owner.named:
            return form
        return f"{owner.name}'s {rest}"

    def _worth(self, name: str) -> tuple[bool, int, int, bool]:
        """A state's name before its capital's, full before short, spelt as most often before misspelt."""
        words = core(name)
        return _is_state(name), len(words), self.spelt[words[-1] if words else name], name in self.names[:1]


def _is_state(name: str) -> bool:
    """ "Turkey" rather than "Ankara"."""
    found = place(name)
    return found is not None and found.way == "name"


class Step:
    """One mention: its head word, its span, how it is worded and whom it means."""

    __slots__ = ("entity", "form", "head", "span")

    def __init__(self, head: int, span: Span, form: Form, entity: Entity) -> None:
        self.head, self.span, self.form, self.entity = head, span, form, entity


def real(entity: Entity) -> Entity:
    """The actor that it was joined to, if any."""
    while entity.joined is not None:
        entity = entity.joined
    return entity


class Stage:
    """The actors of one report and the trail of their mentions."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.entities: list[Entity] = []
        self.trail: list[Step] = []
        self.at: dict[int, Step] = {}
        self._recent: dict[Entity, None] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._by_letter: dict[str, list[Entity]] = {}
        self.states: dict[str, Entity] = {}  # countries and bodies of states by code

    def enter(self, kind: ActorKind, start: int | None, form: str) -> Entity:
        """A new actor."""
        entity = Entity(kind, start, form)
        self.entities.append(entity)
        return entity

    def mention(self, head: int, span: Span, form: Form, entity: Entity) -> None:
        """The actor is mentioned here; a word mentions one actor at most."""
        if head in self.at:
            return
        entity = real(entity)
        step = Step(head, span, form, entity)
        self.trail.append(step)
        self.at[head] = step
        entity.hits += 1
        entity.last = head
        self._recent.pop(entity, None)
        self._recent[entity] = None
        if form == "name":
            entity.spelt.update(core(self.parsed.text[span.start : span.end])[-1:])
        if form != "pronoun":
            text = " ".join(self.parsed.text[span.start : span.end].split())
            entity.forms.setdefault(text, span.start)

    def entity_at(self, head: int | None) -> Entity | None:
        """Whom the word means, as far as it is known."""
        step = self.at.get(head) if head is not None else None
        return real(step.entity) if step else None

    def call(self, entity: Entity, name: str) -> None:
        """The actor bears this name too."""
        if name in entity.names:
            return
        entity.names.append(name)
        words = core(name)
        for word in {*words[:1], *words[-1:], "".join(folded(name))}:
            self._by_word.setdefault(word, []).append(entity)
        if words:
            self._by_letter.setdefault(words[-1][:1], []).append(entity)

    def bearers(self, name: str) -> list[Entity]:
        """Actors with a name that begins or ends like this one, latest mentioned first."""
        words = core(name)
        keys = {*words[:1], *words[-1:], "".join(folded(name))}
        return _distinct(e for key in keys for e in self._by_word.get(key, ())[-_LOOK_BACK:])

    def alike(self, name: str) -> list[Entity]:
        """Actors whose last name begins with the same letter."""
        words = core(name)
        return _distinct(self._by_letter.get(words[-1][:1], ())[-_LOOK_BACK:]) if words else []

    def recent(self) -> Iterator[Entity]:
        """The actors mentioned last, latest first, each once."""
        seen = 0
        for entity in reversed(self._recent):
            if entity.joined is None:
                yield entity
                seen += 1
            if seen >= _LOOK_BACK:
                return

    def only_person(self) -> Entity | None:
        """The one person who has been named so far, where there is just one."""
        latest = islice(reversed(self._recent), _LOOK_BACK)
        named = [e for e in latest if e.named and e.is_person and e.joined is None]
        return named[0] if len(named) == 1 else None

    def steps(self) -> Iterator[Step]:
        """The last mentions, latest first."""
        yield from self.trail[: -_LOOK_BACK - 1 : -1]

    def join(self, lesser: Entity, into: Entity) -> None:
        """Two actors are one: what was known of either is known of both."""
        lesser, into = real(lesser), real(into)
        if lesser is into:
            return
        lesser.joined = into
        into.roles |= lesser.roles
        for noun, marks in lesser.nouns.items():
            into.nouns.setdefault(noun, marks)
        into.forms |= {form: at for form, at in lesser.forms.items() if form not in into.forms}
        into.gender = into.gender or lesser.gender
        into.sector = into.sector or lesser.sector
        into.country = into.country or lesser.country
        into.owner = into.owner or lesser.owner
        into.ties += lesser.ties
        into.hits += lesser.hits
        into.sure = into.sure or lesser.sure
        into.first = min(into.first, lesser.first, key=lambda f: -1 if f[0] is None else f[0])
        for name in lesser.names:
            self.call(into, name)


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    found = {real(e): None for e in entities}
    return sorted(found, key=lambda e: -e.last)
