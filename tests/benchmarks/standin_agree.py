"""A small stand-in for the shared agree.py, with its functions: claims agree by kind and by holder's text."""

import argparse
import json
import pathlib
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
PARTS = {"stance": ("holder", "target")}


def content(s: str) -> set[str]:
    return {w for w in re.findall(r"\w+", s.casefold()) if w not in ("the", "a", "he")}


def agreement(doc: Json, c: Json, gold: Json, g: Json) -> float:
    return float(c["kind"] == g["kind"] and c["holder"]["text"] == g["holder"]["text"])


def best_pairs(score: Callable[[Any, Any], float], mine: list[Any], theirs: list[Any]) -> list[tuple[int, int]]:
    pairs: dict[int, int] = {}
    for i, c in enumerate(mine):
        free = [j for j, g in enumerate(theirs) if score(c, g) > 0 and j not in pairs.values()]
        pairs |= {i: free[0]} if free else {}
    return list(pairs.items())


def f1(a: list[Json], b: list[Json]) -> float:
    return float([e["start"] for e in a] == [e["start"] for e in b])


def same_chain(doc: Json, mine: list[Json], gold: Json, theirs: list[Json]) -> bool:
    return [r["text"] for r in mine] == [r["text"] for r in theirs]


def right(doc: Json, c: Json, gold: Json, g: Json) -> Iterator[tuple[str, bool]]:
    yield "chain", same_chain(doc, c["chain"], gold, g["chain"])


def misplaced(row: Any, text: str) -> int:
    if isinstance(row, list):
        return sum(misplaced(x, text) for x in row)
    if not isinstance(row, dict):
        return 0
    if "quote" in row:
        return int(text[row["start"] : row["end"]] != row["quote"])
    return sum(misplaced(v, text) for v in row.values())


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("--dir", "--analyst", "--language"):
        parser.add_argument(name)
    options = parser.parse_args()
    filed = wanted = hits = found = 0
    for path in sorted(pathlib.Path(options.analyst).glob("*.json")):
        theirs = json.loads(path.read_text())["claims"]
        ours = json.loads((pathlib.Path(options.dir) / path.name).read_text())["claims"]
        pairs = best_pairs(lambda c, g: agreement({}, c, {}, g), ours, theirs)
        firm = {j for j, g in enumerate(theirs) if g["confidence"] >= 0.65}
        filed, wanted, hits = filed + len(ours), wanted + len(firm), hits + len(pairs)
        found += len(firm & {j for _, j in pairs})
    p, r = hits / max(1, filed), found / max(1, wanted)
    f = 2 * p * r / max(1e-9, p + r)
    sys.stdout.write(
        f"AGREEMENT precision {p:.2f} recall {r:.2f} F1 {f:.2f} on {filed} filed, {wanted} by the analyst\n"
    )


if __name__ == "__main__":
    main()
