"""Codes the shared reports, prints how far the coder agrees with the analysts, and holds the figures to their floors.

The last line is one JSON object. Exit status: 0, or 1 where a floor is broken.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks import floors
from benchmarks.quality import cases, rulers, tables, tally
from benchmarks.quality.cases import Case
from benchmarks.quality.figures import figures
from benchmarks.quality.measure import Result, Task, measured, total


def main(argv: list[str] | None = None) -> int:
    """The command: exit status."""
    options = _parser().parse_args(argv)
    data = cases.shared_folder(options.data)
    if not (data / "reports" / "agree.py").exists():
        return _skip(f"no shared material in {data}; name its folder with --data or VOLTEFACE_SHARED")
    every, wanted = _cases(options, data)
    if not wanted:
        print(f"nothing to read: no report of {data} fits these options", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as spare:
        out = Path(options.out or spare)
        out.mkdir(parents=True, exist_ok=True)
        task = Task(data=data, out=out, show=options.show)
        return _run(wanted, every, task, jobs=options.jobs, limits=options.floors)


def _run(wanted: list[Case], every: list[Case], task: Task, *, jobs: int, limits: Path) -> int:
    began = perf_counter()
    whole = len(wanted) == len(every)
    results = measured(wanted, task, jobs=jobs)
    for one in results:
        tables.print_lines(one.shown)
    tables.printed(results)
    named = figures(results, every)
    broken = floors.report("quality", named, whole=whole, path=limits)
    broken += list(_disagreements(results, every, task))
    line = {"benchmark": "quality", "reports": len(results), "seconds": round(perf_counter() - began, 1)}
    print(json.dumps({**line, "whole": whole, "figures": named, "broken": broken}, ensure_ascii=False))
    return 1 if broken else 0


def _cases(options: argparse.Namespace, data: Path) -> tuple[list[Case], list[Case]]:
    corpus, skipped = cases.writers(data)
    for one in skipped:
        print(f"skipped {one.writer}: {one.why}")
    every = [*cases.development(data), *corpus]
    sets = ("reports", "corpus") if options.set == "all" else (options.set,)
    inside = [case for case in every if case.set in sets]
    return every, cases.chosen(inside, writer=options.writer, report=options.report, quick=options.quick)


def _disagreements(results: list[Result], every: list[Case], task: Task) -> Iterator[str]:
    """Folders where our sums are not what agree.py prints; only folders that were read whole can be told."""
    for writer in dict.fromkeys(r.case.writer for r in results):
        rows = [r for r in results if r.case.writer == writer]
        analyst = rows[0].case.gold.parent
        if len(rows) == sum(case.writer == writer for case in every):
            ours = tally.agreement_line(total(rows))
            if other := rulers.disagreement(task.data, task.out, analyst=analyst, ours=ours):
                print(f"  BROKEN {other}")
                yield other


def _skip(why: str) -> int:
    print(f"quality: skipped, {why}")
    print(json.dumps({"benchmark": "quality", "skipped": why}, ensure_ascii=False))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--data", metavar="DIR", help="the shared folder (else VOLTEFACE_SHARED, else ../shared)")
    parser.add_argument("--out", metavar="DIR", help="keep the coder's JSON here, one file a report")
    parser.add_argument("--set", choices=("reports", "corpus", "all"), default="all")
    parser.add_argument("--quick", action="store_true", help=f"of the corpus only {', '.join(cases.QUICK)}")
    parser.add_argument("--writer", metavar="NAME", help="one folder of the corpus, or reports")
    parser.add_argument("--report", metavar="NAME", help="one report, by its file's name without ending")
    parser.add_argument("--show", action="store_true", help="tell misses (+) and false claims (-) with their sentences")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="processes (default %(default)s)")
    parser.add_argument("--floors", metavar="FILE", type=Path, default=floors.FILE, help="(default %(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
