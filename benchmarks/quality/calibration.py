"""Confidences with what came of them -> bins of equal mass and the expected calibration error."""

from collections.abc import Iterable
from itertools import groupby, pairwise

from msgspec import Struct

BINS = 10

Outcome = tuple[float, bool]  # a claim's confidence, and whether it agrees with one of the analyst's


class Bin(Struct, frozen=True):
    """Claims of like confidence: how many, how sure they were, how many of them agreed."""

    claims: int
    confidence: float
    agreed: float


def bins(outcomes: Iterable[Outcome], count: int = BINS) -> list[Bin]:
    """Claims by rising confidence in bins that hold as many each.

    Claims of one confidence share their rate of agreement, so that their order decides nothing.
    """
    rows = _levelled(outcomes)
    edges = [round(i * len(rows) / count) for i in range(count + 1)]
    parts = [rows[low:high] for low, high in pairwise(edges) if high > low]
    return [Bin(len(p), sum(c for c, _ in p) / len(p), sum(a for _, a in p) / len(p)) for p in parts]


def error(parts: Iterable[Bin]) -> float:
    """Expected calibration error: how far confidence lies from agreement, by share of claims."""
    parts = list(parts)
    total = sum(b.claims for b in parts)
    return sum(b.claims * abs(b.confidence - b.agreed) for b in parts) / total if total else 0.0


def _levelled(outcomes: Iterable[Outcome]) -> list[tuple[float, float]]:
    rows: list[tuple[float, float]] = []
    for confidence, group in groupby(sorted(outcomes), key=lambda o: o[0]):
        agreed = [a for _, a in group]
        rows += [(confidence, sum(agreed) / len(agreed))] * len(agreed)
    return rows
