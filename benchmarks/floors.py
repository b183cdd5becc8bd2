"""Figures by name and a table of floors -> the floors that they break, each as one sentence."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

Figures = Mapping[str, float]

FILE = Path(__file__).with_name("floors.toml")


class Floors(Struct, frozen=True):
    """Smallest and largest value that each figure may have."""

    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}


def load(benchmark: str, path: Path) -> Floors:
    """The floors of one benchmark, "quality" or "speed"."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get(benchmark, {})
    return Floors(tables.get("at_least", {}), tables.get("at_most", {}))


def breaches(floors: Floors, figures: Figures, *, whole: bool) -> Iterator[str]:
    """Each floor that is broken; on a whole run also each that names no figure."""
    for name, least in floors.at_least.items():
        if name in figures and figures[name] < least:
            yield f"{name} is {figures[name]:g}, under its floor of {least:g}"
    for name, most in floors.at_most.items():
        if name in figures and figures[name] > most:
            yield f"{name} is {figures[name]:g}, over its limit of {most:g}"
    if whole:
        for name in sorted({*floors.at_least, *floors.at_most} - set(figures)):
            yield f"{name} has a floor but was not measured; mend its name in floors.toml, or what measures it"


def report(benchmark: str, figures: Figures, *, whole: bool, path: Path) -> list[str]:
    """Prints and gives back the broken floors."""
    floors = load(benchmark, path)
    broken = list(breaches(floors, figures, whole=whole))
    compared = len({*floors.at_least, *floors.at_most} & set(figures))
    print(f"\nFLOORS {compared} compared, {len(broken)} broken")
    for line in broken:
        print(f"  BROKEN {line}")
    return broken
