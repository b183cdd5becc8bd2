"""The shared set's own measures, agree.py and score.py, loaded from where they lie; no measure is copied here.

What tally.py adds up from their functions must be what agree.py prints: `disagreement` runs it to see.
"""

import importlib.util
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

Json = dict[str, Any]


@cache
def ruler(path: Path) -> ModuleType:
    """A script as a module; it is run under a name that no other module has."""
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no ruler at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agree(data: Path) -> ModuleType:
    """`agreement`, `best_pairs`, `right`, `f1`, `same_chain`, `misplaced`, `content`."""
    return ruler(data / "reports" / "agree.py")


def score(data: Path) -> ModuleType:
    """`GOLD`, `grade`, `evidence`, `label`."""
    return ruler(data / "reports" / "score.py")


def disagreement(data: Path, out: Path, *, analyst: Path, ours: str) -> str | None:
    """The AGREEMENT line that agree.py prints for a folder, where it is not `ours`."""
    script = data / "reports" / "agree.py"
    command = [sys.executable, str(script), "--dir", str(out), "--analyst", str(analyst), "--language", "en"]
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in printed.stdout.splitlines() if line.startswith("AGREEMENT")]
    theirs = lines[-1] if lines else f"nothing ({printed.stderr.strip()[-200:]})"
    return None if theirs == ours else f"{analyst.name}: agree.py prints {theirs!r}, this benchmark {ours!r}"
