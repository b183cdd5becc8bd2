"""Results -> tables on standard output, for a reader."""

from collections.abc import Iterator

from benchmarks.quality import calibration, figures
from benchmarks.quality.cases import REPORTS
from benchmarks.quality.measure import Result, total
from benchmarks.quality.mentions import CLASSES
from benchmarks.quality.tally import Counts


def printed(results: list[Result]) -> None:
    """Every table: agreement by writer, then for reports and for corpus by kind, with details."""
    print_lines(by_writer(results))
    for name in ("reports", "corpus"):
        rows = [r for r in results if r.case.set == name]
        if rows:
            print_lines(["", f"== {name}: {len(rows)} reports, {sum(r.seconds for r in rows):.1f} s of coding =="])
            print_lines(of_set(rows))
    print_lines(trouble(results))


def print_lines(lines: Iterator[str] | list[str]) -> None:
    """One line each."""
    for line in lines:
        print(line)


def by_writer(results: list[Result]) -> Iterator[str]:
    """A row a writer."""
    yield f"{'writer':10} reports  prec recall    F1  filed wanted  near misses"
    writers = dict.fromkeys(r.case.writer for r in results)
    for writer in writers:
        yield _writer_row(writer, total(r for r in results if r.case.writer == writer))
    if len([w for w in writers if w != REPORTS]) > 1:
        yield _writer_row("corpus", total(r for r in results if r.case.set == "corpus"))


def of_set(results: list[Result]) -> Iterator[str]:
    """One set: agreement by kind, details, attributions, facts, near misses, mentions, calibration."""
    counts = total(results)
    yield from _by_kind(counts)
    yield _row("DETAIL", [(n.removeprefix("detail."), v) for n, v in figures.details(counts)])
    yield _row("ATTRIBUTION", [(n.removeprefix("attribution."), v) for n, v in figures.attribution(counts)])
    yield from _facts(counts)
    if counts["near_miss.reports"]:
        clean, reports = counts["near_miss.clean"], counts["near_miss.reports"]
        yield f"NEAR MISSES  {counts['near_miss.claims']} claims filed; {clean} of {reports} reports left empty"
    yield from _mentions(counts)
    yield f"GROUNDING    {counts['dropped']} findings dropped, {counts['misplaced']} spans misplaced"
    yield from _reliability(results)


def trouble(results: list[Result]) -> Iterator[str]:
    """The first twenty reports that were not coded as they stand."""
    lines = [line for r in results for line in r.trouble]
    if lines:
        yield f"\nTROUBLE {len(lines)}"
    yield from (f"  {line}" for line in lines[:20])
    if len(lines) > 20:
        yield f"  ... and {len(lines) - 20} more"


def _writer_row(writer: str, counts: Counts) -> str:
    values = dict(figures.agreement(counts))
    precision, recall, f1 = (values.get(n, 0.0) for n in ("precision", "recall", "f1"))
    near = f"{counts['near_miss.claims']} on {counts['near_miss.reports']}" if counts["near_miss.reports"] else "-"
    return (
        f"{writer:10} {counts['reports']:7} {precision:5.2f} {recall:6.2f} {f1:5.2f}"
        f" {counts['filed']:6} {counts['wanted']:6} {near:>12}"
    )


def _by_kind(counts: Counts) -> Iterator[str]:
    values = dict(figures.agreement(counts))
    yield f"{'kind':10}  prec recall    F1  filed wanted"
    for kind in (*figures.KINDS, ""):
        dot, suffix = (f"{kind}.", f".{kind}") if kind else ("", "")
        yield (
            f"{kind or 'all':10} {values[dot + 'precision']:5.2f} {values.get(dot + 'recall', 0):6.2f}"
            f" {values.get(dot + 'f1', 0):5.2f} {counts['filed' + suffix]:6} {counts['wanted' + suffix]:6}"
        )


def _facts(counts: Counts) -> Iterator[str]:
    values = list(figures.facts(counts))
    if values:
        yield f"FACTS        {counts['facts.found']}/{counts['facts.of']} = {values[0][1]:.2f}; " + ", ".join(
            f"{name.removeprefix('fact_recall.')} {value:.2f}" for name, value in values[2:]
        )
        fallen, of = counts["traps.fallen"], counts["traps.of"]
        yield f"TRAPS        {fallen}/{of} fallen for; evidence problems {counts['evidence_problems']}"


def _mentions(counts: Counts) -> Iterator[str]:
    for name in (*CLASSES, "bound"):
        right, wrong, open_ = (counts[f"mentions.{name}.{v}"] for v in ("right", "wrong", "unresolved"))
        if of := right + wrong + open_:
            what = "description, bound to its actor's name" if name == "bound" else name
            yield f"MENTIONS     {right / of:.2f} right, {wrong / of:.2f} wrong, {open_ / of:.2f} open of {of}: {what}"


def _reliability(results: list[Result]) -> Iterator[str]:
    parts = calibration.bins(figures.outcomes(results))
    yield f"CALIBRATION  expected error {calibration.error(parts):.3f}"
    if parts:
        yield _row("  claims", [("", float(b.claims)) for b in parts], form="6.0f")
        yield _row("  confidence", [("", b.confidence) for b in parts], form="6.2f")
        yield _row("  agreed", [("", b.agreed) for b in parts], form="6.2f")


def _row(title: str, values: list[tuple[str, float]], form: str = ".2f") -> str:
    return f"{title:12} " + " ".join(f"{name} {value:{form}}".strip() for name, value in values)
