"""The lists of names and nouns beside this file, read once each into strict structs; an error names file and entry."""

from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

from volteface.errors import VoltefaceError

T = TypeVar("T")


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country or a body of countries as reports name it; the keys stand at the head of the lists."""

    names: tuple[str, ...]
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class NounList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`nouns.yaml`: nouns by kind and PLOVER sector, and the small lists that its head explains."""

    person: dict[str, tuple[str, ...]]
    group: dict[str, tuple[str, ...]]
    organization: dict[str, tuple[str, ...]]
    document: dict[str, tuple[str, ...]]
    titles: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    party: frozenset[str]
    papers: frozenset[str]
    things: frozenset[str]
    parts: frozenset[str]
    short: dict[str, str]
    generic: frozenset[str]
    same: tuple[tuple[str, ...], ...]


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`given.yaml`: given names by gender."""

    female: frozenset[str]
    male: frozenset[str]


@lru_cache(maxsize=1)
def countries() -> dict[str, State]:
    """The countries by ISO alpha-3 code."""
    return read("countries.yaml", dict[str, State])


@lru_cache(maxsize=1)
def bodies() -> dict[str, State]:
    """Bodies of many states by acronym."""
    return read("bodies.yaml", dict[str, State])


@lru_cache(maxsize=1)
def noun_list() -> NounList:
    """The nouns for actors."""
    return read("nouns.yaml", NounList)


@lru_cache(maxsize=1)
def given_names() -> Given:
    """Given names that tell a gender."""
    return read("given.yaml", Given)


def read(name: str, shape: type[T]) -> T:
    """One list, checked against its shape.

    Raises VoltefaceError, which says in which file and at which entry the fault lies.
    """
    text = files("volteface.identity").joinpath(name).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(text, Loader=_Loader), shape)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise VoltefaceError(f"identity/{name}: {error}; mend the entry, or reinstall volteface") from error


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML without bare words for truth: "NO" and "on" are strings here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
