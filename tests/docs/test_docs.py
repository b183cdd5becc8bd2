"""What the documentation shows is what happens: commands, outputs, links, and the version to cite."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import volteface

from .console import (
    ROOT,
    Block,
    agrees,
    blocks,
    is_run,
    make_targets,
    outputs,
    pages,
    renewed,
    steps,
    with_present_ids,
    written_files,
)
from .picture import PICTURE, draw, self_contained

LINKED = [*pages(), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
BLOCKS = [block for page in pages() for block in blocks(page)]
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"`((?:src|tests|docs|examples|benchmarks|corpus|training)/[^`\s]*)`")


def place(block: Block) -> str:
    """README.md:12"""
    return f"{block.page.relative_to(ROOT)}:{block.line}"


@pytest.mark.parametrize("block", BLOCKS, ids=place)
def test_a_command_prints_what_the_page_shows(block: Block) -> None:
    for step, actual in outputs(block):
        if actual is not None:
            told = f"{place(block)} `{step.command}` printed other lines; look, then `python -m tests.docs.update`"
            assert agrees(step.expected, actual), "\n".join((told, *actual))


def test_every_make_command_names_a_target() -> None:
    named = {
        word
        for block in [*BLOCKS, *blocks(ROOT / "CONTRIBUTING.md")]
        for step in block.steps
        if step.command.startswith("make ")
        for word in step.command.split()[1:]
        if "=" not in word and not word.startswith("-")
    }
    assert named - make_targets() == set()


def links(page: Path) -> Iterator[str]:
    """The targets of a page's links within the repository, outside fenced blocks."""
    for found in _LINK.findall(_FENCED.sub("", page.read_text(encoding="utf-8"))):
        target = "".join(found)
        if not re.match(r"[a-z]+:|#", target):
            yield target.split("#")[0]


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    assert [target for target in links(page) if not (page.parent / target).exists()] == []


def headings(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    lines = re.findall(r"^#+ (.+)$", _FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_into_a_page_leads_to_a_heading(page: Path) -> None:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    into = re.findall(r"\]\(([\w./-]*\.md)#([\w-]+)\)", text)
    assert [(name, place) for name, place in into if place not in headings(page.parent / name)] == []


def test_the_picture_shows_the_brief_and_loads_nothing() -> None:
    shown = PICTURE.read_text(encoding="utf-8")
    assert shown == draw(), "the brief changed; look, then `python -m tests.docs.update`"
    assert set(re.findall(r"https?://[^\s\"')]+", shown)) == {"http://www.w3.org/2000/svg"}


def test_every_place_that_contributing_names_exists() -> None:
    named = _PLACE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not list(ROOT.glob(name.rstrip("/")))] == []


def test_every_page_is_listed_in_the_index() -> None:
    listed = set(links(ROOT / "docs" / "index.md"))
    assert {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"} - listed == set()


def test_the_version_to_cite_is_the_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == volteface.__version__
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()


def test_a_picture_names_no_font_from_elsewhere() -> None:
    svg = "<!-- made by x --><style>@font-face { src: url(https://x/y.woff); }\n p { font-family: Fira; }</style>"
    assert re.fullmatch(r"<style>p \{ font-family: [^;]*monospace; \}</style>", self_contained(svg))


def test_a_page_may_carry_files_and_name_the_claims_to_explain(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- file: a/b.txt -->\n```\ntext\n```\n\n<!-- claim: offer -->\n```console\n$ volteface schema\n```\n",
        encoding="utf-8",
    )
    assert list(written_files(page)) == [("a/b.txt", "text\n")]
    (block,) = blocks(page)
    assert block.claim == "offer"
    assert with_present_ids(block) == block, "without --explain nothing changes"


def test_an_id_to_explain_is_renewed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    command = "$ volteface read note.txt --language en --explain"
    page.write_text(
        "<!-- file: note.txt -->\n```\nAnna Dusek backed the pension reform.\n```\n\n"
        f"<!-- claim: stance -->\n```console\n{command} c-00000000\n```\n",
        encoding="utf-8",
    )
    (block,) = blocks(page)
    ((step, lines),) = outputs(with_present_ids(block))
    assert step.command.startswith(command[2:])
    assert lines is not None
    assert lines[0] == "Anna Dusek: for the pension reform"


def test_a_block_is_parted_at_its_commands() -> None:
    found = steps("$ volteface schema\n{\n...\n\n$ echo $?\n0\n")
    assert [(step.command, step.expected) for step in found] == [
        ("volteface schema", ("{", "...")),
        ("echo $?", ("0",)),
    ]


@pytest.mark.parametrize(
    ("expected", "actual", "holds"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "b  "], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "..."], ["a", "b", "c"], True),
        (["a", "...", "c"], ["a", "c"], True),
        (["...", "c"], ["a", "b"], False),
        (["a", "...", "c", "..."], ["a", "b", "c"], True),
        ([], ["a"], False),
        ([], [], True),
    ],
)
def test_three_dots_stand_for_any_lines(expected: list[str], actual: list[str], holds: bool) -> None:
    assert agrees(expected, actual) is holds


@pytest.mark.parametrize(
    ("expected", "actual", "new"),
    [
        ([], ["a", "b"], ("a", "b")),
        (["x"], ["a", "b"], ("a", "b")),
        (["x", "..."], ["a", "b", "c"], ("a", "...")),
        (["x", "...", "y"], ["a", "b", "c"], ("a", "...", "c")),
        (["x", "y", "..."], ["a"], ("a",)),
        (["a", "..."], ["a", "b"], ("a", "...")),
        (["..."], ["a", "b"], ("...",)),
    ],
)
def test_renewed_output_is_elided_where_the_author_elided(
    expected: list[str], actual: list[str], new: tuple[str, ...]
) -> None:
    assert renewed(expected, actual) == new


@pytest.mark.parametrize(
    ("command", "holds"),
    [
        ("volteface read examples/07-a-denial.txt --kind stance", True),
        ("volteface read examples | less", False),
        ("volteface read *.txt", False),
        ("make demo", False),
        ("python -m volteface", False),
    ],
)
def test_only_plain_volteface_commands_are_run(command: str, holds: bool) -> None:
    assert is_run(command) is holds
