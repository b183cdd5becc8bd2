"""A coder's and an analyst's document -> counts that can be added up over reports, writers and sets.

Counts are named `filed`, `filed.stance`, `detail.chain.right`, ...; the same name always counts the same thing.
"""

from collections import Counter
from types import ModuleType
from typing import Any

from msgspec import Struct

Json = dict[str, Any]
Counts = Counter[str]

FIRM = 0.65  # agree.py: what the analyst gave less confidence may be filed or left


class Matched(Struct):
    """Claims of both sides, which of ours agrees with which of theirs, and which of theirs must be found."""

    ours: list[Json]
    theirs: list[Json]
    pairs: dict[int, int]
    firm: set[int]

    @property
    def found(self) -> set[int]:
        """Firm claims of the analyst's that one of ours agrees with."""
        return self.firm & set(self.pairs.values())


def with_actors(document: Json) -> Json:
    """The document with the index that agree.py and score.py look actors up in."""
    return {**document, "_actors": {a["id"]: a for a in document.get("actors") or []}}


def matched(agree: ModuleType, doc: Json, gold: Json) -> Matched:
    """The claims of both, paired one to one, best first."""
    ours, theirs = doc.get("claims") or [], gold["claims"]
    pairs = agree.best_pairs(lambda c, g: agree.agreement(doc, c, gold, g), ours, theirs)
    firm = {j for j, g in enumerate(theirs) if (g.get("confidence") or 1) >= FIRM}
    return Matched(ours, theirs, dict(pairs), firm)


def claim_counts(agree: ModuleType, doc: Json, gold: Json, claims: Matched) -> Counts:
    """filed, wanted, hits, found (each also by kind) and detail.*.right / detail.*.of."""
    counts: Counts = Counter()
    groups = {
        "filed": claims.ours,
        "wanted": [claims.theirs[j] for j in claims.firm],
        "hits": [claims.ours[i] for i in claims.pairs],
        "found": [claims.theirs[j] for j in claims.found],
    }
    for group, rows in groups.items():
        counts[group] += len(rows)
        counts.update(f"{group}.{row['kind']}" for row in rows)
    for i, j in claims.pairs.items():
        for detail, right in agree.right(doc, claims.ours[i], gold, claims.theirs[j]):
            counts[f"detail.{detail}.of"] += 1
            counts[f"detail.{detail}.right"] += bool(right)
    return counts


def attribution_counts(agree: ModuleType, doc: Json, gold: Json) -> Counts:
    """attribution.* : filed, wanted, found, chain (right), nested_wanted, nested (found, chain right)."""
    ours, theirs = doc.get("attributions") or [], gold.get("attributions") or []
    pairs = agree.best_pairs(lambda a, g: _alike(agree, a, g), ours, theirs)
    right = {j for i, j in pairs if agree.same_chain(doc, ours[i].get("chain"), gold, theirs[j].get("chain"))}
    nested = {j for j, row in enumerate(theirs) if row.get("parent")}
    return Counter(
        {
            "attribution.filed": len(ours),
            "attribution.wanted": len(theirs),
            "attribution.found": len(pairs),
            "attribution.chain": len(right),
            "attribution.nested_wanted": len(nested),
            "attribution.nested": len(right & nested),
        }
    )


def near_miss_counts(doc: Json, gold: Json) -> Counts:
    """near_miss.* : reports on which the analyst filed no claim, and claims filed on them."""
    if gold["claims"]:
        return Counter()
    claims = len(doc.get("claims") or [])
    return Counter({"near_miss.reports": 1, "near_miss.claims": claims, "near_miss.clean": int(not claims)})


def fact_counts(score: ModuleType, name: str, doc: Json) -> Counts:
    """facts.* and traps.* of score.py for a report that it has gold facts for."""
    if name not in score.GOLD:
        return Counter()
    kinds: dict[str, list[int]] = {}
    found, facts, fallen, traps, _ = score.grade(name, doc, verbose=False, per=kinds)
    counts = Counter({"facts.found": found, "facts.of": facts, "traps.fallen": fallen, "traps.of": traps})
    for kind, (hit, of) in kinds.items():
        counts.update({f"facts.found.{kind}": hit, f"facts.of.{kind}": of})
    counts["evidence_problems"] = len(score.evidence(name, doc) or [])
    return counts


def agreement_line(counts: Counts) -> str:
    """The totals in the very words of agree.py."""
    p, r = counts["hits"] / max(1, counts["filed"]), counts["found"] / max(1, counts["wanted"])
    f1 = 2 * p * r / max(1e-9, p + r)
    on = f"on {counts['filed']} filed, {counts['wanted']} by the analyst"
    return f"AGREEMENT precision {p:.2f} recall {r:.2f} F1 {f1:.2f} {on}"


def _alike(agree: ModuleType, ours: Json, theirs: Json) -> float:
    """How much of the content two attributions share, 0 where it or the cue is another."""
    content: float = agree.f1(ours.get("content") or [], theirs["content"])
    cues = [[row["cue"]] if row.get("cue") else [] for row in (ours, theirs)]
    same_cue = not any(cues) or agree.f1(*cues) >= 0.5
    return content if content >= 0.5 and same_cue else 0.0
