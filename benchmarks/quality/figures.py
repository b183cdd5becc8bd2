"""Counts -> figures by name, each a share between 0 and 1 or a number of things; a share of nothing is left out."""

from collections.abc import Callable, Iterable, Iterator

from benchmarks.quality import calibration
from benchmarks.quality.cases import QUICK, Case
from benchmarks.quality.measure import Result, total
from benchmarks.quality.mentions import CLASSES
from benchmarks.quality.tally import Counts

KINDS = ("stance", "shift", "event", "offer", "demand", "relation")
DETAILS = ("modality", "current", "chain", "evidence", "roles", "place", "date", "from", "drivers")
WHOLE_RUN = ("crashed", "unread", "texts_differ", "misplaced", "dropped", "evidence_problems")

Named = tuple[str, float]


GROUPS: dict[str, Callable[[Case], bool]] = {
    "reports": lambda case: case.set == "reports",
    "corpus": lambda case: case.set == "corpus",
    "quick": lambda case: case.writer in QUICK,
}


def figures(results: list[Result], every: list[Case]) -> dict[str, float]:
    """Every figure of a run; `reports.*`, `corpus.*`, `quick.*` where all of that set was read, else `part.*`.

    So no floor of a whole set is ever held against a part of it.
    """
    named = dict(run(total(results)))
    left = results
    for group, holds in GROUPS.items():
        rows = [r for r in results if holds(r.case)]
        if rows and len(rows) == sum(map(holds, every)):
            named |= {f"{group}.{name}": value for name, value in of_set(rows)}
            left = [r for r in left if not holds(r.case)]
    named |= {f"part.{name}": value for name, value in of_set(left)} if left else {}
    return {name: round(value, 4) for name, value in named.items()}


def run(counts: Counts) -> Iterator[Named]:
    """What must be right wherever it happens: crashes, texts, spans."""
    for name in WHOLE_RUN:
        yield name, counts[name]


def of_set(results: list[Result]) -> Iterator[Named]:
    """Every figure of one set of reports."""
    counts = total(results)
    yield from agreement(counts)
    yield from details(counts)
    yield from attribution(counts)
    yield from facts(counts)
    yield from near_misses(counts)
    yield from mentions(counts)
    yield "calibration_error", calibration.error(calibration.bins(outcomes(results)))


def agreement(counts: Counts) -> Iterator[Named]:
    """precision, recall, f1, and the same of each kind: `stance.recall`."""
    for suffix, prefix in (("", ""), *((f".{kind}", f"{kind}.") for kind in KINDS)):
        precision = counts[f"hits{suffix}"] / max(1, counts[f"filed{suffix}"])
        yield prefix + "precision", precision
        if wanted := counts[f"wanted{suffix}"]:
            recall = counts[f"found{suffix}"] / wanted
            yield prefix + "recall", recall
            yield prefix + "f1", 2 * precision * recall / max(1e-9, precision + recall)


def details(counts: Counts) -> Iterator[Named]:
    """`detail.chain` and its like: shares of the pairs."""
    for detail in DETAILS:
        yield from share(f"detail.{detail}", counts[f"detail.{detail}.right"], counts[f"detail.{detail}.of"])


def attribution(counts: Counts) -> Iterator[Named]:
    """Of attributions: precision, recall, chain right among the found, nested ones found with the chain right."""
    filed, wanted, found, chain, of_nested, nested = (
        counts[f"attribution.{x}"] for x in ("filed", "wanted", "found", "chain", "nested_wanted", "nested")
    )
    yield "attribution.precision", found / max(1, filed)
    yield from share("attribution.recall", found, wanted)
    yield from share("attribution.chain", chain, found)
    yield from share("attribution.nested", nested, of_nested)


def facts(counts: Counts) -> Iterator[Named]:
    """score.py's fact recall, in all and by kind, and traps fallen for."""
    if not counts["facts.of"]:
        return
    yield "fact_recall", counts["facts.found"] / counts["facts.of"]
    yield "traps_fallen", counts["traps.fallen"]
    for name in sorted(counts):
        if name.startswith("facts.of."):
            kind = name.removeprefix("facts.of.")
            yield f"fact_recall.{kind.replace(' ', '_')}", counts[f"facts.found.{kind}"] / counts[name]


def near_misses(counts: Counts) -> Iterator[Named]:
    """Claims on reports where there is nothing to file, and the share of such reports left empty."""
    if counts["near_miss.reports"]:
        yield "near_miss_claims", counts["near_miss.claims"]
        yield "near_miss_clean", counts["near_miss.clean"] / counts["near_miss.reports"]


def mentions(counts: Counts) -> Iterator[Named]:
    """`mentions.pronoun` and its like: right among all sought; `.precision`: right among those resolved."""
    for name in (*CLASSES, "bound"):
        right, wrong, open_ = (counts[f"mentions.{name}.{v}"] for v in ("right", "wrong", "unresolved"))
        yield from share(f"mentions.{name}", right, right + wrong + open_)
        yield from share(f"mentions.{name}.precision", right, right + wrong)


def outcomes(results: Iterable[Result]) -> list[calibration.Outcome]:
    """The outcome of every filed claim."""
    return [outcome for one in results for outcome in one.outcomes]


def share(name: str, part: int, of: int) -> Iterator[Named]:
    """The share by its name, unless it is one of nothing."""
    if of:
        yield name, part / of
