"""The main job end to end: inputs in, a document each out; a bad one is one clear problem and the rest are read."""

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from volteface import pipeline
from volteface.coding.coder import Coded, Coder
from volteface.errors import UsageError
from volteface.pipeline import Reading
from volteface.record import Ref, Report
from volteface.settings import DEFAULTS, Settings

GOOD = "---\npublisher: The Lantern\nlanguage: en\n---\nThe guild rejected the levy.\n"
GERMAN = (
    "Die Ministerpräsidentin von Lunby sagte am Dienstag, dass ihre Regierung die Gespräche verlassen werde, wenn der "
    "Haushalt nicht geändert werde. Zwei Beamte bestätigten der Agentur, dass sie es ernst gemeint habe. Die "
    "Opposition kritisierte den Plan."
)

Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """write("a.txt", "words") gives the path of the file."""

    def _write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return _write


def read(*files: str, **settings: object) -> list[Reading]:
    return list(pipeline.read(files, Settings(**settings)))  # type: ignore[arg-type]


def problems(readings: list[Reading]) -> list[str]:
    return [p.message for r in readings for p in r.document.problems]


def texts(readings: list[Reading]) -> list[str]:
    """The text of every report that was coded."""
    return [report.text for r in readings for report in r.document.reports]


class Fake:
    """Files nothing; does what it is told to on texts that hold a word. Remembers how many came together."""

    name = "fake/1"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, does: Callable[[str], object] = str) -> None:
        self.does = does
        self.batches: list[int] = []

    def code(self, reports: Sequence[Report]) -> Iterator[Coded]:
        self.batches.append(len(reports))
        for report in reports:
            self.does(report.text)
            yield Coded(actors=(), attributions=(), claims=(), reasons={})


