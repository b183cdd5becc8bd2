"""How often each frame and rule is right: its claims filed and agreed with an analyst's, over the corpus.

    python -m benchmarks.quality.frames [--data DIR] [--write]

`--write` sets every frame's `likely` in the lexicon to its measured share, drawn towards its kind's where it was seen
seldom; but not those of turns and offers (BY_HAND), of which a reader accepts far more than agree with an analyst's in
every part. Measured on the corpus as a whole: use it when frames change, and read the scoreboard's line on calibration.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from benchmarks.quality import cases, rulers, tally
from volteface import pipeline
from volteface.coding.rules.frames import FILES
from volteface.record import to_json
from volteface.record.kinds import kind_of

LEXICON = cases.ROOT / "src" / "volteface" / "coding" / "rules" / "lexicon"
BY_HAND = ("shift", "offer")  # kinds whose `likely` a reader judged
DRAWN = 6  # claims that the kind's own share counts for
Key = tuple[str, str]


def counted(data: Path) -> tuple[Counter[Key], Counter[Key]]:
    """(kind, frame or rule) -> claims filed, and of them those that agree with one of the analyst's."""
    agree = rulers.agree(data)
    wanted, _ = cases.writers(data)
    filed: Counter[Key] = Counter()
    agreed: Counter[Key] = Counter()
    for case, reading in zip(wanted, pipeline.read([str(c.text) for c in wanted]), strict=True):
        gold = tally.with_actors(json.loads(case.gold.read_text(encoding="utf-8")))
        doc = tally.with_actors(json.loads(to_json(reading.document)))
        right = tally.matched(agree, doc, gold).pairs
        for i, claim in enumerate(reading.document.claims):
            reason = reading.reasons[claim.id]
            key = (kind_of(claim).name, reason.frame or reason.rule)
            filed[key] += 1
            agreed[key] += i in right
    return filed, agreed


def shares(filed: Counter[Key], agreed: Counter[Key]) -> dict[Key, float]:
    """The share that agrees, drawn towards the kind's where there is little to go by."""
    kinds, right = Counter[str](), Counter[str]()
    for (kind, _), n in filed.items():
        kinds[kind] += n
    for (kind, _), n in agreed.items():
        right[kind] += n
    return {key: (agreed[key] + DRAWN * right[key[0]] / kinds[key[0]]) / (n + DRAWN) for key, n in filed.items()}


def with_likely(text: str, found: dict[str, float]) -> str:
    """The lexicon file with each frame's `likely` set."""
    parts = re.split(r"(?m)^(?=- name: )", text)
    return "".join(_one(part, found) for part in parts)


def _one(part: str, found: dict[str, float]) -> str:
    name = re.match(r"- name: (.+)\n", part)
    if name is None or name.group(1).strip("\"'") not in found:
        return part
    line = f"  likely: {found[name.group(1).strip(chr(34) + chr(39))]:.2f}\n"
    if re.search(r"(?m)^  likely: .*\n", part):
        return re.sub(r"(?m)^  likely: .*\n", line, part)
    return re.sub(r"(?m)^  example: ", line + "  example: ", part, count=1)


def main() -> None:
    """Prints the table; writes the lexicon where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", help="laid out like the shared folder")
    parser.add_argument("--write", action="store_true", help="set `likely` in the lexicon")
    given = parser.parse_args()
    filed, agreed = counted(cases.shared_folder(given.data))
    found = shares(filed, agreed)
    for (kind, name), n in sorted(filed.items(), key=lambda row: (row[0][0], -row[1])):
        print(f"{kind:9}{name:44}{n:5}  {agreed[kind, name] / n:.2f}  likely {found[kind, name]:.2f}")
    if given.write:
        for kind in (k for k in FILES if k not in BY_HAND):
            path = LEXICON / f"{kind}.yaml"
            text = with_likely(path.read_text(encoding="utf-8"), {f: s for (k, f), s in found.items() if k == kind})
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
