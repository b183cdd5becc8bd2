"""lexicon/attribution.yaml -> what the attribution rules know about words: groups of verbs and nouns, kinds of source.

Words are looked up by lemma alone, particle included; the file's header explains every key.
"""

from functools import cached_property, lru_cache
from importlib import resources
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from volteface.errors import UsageError
from volteface.record.words import VerbClass

Take = Literal[
    "speech", "clause", "that", "question", "infinitive", "gerund", "object", "predicate", "nobody", "addressee"
]


class Group(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that attribute in the same way; keys as the header of the file explains them."""

    name: str
    verb_class: VerbClass = msgspec.field(name="class")
    words: tuple[str, ...]
    takes: tuple[Take, ...]
    addressee: bool = False
    joins: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    example: str
    counter: str


class Sources(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Head nouns by the kind of source that they are where it has no name."""

    publication: frozenset[str]
    unnamed: frozenset[str]
    author: frozenset[str]


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The whole file."""

    verbs: tuple[Group, ...]
    nouns: tuple[Group, ...]
    carriers: frozenset[str]
    phrases: dict[str, frozenset[str]]
    idle: frozenset[str]
    papers: frozenset[str]
    issuing: frozenset[str]
    sources: Sources

    @cached_property
    def verb(self) -> dict[str, tuple[Group, ...]]:
        """Lemma, particle included -> the groups that it stands in."""
        return _by_word(self.verbs)

    @cached_property
    def noun(self) -> dict[str, tuple[Group, ...]]:
        """Lemma -> the groups that it stands in."""
        return _by_word(self.nouns)

    @cached_property
    def first(self) -> frozenset[str]:
        """First words of all lemmas: what to look for before looking closer."""
        return frozenset(w.split()[0] for g in (*self.verbs, *self.nouns) for w in g.words) | self.carriers


def _by_word(groups: tuple[Group, ...]) -> dict[str, tuple[Group, ...]]:
    found: dict[str, list[Group]] = {}
    for group in groups:
        for word in group.words:
            found.setdefault(word, []).append(group)
    return {word: tuple(found_groups) for word, found_groups in found.items()}


@lru_cache(maxsize=1)
def words() -> Words:
    """The words that come with volteface."""
    path = resources.files("volteface.coding.rules") / "lexicon" / "attribution.yaml"
    return parsed_words(path.read_text(encoding="utf-8"), "attribution.yaml")


def parsed_words(content: str, file: str) -> Words:
    """The words that YAML holds.

    Raises UsageError naming file, entry, key and the allowed values where an entry is not as the header says.
    """
    try:
        raw = yaml.safe_load(content)
    except yaml.YAMLError as error:
        raise UsageError(f"{file}: not YAML: {error}") from error
    if not isinstance(raw, dict):
        raise UsageError(f"{file}: holds no mapping; it has the keys {', '.join(Words.__struct_fields__)}")
    for part in ("verbs", "nouns"):
        raw[part] = tuple(_group(file, part, k, entry) for k, entry in enumerate(raw.get(part) or (), 1))
    try:
        return msgspec.convert(raw, Words)
    except msgspec.ValidationError as error:
        raise UsageError(f"{file}: {error}; it has the keys {', '.join(Words.__struct_fields__)}") from error


def _group(file: str, part: str, k: int, entry: object) -> Group:
    name = entry.get("name") if isinstance(entry, dict) else None
    try:
        return msgspec.convert(entry, Group)
    except msgspec.ValidationError as error:
        raise UsageError(f"{file}: {part} {k} ({name}): {error}; {_allowed(str(error))}") from error


def _allowed(message: str) -> str:
    """The values that may stand where the message points to."""
    closed = {"$.class": VerbClass, "$.takes": Take}
    for place, values in closed.items():
        if place in message:
            return f"allowed are {', '.join(values.__args__)}"  # type: ignore[attr-defined]
    return f"the keys are {', '.join(f.encode_name for f in msgspec.structs.fields(Group))}"