Use = Callable[[Coder], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Puts a coder in the place of ours."""

    def _use(coder: Coder) -> None:
        monkeypatch.setattr(pipeline, "CODERS", (lambda settings: coder,))

    return _use


# --- bad inputs ---


@pytest.mark.parametrize(
    ("name", "content", "fault", "cure"),
    [
        ("empty.txt", b"", "is empty", "give a file"),
        ("blank.txt", b" \n\t\n", "is empty", "give a file"),
        ("noise.pdf", random.Random(1).randbytes(5_000), "is not a PDF", "name the file"),
        ("broken.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(5_000), "broken PDF", "save its text"),
        ("latin.txt", "Der Bürgermeister wünscht Änderungen überall.".encode("latin-1"), "not UTF-8", "--encoding"),
        ("noise.txt", random.Random(2).randbytes(5_000), "is not text", "save the report as text"),
        ("emoji.txt", "\U0001f5f3\ufe0f\U0001f389" * 200, "has no words", "give a file"),
        ("brackets.txt", "(" * 10_000 + ")" * 10_000, "has no words", "give a file"),
        ("german.txt", GERMAN, "no coder for the language 'de' (there are: en)", "--language"),
        ("dated.txt", "---\ndate: the other day\n---\nThe guild met.", "'the other day'", "write it as 2024"),
        ("wrong.json", b"{", "is not JSON", "mend it"),
    ],
)
def test_a_bad_input_is_one_problem_with_its_cure_and_the_others_are_read(
    write: Write, use: Use, name: str, content: str | bytes, fault: str, cure: str
) -> None:
    use(Fake())
    bad = write(name, content)
    first, middle, last = read(write("one.txt", GOOD), bad, write("two.txt", GOOD.replace("levy", "toll")))
    (problem,) = middle.document.problems
    assert problem.file == bad
    assert fault in problem.message
    assert cure in problem.message
    assert len(first.document.reports) == len(last.document.reports) == 1


def test_fifty_megabytes_on_one_line_are_refused_at_once(write: Write, use: Use) -> None:
    use(Fake())
    huge = write("huge.txt", b"a" * 50_000_000)
    began = time.monotonic()
    made = read(huge)
    assert time.monotonic() - began < 2
    assert "larger than 40 MB" in problems(made)[0]


def test_a_text_longer_than_one_report_may_be_is_refused(write: Write, use: Use) -> None:
    use(Fake())
    made = read(write("long.txt", "The guild met. " * 40_000), write("one.txt", GOOD))
    assert ["--max-characters" in message for message in problems(made)] == [True]
    assert len(texts(made)) == 1


def test_brackets_in_brackets_are_read_with_their_report(write: Write) -> None:
    (reading,) = read(write("a.txt", "The guild rejected the levy. " + "(" * 500 + "It rained." + ")" * 500))
    assert problems([reading]) == []
    assert "stance" in {type(c).__name__.lower() for c in reading.document.claims}


def test_ten_thousand_brackets_end_within_the_limit(write: Write) -> None:
    nested = "---\nlanguage: en\n---\nThe guild rejected the levy. " + "(" * 10_000 + ")" * 10_000
    made = read(write("nested.txt", nested), write("good.txt", GOOD), seconds=4)
    assert len(made) == 2
    assert len(made[1].document.reports) == 1
    assert len(texts(made)) == 2 or "longer than 4 seconds" in problems(made)[0]


def test_a_file_that_is_not_there_is_a_problem(write: Write, tmp_path: Path, use: Use) -> None:
    use(Fake())
    made = read(str(tmp_path / "nowhere.txt"), write("one.txt", GOOD))
    assert len(problems(made)) == 1
    assert len(texts(made)) == 1


# --- coders that fail ---


def raising(text: str) -> None:
    if "toll" in text:
        raise ValueError("a toll too many")


def hanging(text: str) -> None:
    while "toll" in text:
        pass


def three(write: Write) -> list[str]:
    return [write(f"{word}.txt", GOOD.replace("levy", word)) for word in ("levy", "toll", "fee")]


def test_a_report_on_which_the_coder_fails_is_a_problem_and_the_others_are_read(write: Write, use: Use) -> None:
    use(Fake(raising))
    made = read(*three(write))
    assert problems(made) == ["the coder failed (ValueError: a toll too many); please report it with the text"]
    assert [len(r.document.reports) for r in made] == [1, 0, 1]


def test_a_report_that_takes_too_long_is_a_problem_and_the_others_are_read(write: Write, use: Use) -> None:
    use(Fake(hanging))
    began = time.monotonic()
    made = read(*three(write), seconds=0.1)
    assert time.monotonic() - began < 5
    assert problems(made) == ["took longer than 0.1 seconds; split it, or allow more with --max-seconds"]
    assert [len(r.document.reports) for r in made] == [1, 0, 1]


def test_a_problem_names_the_line_of_a_file_with_many_reports(write: Write, use: Use) -> None:
    use(Fake(raising))
    lines = "\n".join(f'{{"text": "The guild rejected the {w}.", "language": "en"}}' for w in ("levy", "toll", "fee"))
    made = read(write("many.jsonl", lines))
    assert [m.partition(":")[0] for m in problems(made)] == ["line 2"]
    assert len(texts(made)) == 2


def test_a_coder_that_gives_too_few_results_loses_no_report_of_the_others(write: Write, use: Use) -> None:
    class Lazy(Fake):
        def code(self, reports: Sequence[Report]) -> Iterator[Coded]:
            return (coded for report, coded in zip(reports, super().code(reports), strict=True) if "fee" in report.text)

    use(Lazy())
    made = read(*three(write))
    assert [len(r.document.reports) for r in made] == [0, 0, 1]
    assert all("fake/1 gave 0 results for 1 reports" in message for message in problems(made))


def test_a_wrong_request_ends_the_run(write: Write, use: Use) -> None:
    def wrong(text: str) -> None:
        raise UsageError("no such model")

    use(Fake(wrong))
    with pytest.raises(UsageError, match="no such model"):
        read(*three(write))


@pytest.mark.parametrize("settings", [{"date": "soon"}, {"language": "E!"}, {"encoding": "utf-99"}], ids=str)
def test_settings_that_say_nothing_end_the_run_before_it_begins(write: Write, settings: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        read(write("one.txt", GOOD), **settings)


# --- notes ---


def test_a_language_that_was_assumed_is_said(write: Write) -> None:
    short = write("short.txt", "The guild rejected the levy.")
    (reading,) = read(short)
    assert reading.notes == (f"{short}: language assumed to be en",)
    assert reading.document.reports[0].language == "en"


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_a_language_that_was_given_is_not(write: Write, language: str) -> None:
    (reading,) = read(write("short.txt", "The guild rejected the levy."), language=language)
    assert reading.notes == ()
    assert reading.document.claims


def test_a_long_text_tells_its_language(write: Write) -> None:
    (reading,) = read(write("long.txt", "The guild rejected the levy, and the union said that it would strike. " * 4))
    assert reading.notes == ()


def test_an_unknown_publisher_is_an_empty_reference_at_the_head_of_every_chain(write: Write) -> None:
    (reading,) = read(write("a.txt", "The mayor said that the guild had rejected the levy."))
    rows = [*reading.document.claims, *reading.document.attributions]
    assert rows
    assert {row.chain[0] for row in rows} == {Ref()}


def test_settings_fill_what_a_file_lacks_and_no_more(write: Write) -> None:
    bare, named = read(
        write("bare.txt", "The guild met."), write("named.txt", GOOD), publisher="The Herald", date="2024-05-06"
    )
    assert [r.document.reports[0].publisher for r in (bare, named)] == ["The Herald", "The Lantern"]
    assert [r.document.reports[0].date for r in (bare, named)] == ["2024-05-06", "2024-05-06"]


def test_what_spoke_for_a_claim_comes_with_it(write: Write) -> None:
    (reading,) = read(write("a.txt", GOOD))
    assert reading.document.claims
    assert {c.id for c in reading.document.claims} == reading.reasons.keys()
    assert all(reason.says for reason in reading.reasons.values())


def test_a_report_in_which_nothing_is_found_is_read(write: Write) -> None:
    (reading,) = read(write("a.txt", "Rain fell in the south."))
    assert (problems([reading]), reading.document.claims, len(texts([reading]))) == ([], (), 1)


# --- the same report twice ---


def test_the_same_report_is_read_once_and_said_to_come_again(write: Write) -> None:
    one, copy = write("one.txt", GOOD), write("copy.txt", GOOD)
    first, second, third = read(one, one, copy)
    assert first.document.reports
    assert [second.notes, third.notes] == [
        (f"{name}: the same report as one before; read once",) for name in (one, copy)
    ]
    assert second.document == third.document == type(second.document)()


def test_of_a_file_of_many_the_place_is_said(write: Write, use: Use) -> None:
    use(Fake())
    _, second = read(write("two.json", json.dumps([{"text": GOOD}] * 2)))
    assert [note.split("two.json")[1] for note in second.notes] == [
        ": item 2: the same report as one before; read once"
    ]


def test_the_same_words_of_two_publishers_are_two_reports(write: Write) -> None:
    made = read(write("one.txt", GOOD), write("two.txt", GOOD.replace("Lantern", "Herald")))
    assert len({r.document.reports[0].id for r in made}) == 2


def test_the_same_report_many_inputs_later_is_known(write: Write, use: Use) -> None:
    use(Fake())
    files = [write(f"{k}.txt", GOOD.replace("levy", f"levy of {k} crowns")) for k in range(40)]
    made = read(*files, files[0])
    assert len(texts(made)) == len(set(texts(made))) == 40


# --- order and batches ---


def test_documents_come_in_the_order_of_the_inputs(write: Write, use: Use) -> None:
    use(Fake())
    files = [write(f"{k}.txt", GOOD.replace("levy", f"levy of {k} crowns")) for k in range(40)]
    assert [f"levy of {k} crowns" in text for k, text in enumerate(texts(read(*files)))] == [True] * 40


def test_a_few_reports_are_coded_together_and_a_long_one_ends_its_batch(write: Write, use: Use) -> None:
    coder = Fake()
    use(coder)
    files = [write(f"{k}.txt", GOOD.replace("levy", f"levy of {k} crowns")) for k in range(40)]
    files[1] = write("long.txt", GOOD + "The guild met. " * 2_000)
    read(*files)
    assert sum(coder.batches) == 40
    assert coder.batches[0] == 2
    assert max(coder.batches) <= 16


def test_the_first_report_is_out_before_the_last_is_read(write: Write, use: Use) -> None:
    coder = Fake()
    use(coder)
    files = [write(f"{k}.txt", GOOD.replace("levy", f"levy of {k} crowns")) for k in range(40)]
    next(pipeline.read(files, DEFAULTS))
    assert sum(coder.batches) < 40


def test_each_language_goes_to_its_coder(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    english, german = Fake(), Fake()
    german.languages = ("de",)
    monkeypatch.setattr(pipeline, "CODERS", (lambda settings: english, lambda settings: german))
    made = read(write("one.txt", GOOD), write("two.txt", GERMAN), write("three.txt", GOOD.replace("levy", "toll")))
    assert (english.batches, german.batches) == ([2], [1])
    assert ["Regierung" in text for text in texts(made)] == [False, True, False]
