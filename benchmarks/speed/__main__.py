"""Times the coder beside bare spaCy, its start beside bare Python, and its memory; holds the figures to their floors.

Everything runs on one thread. The last line is one JSON object. Exit status: 0, or 1 where a floor is broken or a part
could not be measured.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import floors

PARTS = ("throughput", "cold", "help", "memory")
ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)

Named = Iterator[tuple[str, float]]


def main(argv: list[str] | None = None) -> int:
    """The command: exit status."""
    options = _parser().parse_args(argv)
    figures: dict[str, float] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        measures = _measures(Path(folder), options)
        for part in options.only or PARTS:
            try:
                figures |= {name: round(value, 4) for name, value in measures[part]()}
            except Exception as error:  # noqa: BLE001 - one part that fails leaves the others to be measured
                failed.append(f"{part} was not measured: {type(error).__name__}: {error}")
                print(f"FAILED {failed[-1]}", flush=True)
    broken = failed + floors.report("speed", figures, whole=not options.only and not failed, path=options.floors)
    print(json.dumps({"benchmark": "speed", "figures": figures, "broken": broken}, ensure_ascii=False))
    return 1 if broken else 0


def _measures(folder: Path, options: argparse.Namespace) -> dict[str, Callable[[], Named]]:
    return {
        "throughput": lambda: _throughput(folder, options.rounds),
        "cold": lambda: _cold(folder),
        "help": _help,
        "memory": lambda: _memory(options.reports),
    }


def _throughput(folder: Path, rounds: int) -> Named:
    from benchmarks.speed import throughput

    one = throughput.measured(folder, rounds=rounds)
    print(f"throughput  coder {one.coder:,.0f} tokens/s, spaCy {one.spacy:,.0f}, ratio {one.ratio:.2f}", end="")
    print(f"  ({one.tokens:,} tokens, {one.wall:.1f} s by the clock, {rounds} rounds)", flush=True)
    yield from (("ratio", one.ratio), ("tokens_per_second", one.coder), ("spacy_tokens_per_second", one.spacy))


def _cold(folder: Path) -> Named:
    from benchmarks.speed import start

    took = start.cold(folder)
    print(f"cold start  {took:.2f} s for a report of {start.WORDS:,} words", flush=True)
    yield "cold_seconds", took


def _help() -> Named:
    from benchmarks.speed import start

    both = start.help_beside_bare()
    print(
        f"help        {both.help * 1e3:.0f} ms, bare Python {both.bare * 1e3:.0f} ms, ratio {both.ratio:.1f}",
        flush=True,
    )
    yield from (("help_ratio", both.ratio), ("help_seconds", both.help))


def _memory(reports: int) -> Named:
    from benchmarks.speed import memory

    one = memory.measured(reports)
    print(
        f"memory      {one.warm:.0f} MB warm, {one.end:.0f} MB after {reports:,} reports: {one.growth:+.1%}", flush=True
    )
    yield from (("memory_growth", one.growth), ("memory_megabytes", one.end))


def _on_one_thread() -> None:
    """Starts this program anew where libraries would take more threads: they read these names when they are loaded."""
    if any(os.environ.get(name) != "1" for name in ONE_THREAD):
        alone = os.environ | dict.fromkeys(ONE_THREAD, "1") | {"TOKENIZERS_PARALLELISM": "false"}
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.speed", *sys.argv[1:]], alone)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="this part (may be given again)")
    parser.add_argument("--rounds", type=int, default=5, help="passes of coder and spaCy each (default %(default)s)")
    parser.add_argument("--reports", type=int, default=1_000, help="reports to watch memory over (default %(default)s)")
    parser.add_argument("--floors", metavar="FILE", type=Path, default=floors.FILE, help="(default %(default)s)")
    return parser


if __name__ == "__main__":
    _on_one_thread()
    sys.exit(main())
