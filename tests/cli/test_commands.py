"""The other commands, and what all commands share."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import volteface
from volteface.record import from_json, json_schema, to_json

from .conftest import Run, reading


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A record that keeps the contract."""
    path = tmp_path / "sound.json"
    path.write_bytes(to_json(reading("a").document, indent=2))
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A record whose first quote stands elsewhere."""
    path = tmp_path / "faulty.json"
    path.write_bytes(to_json(reading("a").document).replace(b'"start":45,"end":61', b'"start":44,"end":60'))
    return path


def test_a_sound_record_has_no_fault(run: Run, sound: Path) -> None:
    ran = run("check", str(sound))
    assert (ran.status, ran.out) == (0, f"{sound}: no fault\n")


def test_a_fault_is_told_with_its_place(run: Run, faulty: Path, sound: Path) -> None:
    ran = run("check", str(sound), str(faulty))
    assert ran.status == 1
    assert ran.out == (
        f"{faulty}: claims[0].evidence[0]: offsets 44..60 hold ' rejects the tol', not 'rejects the toll'\n"
    )


def test_faults_as_json(run: Run, faulty: Path, sound: Path) -> None:
    ran = run("check", str(faulty), "--format", "json")
    assert [fault["place"] for fault in json.loads(ran.out)] == ["claims[0].evidence[0]"]
    assert json.loads(run("check", str(sound), "--format", "json").out) == []


def test_each_line_of_a_file_is_checked(run: Run, tmp_path: Path, faulty: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(to_json(reading("a").document) + b"\n" + faulty.read_bytes() + b"\n{}x\n")
    ran = run("check", str(path))
    assert [line.split(": ")[1:3] for line in ran.out.splitlines()] == [
        ["line 2", "claims[0].evidence[0]"],
        ["line 3", "document"],
    ]


@pytest.mark.parametrize(
    ("raw", "fault"), [("{", "not JSON"), ("", "not JSON"), ('{"format": "x"}', "not a volteface/1")]
)
def test_what_is_no_record_is_a_fault(run: Run, tmp_path: Path, raw: str, fault: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(raw)
    ran = run("check", str(path))
    assert ran.status == 1
    assert f"{path}: document: {fault}" in ran.out


def test_a_file_that_is_not_there_is_told_and_the_others_are_checked(run: Run, faulty: Path) -> None:
    ran = run("check", "no-such.json", str(faulty))
    assert ran.status == 1
    assert "volteface: no-such.json: does not exist; check the name" in ran.err
    assert "claims[0]" in ran.out


def test_a_file_without_end_is_refused_and_not_read(run: Run) -> None:
    assert "/dev/zero: is no ordinary file" in run("check", "/dev/zero").err


def test_lines_are_told_by_the_suffix_even_where_the_first_is_broken(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"{x\n" + to_json(reading("a").document) + b"\n")
    assert f"{path}: line 1: document: not JSON" in run("check", str(path)).out


def test_a_byte_order_mark_is_no_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "marked.json"
    path.write_bytes(b"\xef\xbb\xbf" + to_json(reading("a").document))
    assert run("check", str(path)).status == 0


def test_the_schema_is_printed(run: Run) -> None:
    assert json.loads(run("schema").out) == json.loads(json.dumps(json_schema()))


def test_the_demo_reads_the_examples_and_says_what_next(run: Run) -> None:
    ran = run("demo")
    assert ran.status == 0
    assert "WHO SAYS SO" not in ran.out  # stances are left to the whole brief
    assert "What to try next" in ran.out


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.out) == (0, f"volteface {volteface.__version__}\n")


@pytest.mark.parametrize("argv", [[], ["read"], ["write"], ["read", "a", "--colour"]], ids=str)
def test_wrong_usage_is_status_2(run: Run, argv: list[str]) -> None:
    ran = run(*argv)
    assert ran.status == 2
    assert ran.err.startswith("usage: volteface")


@pytest.mark.parametrize("argv", [["--help"], ["read", "--help"], ["check", "-h"], ["schema", "-h"], ["demo", "-h"]])
def test_help_is_status_0(run: Run, argv: list[str]) -> None:
    assert run(*argv).status == 0


def volteface_run(*argv: str, **more: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "volteface", *argv], capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from volteface.cli import main; main(['--help']); "
        "print(sorted({'rich', 'spacy', 'numpy', 'trafilatura', 'pypdf', 'yaml'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout.endswith(b"[]\n")


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "é.json"
    path.write_bytes(to_json(reading("a").document))
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = volteface_run("check", "-", input=path.read_bytes().replace(b"test/1", "t\u00e9st".encode()), env=environment)
    assert ran.stdout == b"-: no fault\n"
    ran = volteface_run("check", str(tmp_path / "no-\u00e9.json"), env=environment)
    assert b"Traceback" not in ran.stderr


def test_standard_input_is_checked(faulty: Path) -> None:
    ran = volteface_run("check", "-", input=faulty.read_bytes())
    assert ran.returncode == 1
    assert ran.stdout.startswith(b"-: claims[0].evidence[0]: ")


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    command = f"{sys.executable} -m volteface schema | head -c 1; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_record_of_a_reading_is_valid(run: Run, sound: Path) -> None:
    assert from_json(run("read", "a", "--format", "json").out) == from_json(sound.read_bytes())
