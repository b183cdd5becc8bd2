"""Inputs: files, folders and standard input in order; what cannot be read is a problem and never an exception."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.errors import UsageError
from volteface.reading import read_inputs, receive
from volteface.record import Problem, Report
from volteface.settings import DEFAULTS, Settings

from .pages import pdf, web_page

ReadOne = Callable[..., Report]


def _items(*inputs: str, stdin: bytes = b"", **settings: object) -> list[Report | Problem]:
    return list(read_inputs(inputs, Settings(**settings), io.BytesIO(stdin)))  # type: ignore[arg-type]


def _texts(*inputs: str) -> list[str]:
    return [item.text if isinstance(item, Report) else item.message for item in _items(*inputs)]


def _only_message(*inputs: str) -> str:
    [item] = _items(*inputs)
    assert isinstance(item, Problem)
    return item.message


def test_inputs_are_read_in_order_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Bonn said no.")
    (tmp_path / "a.txt").write_text("Athens said no.")
    one, two, three = _texts(str(tmp_path / "b.txt"), str(tmp_path / "none.txt"), str(tmp_path / "a.txt"))
    assert (one, three) == ("Bonn said no.", "Athens said no.")
    assert two == "does not exist; check the name"


def test_a_folder_is_walked_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/.hidden.txt", ".git/c.txt", "picture.png", "c.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "From c."}' if name == "c.json" else f"From {name}.")
    assert _texts(str(tmp_path)) == ["From a/z.TXT.", "From b.txt.", "From c."]


def test_a_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    assert "holds no file that can be read; known are .txt" in _only_message(str(tmp_path))


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.txt").write_text("A secret.")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("From a.")
    (tmp_path / "in" / "file.txt").symlink_to(tmp_path / "secret" / "s.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "secret")
    (tmp_path / "in-beside").mkdir()
    (tmp_path / "in" / "beside").symlink_to(tmp_path / "in-beside")
    assert _texts(str(tmp_path / "in")) == ["From a."]


def test_a_folder_that_loops_is_a_problem_and_its_files_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text("From a.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert _texts(str(tmp_path)) == ["From a.", "is a link to a folder that it lies in (a loop); remove the link"]


def test_a_link_to_itself_and_a_broken_one_are_problems(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    gone, loop = _texts(str(tmp_path))
    assert "does not exist" in gone
    assert "cannot be read" in loop


@pytest.mark.parametrize(
    ("name", "fault"),
    [("a.docx", "none of .txt, .md, .html"), ("a", "none of .txt"), ("a.txt.gz", "none of .txt")],
)
def test_a_named_file_of_unknown_suffix_lists_the_known(tmp_path: Path, name: str, fault: str) -> None:
    (tmp_path / name).write_text("He said no.")
    assert fault in _only_message(str(tmp_path / name))


@pytest.mark.parametrize("name", ["", "a\x00b.txt", "x" * 5000 + ".txt", "/dev/null/a.txt"])
def test_impossible_names_are_problems(name: str) -> None:
    assert "check the name" in _only_message(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "is no ordinary file" in _only_message(str(tmp_path / "a.txt"))


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(50_000_000)
    assert "larger than 40 MB" in _only_message(str(tmp_path / "a.txt"))


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("He said no.")
    monkeypatch.setattr("builtins.open", forbidden)
    message = _only_message(str(tmp_path / "a.txt"))
    monkeypatch.undo()
    assert "may not be read" in message


def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff.txt")).write_text("")
    except OSError:
        pytest.skip("the file system takes only names in UTF-8")
    [item] = _items(str(tmp_path))
    assert isinstance(item, Problem)
    assert item.file.endswith("\\xff.txt")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"He said no.", "He said no."),
        (b"---\ntitle: T\n---\nHe said no.", "He said no."),
        (b'{"text": "He said no."}', "He said no."),
        (b'\n[ {"text": "He said no."}]', "He said no."),
        (b"[Bonn] {He} said no.", "[Bonn] {He} said no."),
        (pdf(["He said no."]), "He said no."),
    ],
)
def test_standard_input_is_read_as_what_it_evidently_is(raw: bytes, text: str) -> None:
    [item] = _items("-", stdin=raw)
    assert isinstance(item, Report)
    assert item.text == text


def test_a_page_and_lines_of_json_come_through_standard_input() -> None:
    [page] = _items("-", stdin=b"<!-- saved -->\n" + web_page().encode())
    assert isinstance(page, Report)
    assert "coalition" in page.text
    assert len(_items("-", stdin=b'{"text": "One."}\n{"text": "Two."}\n')) == 2


@pytest.mark.parametrize(
    ("raw", "fault"), [(b"", "is empty"), (b"a" * 30, "larger than"), (b'{"text": ', "is not JSON")]
)
def test_a_bad_standard_input_is_a_problem_named_dash(raw: bytes, fault: str) -> None:
    [item] = _items("-", stdin=raw, file_bytes=20)
    assert isinstance(item, Problem)
    assert item.file == "-"
    assert fault in item.message


def test_a_thousand_comments_before_a_text_cost_no_time() -> None:
    [item] = _items("-", stdin=b"<!-- a -->" * 1000 + b"He said no.", language="en")
    assert isinstance(item, Report)


def test_a_closed_standard_input_is_a_problem() -> None:
    stdin = io.BytesIO()
    stdin.close()
    [item] = read_inputs(["-"], DEFAULTS, stdin)
    assert isinstance(item, Problem)


def test_receive_tells_place_and_assumed_language(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two.", "language": "de"}\n')
    one, two = receive([str(path)], DEFAULTS)
    assert (one.file, one.place, one.language_assumed) == (str(path), "line 1", True)
    assert (two.place, two.language_assumed) == ("line 2", False)


@pytest.mark.parametrize(
    "bad", [{"date": "May"}, {"language": "English"}, {"encoding": "made-up"}, {"encoding": "hex"}]
)
def test_settings_that_are_none_are_wrong_usage(bad: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=f"--{next(iter(bad))}"):
        read_inputs([], Settings(**bad))  # type: ignore[arg-type]


def test_importing_the_room_loads_nothing_heavy() -> None:
    heavy = "trafilatura", "pypdf", "py3langid", "charset_normalizer", "numpy", "lxml"
    code = f"import sys, volteface.reading; print([m for m in {heavy!r} if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
