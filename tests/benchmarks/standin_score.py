"""A small stand-in for the shared score.py: a fact is a holder's text, so is a trap."""

import json
import pathlib
import sys
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
GOLD: dict[str, Any] = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))


def grade(
    name: str, doc: dict[str, Any], verbose: bool = True, per: dict[str, list[int]] | None = None
) -> tuple[int, int, int, int, int]:
    held = {claim["holder"]["text"] for claim in doc["claims"]}
    facts, wrong = GOLD[name]["facts"], GOLD[name]["wrong"]
    found = [fact in held for fact in facts]
    if per is not None:
        per["stance"] = [sum(found), len(found)]
    if verbose:
        for fact in set(facts) - held:
            sys.stdout.write(f"  missed {fact}\n")
    return sum(found), len(found), len(held & set(wrong)), len(wrong), len(doc["claims"])


def evidence(name: str, doc: dict[str, Any]) -> list[tuple[str, str]]:
    return [(claim["id"], "no evidence") for claim in doc["claims"] if not claim["evidence"]]
