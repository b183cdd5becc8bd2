"""A name, adjective or capital -> the country that it stands for, as ISO alpha-3.

A name in no list stands for no country; nothing is guessed from spelling.
"""

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from volteface.identity.words import State, bodies, countries

Way = Literal["name", "people", "capital", "seat"]


class Place(Struct, frozen=True):
    """What a name stands for: a country's code or, with `body`, a body of states; and how it names it."""

    code: str
    usual: str
    way: Way
    body: bool = False


def place(name: str) -> Place | None:
    """ "Iranian" is the people of IRN, "Ankara" the capital of TUR, "the Kremlin" a seat of RUS."""
    return _places().get(name) or _places().get(name.removesuffix("s"))


def country_of(name: str) -> str | None:
    """The alpha-3 code that a word of any kind points to: "Kenya", "Kenyans" and "Nairobi" to KEN."""
    found = place(name)
    return found.code if found and not found.body else None


@lru_cache(maxsize=1)
def _places() -> dict[str, Place]:
    """Names outrank adjectives, adjectives capitals: "Luxembourg" is the country, "Vatican" too."""
    found: dict[str, Place] = {}
    for code, state in bodies().items():
        _enter(found, code, state, body=True)
    for code, state in countries().items():
        _enter(found, code, state, body=False)
    return found


def _enter(found: dict[str, Place], code: str, state: State, *, body: bool) -> None:
    forms: tuple[tuple[Way, tuple[str, ...]], ...] = (
        ("name", state.names),
        ("people", state.people),
        ("capital", state.capitals),
        ("seat", state.seats),
    )
    for way, names in forms:
        for name in names:
            entry = Place(code, state.names[0], way, body)
            found.setdefault(name, entry)
            found.setdefault(name.upper(), entry)
