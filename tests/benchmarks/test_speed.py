"""What the speed benchmark computes from timings and samples; nothing here is timed for its speed."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.speed import __main__ as command
from benchmarks.speed import memory, start, texts, throughput


def test_invented_texts_are_long_enough_and_the_same_every_time() -> None:
    assert len(texts.invented(100, seed=3).split()) >= 100
    assert texts.invented(100, seed=3) == texts.invented(100, seed=3)
    assert texts.invented(100, seed=3) != texts.invented(100, seed=4)


def test_every_template_can_be_filled() -> None:
    slots = dict.fromkeys((*texts.WORDS, "name", "other", "town"), "word")
    assert all("{" not in template.format(**slots) for template in texts.TEMPLATES)


def test_examples_are_used_where_they_are_enough(tmp_path: Path) -> None:
    body = " ".join(f"Sentence {i} has five words." for i in range(400))
    (tmp_path / "a.txt").write_text(f"---\npublisher: Gazette\n---\n{body}", encoding="utf-8")
    first, second = texts.reports(2, 50, examples=tmp_path)
    assert first.startswith("Sentence 0 has five words.")
    assert len(first.split()) == 50
    assert second.startswith("Sentence 10 ")


def test_too_few_examples_give_way_to_templates(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One sentence.", encoding="utf-8")
    (text,) = texts.reports(1, 50, examples=tmp_path)
    assert "One sentence." not in text


def test_filed_texts_carry_front_matter(tmp_path: Path) -> None:
    (path,) = texts.filed(["Nothing happened.\n"], tmp_path)
    assert path.read_text(encoding="utf-8").endswith("language: en\n---\nNothing happened.\n")


def test_bare_and_whole_take_turns_after_a_pass_that_is_not_counted() -> None:
    order: list[str] = []
    throughput.alternated(
        lambda: order.append("bare"), lambda: order.append("whole"), lambda: order.append("start"), rounds=2
    )
    assert order == ["whole", *["bare", "whole", "start"] * 2]


def test_ratio_is_the_coders_share_of_spacys_speed() -> None:
    assert throughput.Throughput(tokens=10, spacy=1000, coder=800, wall=1).ratio == 0.8


def test_a_command_that_fails_is_not_timed() -> None:
    assert start.seconds([sys.executable, "-c", "pass"]) > 0
    with pytest.raises(start.CommandError, match="ended with 1 and said: no such verb"):
        start.seconds([sys.executable, "-c", "raise SystemExit('no such verb')"])


def test_growth_is_counted_from_when_the_coder_is_warm() -> None:
    samples = [50.0] * 200 + [100.0] * 780 + [104.0] * 20
    assert memory.compared(samples).growth == pytest.approx(0.04)


def test_few_reports_warm_up_in_their_first_fifth() -> None:
    samples = [50.0] * 10 + [100.0] * 40
    assert memory.compared(samples).growth == 0


def test_a_process_knows_its_memory() -> None:
    assert memory.resident() > 1


def test_a_part_that_fails_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(folder: Path) -> float:
        raise start.CommandError("no such command")

    monkeypatch.setattr(start, "cold", fails)
    monkeypatch.setattr(start, "help_beside_bare", lambda: start.Help(0.1, 0.02))
    assert command.main(["--only", "cold", "--only", "help"]) == 1
    line = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert line["figures"] == {"help_ratio": 5.0, "help_seconds": 0.1}
    assert line["broken"] == ["cold was not measured: CommandError: no such command"]
