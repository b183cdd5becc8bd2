"""Many short reports coded in one new process -> how much its memory grows once it is warm."""

import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

from msgspec import Struct

from benchmarks.speed import texts

WORDS = 100
WARM = 200  # reports after which all that loads once has been loaded
AROUND = 20  # samples are medians over this many reports, since garbage comes and goes


class Memory(Struct, frozen=True):
    """Resident megabytes when warm and at the end."""

    warm: float
    end: float

    @property
    def growth(self) -> float:
        """The share by which memory grew."""
        return self.end / self.warm - 1


def measured(reports: int) -> Memory:
    """The coder's memory over that many reports, in a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_coded, reports).result()


def compared(samples: Sequence[float]) -> Memory:
    """One sample a report; where there are few, the first fifth warms up."""
    warm = min(WARM, len(samples) // 5)
    return Memory(median(samples[warm : warm + AROUND]), median(samples[-AROUND:]))


def resident() -> float:
    """This process's memory in megabytes; where the system does not tell, the most that it ever had."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _coded(reports: int) -> Memory:
    from volteface.pipeline import read

    bodies = [texts.invented(WORDS, seed=i) for i in range(reports)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(p) for p in texts.filed(bodies, Path(folder))]
        del bodies
        return compared(list(_after_each(read(paths))))


def _after_each(readings: Iterable[object]) -> Iterator[float]:
    for _ in readings:
        yield resident()
