"""A page of Markdown -> its console blocks as steps, their real output, and whether shown and real lines agree.

A step is a command after "$ " and the lines shown below it; a line `...` stands for any lines, none included. A fenced
block under `<!-- file: NAME -->` is a file that the page's commands find; `<!-- claim: KIND -->` above a block says of
which claim the ids in its `--explain` commands are.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
ANY = "..."
CLAIM_ID = 8  # characters of a claim's id that tables show, and that tell the claims of a report apart
_FENCE = re.compile(r"^(?:<!-- claim: (?P<claim>\w+) -->\n)?```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^<!-- file: (?P<name>[\w./-]+) -->\n```\w*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPLAIN = re.compile(r"(?<= --explain )\S+")
_SHELL = re.compile(r"[|<>;&`*]|\$\(")
_TARGET = re.compile(r"^([\w-]+)\s*:(?!=)", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One command of a block and the lines that are said to follow it."""

    command: str
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A console block: where its body stands in the page, its steps in order, and the kind of claim they explain."""

    page: Path
    line: int
    start: int
    end: int
    steps: tuple[Step, ...]
    claim: str | None = None


def pages() -> list[Path]:
    """Every page whose console blocks are run."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    """The console blocks of a page, top to bottom."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page, line, found.start("body"), found.end("body"), steps(found["body"]), found["claim"])


def steps(body: str) -> tuple[Step, ...]:
    """The steps of a block; lines before its first command belong to none."""
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:].strip(), []))
        elif found:
            found[-1][1].append(line)
    return tuple(Step(command, _without_blank_end(lines)) for command, lines in found)


def written_files(page: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of every file that a page shows as one to write."""
    for found in _FILE.finditer(page.read_text(encoding="utf-8")):
        yield found["name"], found["body"]


def outputs(block: Block) -> Iterator[tuple[Step, tuple[str, ...] | None]]:
    """Each step with its real output; None where the command is none that is run here.

    A block has a folder of its own with a copy of `examples/` and the page's files, and files that one step writes are
    there for the next.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = _prepared(Path(name), block.page)
        status = 0
        for step in block.steps:
            if step.command == "echo $?":
                yield step, (str(status),)
            elif is_run(step.command):
                status, lines = _run(step.command, folder)
                yield step, lines
            else:
                yield step, None


def with_present_ids(block: Block) -> Block:
    """The block with the ids that its `--explain` commands need today.

    They explain the claim of the block's kind with the longest chain, the first of several.
    """
    if block.claim is None:
        return block
    found = (replace(step, command=_with_present_id(step.command, block)) for step in block.steps)
    return replace(block, steps=tuple(found))


def _with_present_id(command: str, block: Block) -> str:
    if not _EXPLAIN.search(command):
        return command
    with tempfile.TemporaryDirectory() as name:
        asked = f"{command.split(' --explain ')[0]} --format json --kind {block.claim}"
        status, lines = _run(asked, _prepared(Path(name), block.page))
    claims = json.loads("\n".join(lines))["claims"] if status == 0 else []
    if not claims:
        raise ValueError(f"{block.page.name}:{block.line}: no claim of the kind {block.claim} to explain; name another")
    chosen = max(claims, key=lambda claim: len(claim["chain"]))
    return _EXPLAIN.sub(chosen["id"][:CLAIM_ID], command)


def _prepared(folder: Path, page: Path) -> Path:
    """The folder with `examples/` and the page's own files in it."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name, text in written_files(page):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def is_run(command: str) -> bool:
    """Whether a command is run: `volteface` with plain arguments, no pipe, redirection or pattern."""
    return command.split()[0] == "volteface" and not _SHELL.search(command)


def agrees(expected: Sequence[str], actual: Sequence[str]) -> bool:
    """Whether the lines are the expected ones, `...` standing for any lines.

    agrees(["a", "...", "d"], ["a", "b", "c", "d"]) is true.
    """
    lines = ("(?:.*\n)*?" if line == ANY else re.escape(line.rstrip()) + "\n" for line in expected)
    return re.fullmatch("".join(lines), "".join(f"{line.rstrip()}\n" for line in actual)) is not None


def renewed(expected: Sequence[str], actual: Sequence[str]) -> tuple[str, ...]:
    """The real lines, elided where the author elided: as many before the first `...` and after the last as stood there.

    renewed(["x", "..."], ["a", "b", "c"]) is ("a", "...").
    """
    if agrees(expected, actual):
        return tuple(expected)
    if ANY not in expected:
        return tuple(actual)
    head, tail = expected.index(ANY), list(reversed(expected)).index(ANY)
    if head + tail >= len(actual):
        return tuple(actual)
    return (*actual[:head], ANY, *actual[len(actual) - tail :])


def make_targets() -> set[str]:
    """The targets of the Makefile."""
    return set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))


def _run(command: str, folder: Path) -> tuple[int, tuple[str, ...]]:
    arguments = [sys.executable, "-m", *shlex.split(command)]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return done.returncode, _without_blank_end([line.rstrip() for line in done.stdout.splitlines()])


def _without_blank_end(lines: list[str]) -> tuple[str, ...]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return tuple(lines)
