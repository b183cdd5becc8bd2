"""Commands started afresh -> seconds: a long report from cold, and `volteface --help` beside bare Python."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from msgspec import Struct

from benchmarks.speed import texts

WORDS = 1_000
COLD_RUNS = 3
HELP_RUNS = 7


class CommandError(Exception):
    """A command that was to be timed ended with an error."""


class Help(Struct, frozen=True):
    """Medians in seconds."""

    help: float
    bare: float

    @property
    def ratio(self) -> float:
        """How many times a bare Python's start the help takes."""
        return self.help / self.bare


def cold(folder: Path) -> float:
    """Seconds for `volteface read` on one report of 1,000 words: the best of 3 new processes, since load only adds."""
    (path,) = texts.filed(texts.reports(1, WORDS, seed=2), folder / "cold")
    return min(seconds([sys.executable, "-m", "volteface", "read", str(path)]) for _ in range(COLD_RUNS))


def help_beside_bare() -> Help:
    """`volteface --help` and `python -c pass` in turn, median of 7 each."""
    runs = [(seconds([*_command(), "--help"]), seconds([sys.executable, "-c", "pass"])) for _ in range(HELP_RUNS)]
    return Help(median(h for h, _ in runs), median(b for _, b in runs))


def seconds(command: Sequence[str]) -> float:
    """Seconds by the clock until a command has ended well."""
    began = perf_counter()
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    took = perf_counter() - began
    if ended.returncode != 0:
        said = ended.stderr.strip().splitlines()[-1:] or ["nothing"]
        raise CommandError(f"{' '.join(command)} ended with {ended.returncode} and said: {said[0]}")
    return took


def _command() -> list[str]:
    """The installed command, where it lies beside this Python."""
    installed = Path(sys.executable).with_name("volteface")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "volteface"]
