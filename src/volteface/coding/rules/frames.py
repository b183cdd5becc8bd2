"""Lexicon files -> frames: what a verb, noun or adjective means to the rules, in YAML that an analyst can read.

A frame names words, the claim that they make, and which syntactic role fills which field. Every frame carries an
example and a counter-example that run as tests. A user's folder is laid over ours: a frame of the same name replaces.
"""

from collections import defaultdict
from functools import cached_property, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from volteface.errors import UsageError
from volteface.record.words import ClaimKind, EventType

Form = Literal["verb", "noun", "adjective"]


class Frame(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sense of some words. Keys as the header of every lexicon file explains them."""

    name: str
    kind: ClaimKind
    form: Form
    lemmas: tuple[str, ...]
    roles: dict[str, str]
    terms: dict[str, str] = {}
    words: dict[str, str] = {}
    type: EventType | None = None
    polarity: float | None = None
    before: float | None = None
    needs: dict[str, str] = {}
    refuses: dict[str, str] = {}
    optional: tuple[str, ...] = ()
    likely: float = 0.7
    example: str
    yields: dict[str, str]
    counter: str

    def slots(self, field: str) -> tuple[str, ...]:
        """The syntactic roles that may fill a field, first choice first."""
        return tuple((self.roles.get(field) or self.terms[field]).split("|"))


class Lexicon(Struct, frozen=True, dict=True):
    """Frames by their words, and the classes of nouns that frames may ask for."""

    frames: tuple[Frame, ...]
    classes: dict[str, frozenset[str]]

    @cached_property
    def by_lemma(self) -> dict[tuple[str, str], tuple[Frame, ...]]:
        """(form, lemma) -> the frames that it opens."""
        found: dict[tuple[str, str], list[Frame]] = defaultdict(list)
        for frame in self.frames:
            for lemma in frame.lemmas:
                found[frame.form, lemma].append(frame)
        return {key: tuple(frames) for key, frames in found.items()}

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Every first word of a lemma that opens a frame: what a coder looks for before it looks closer."""
        return frozenset(lemma.split()[0] for frame in self.frames for lemma in frame.lemmas)

    def of(self, kind: ClaimKind) -> tuple[Frame, ...]:
        """The frames of one kind."""
        return tuple(f for f in self.frames if f.kind == kind)


FILES: tuple[ClaimKind, ...] = ("stance", "shift", "event", "offer", "demand", "relation")


@lru_cache(maxsize=4)
def lexicon(folder: Path | None = None) -> Lexicon:
    """Our frames, with those of the folder laid over them by name.

    Raises UsageError naming file, entry and key where an entry is not a frame.
    """
    ours = resources.files("volteface.coding.rules") / "lexicon"
    frames: dict[str, Frame] = {}
    classes: dict[str, frozenset[str]] = {}
    for place in (ours, folder) if folder else (ours,):
        for kind in FILES:
            frames.update((f.name, f) for f in _frames(place / f"{kind}.yaml", kind))
        classes.update(_classes(place / "classes.yaml"))
    known = Lexicon(tuple(frames.values()), classes)
    _check_classes(known)
    return known


def _load(path: Traversable) -> object:
    """What a YAML file holds; nothing where there is none."""
    if not path.is_file():
        return None
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: not YAML: {error}") from error


def _frames(path: Traversable, kind: ClaimKind) -> list[Frame]:
    entries = _load(path) or []
    if not isinstance(entries, list):
        raise UsageError(f"{path}: holds no list; begin each frame with '- name: ...'")
    return [_frame(path, k, entry, kind) for k, entry in enumerate(entries, 1)]


def _frame(path: Traversable, k: int, entry: object, kind: ClaimKind) -> Frame:
    name = entry.get("name") if isinstance(entry, dict) else None
    try:
        return msgspec.convert({"kind": kind, **entry} if isinstance(entry, dict) else entry, Frame)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: frame {k} ({name}): {error}; see the header of our {kind}.yaml") from error


def _classes(path: Traversable) -> dict[str, frozenset[str]]:
    loaded = _load(path) or {}
    if not isinstance(loaded, dict):
        raise UsageError(f"{path}: write it as 'class: [word, word]'")
    return {str(name): frozenset(map(str, words)) for name, words in loaded.items()}


ACTOR_CLASSES = frozenset({"actor", "person", "organization", "country", "group", "document", "unnamed", "anything"})


def _check_classes(known: Lexicon) -> None:
    allowed = ACTOR_CLASSES | known.classes.keys()
    for frame in known.frames:
        for wanted in (*frame.needs.values(), *frame.refuses.values()):
            if unknown := set(wanted.split("|")) - allowed:
                raise UsageError(
                    f"frame {frame.name!r} asks for the class {min(unknown)!r}; there are: {', '.join(sorted(allowed))}"
                )
