"""The same reports through the whole coder and through bare spaCy, in turn -> tokens a second of each, and the ratio.

Time is the process's CPU time: on one thread it is what the work costs, however many others share the machine.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from msgspec import Struct

from benchmarks.speed import texts

REPORTS = 40
WORDS = 200
BATCH = 8  # what spaCy takes at once; small, as reports come


class Throughput(Struct, frozen=True):
    """Tokens a second, and the coder's as a share of spaCy's; `wall` is the coder's seconds by the clock."""

    tokens: int
    spacy: float
    coder: float
    wall: float

    @property
    def ratio(self) -> float:
        """1 where coding costs nothing on top of parsing."""
        return self.coder / self.spacy


class Round(Struct, frozen=True):
    """One pass: CPU seconds and seconds by the clock."""

    cpu: float
    wall: float


def measured(folder: Path, *, rounds: int) -> Throughput:
    """spaCy, coder, spaCy, coder, ... after one pass of each that is not counted; medians."""
    import spacy

    from volteface.pipeline import read
    from volteface.settings import DEFAULTS

    bodies = texts.reports(REPORTS, WORDS)
    paths = [str(p) for p in texts.filed(bodies, folder / "timed")]
    tiny = [str(p) for p in texts.filed(["Nothing happened.\n"], folder / "tiny")]
    nlp = spacy.load(DEFAULTS.model)
    tokens = sum(len(doc) for doc in nlp.pipe(bodies, batch_size=BATCH))

    def bare() -> None:
        for _ in nlp.pipe(bodies, batch_size=BATCH):
            pass

    coder = alternated(bare, lambda: _drained(read(paths)), lambda: _drained(read(tiny)), rounds=rounds)
    return Throughput(tokens, tokens / coder[0].cpu, tokens / coder[1].cpu, coder[1].wall)


def alternated(
    bare: Callable[[], None], whole: Callable[[], None], start: Callable[[], None], *, rounds: int
) -> tuple[Round, Round]:
    """Medians of `bare` and of `whole` less `start`, what beginning costs it on next to nothing (a model to load)."""
    whole()
    passes = [(timed(bare), timed(whole), timed(start)) for _ in range(rounds)]
    bare_cpu = median(b.cpu for b, _, _ in passes)
    whole_cpu = median(w.cpu - s.cpu for _, w, s in passes)
    return (
        Round(bare_cpu, median(b.wall for b, _, _ in passes)),
        Round(whole_cpu, median(w.wall - s.wall for _, w, s in passes)),
    )


def timed(work: Callable[[], None]) -> Round:
    """How long one call takes."""
    cpu, wall = process_time(), perf_counter()
    work()
    return Round(process_time() - cpu, perf_counter() - wall)


def _drained(readings: object) -> None:
    for _ in readings:  # type: ignore[attr-defined]
        pass
