"""JSON: objects, lists, lines and our own documents; each bad object costs only itself."""

import json
from collections.abc import Callable

import pytest

from volteface.record import Document, Problem, Report, to_json

ReadOne = Callable[..., Report]
ReadBad = Callable[..., str]
Read = Callable[..., list[Report | Problem]]

WHOLE = {
    "text": "He said no.\r\nTwice.",
    "title": "Talks:\nday two",
    "publisher": "The Courier",
    "date": "2024-03",
    "language": "en",
    "url": "https://c.example/a",
}


def test_an_object_is_a_report(report: ReadOne) -> None:
    got = report("a.json", json.dumps(WHOLE | {"id": "r-ours", "section": 3}))
    assert (got.text, got.title, got.publisher) == ("He said no.\nTwice.", "Talks: day two", "The Courier")
    assert (got.date, got.language, got.url) == ("2024-03", "en", "https://c.example/a")
    assert got.id != "r-ours"


def test_nulls_are_as_good_as_missing(report: ReadOne) -> None:
    got = report("a.json", '{"text": "He said no.", "title": null, "date": null}', date="2024")
    assert (got.title, got.date) == (None, "2024")


def test_a_list_gives_its_reports_in_order_and_names_the_bad(read: Read) -> None:
    one, two, three, four = read(
        "a.json", '[{"text": "One."}, 7, {"text": "Three."}, {"text": "Four.", "date": "May"}]'
    )
    assert isinstance(one, Report)
    assert isinstance(three, Report)
    assert isinstance(two, Problem)
    assert two.message.startswith("item 2: is a number")
    assert isinstance(four, Problem)
    assert four.message.startswith("item 4: has the date 'May'")


def test_our_own_document_is_read_back(report: ReadOne) -> None:
    first = report("a.txt", "He said no.")
    document = to_json(Document(reports=(first,)))
    assert report("b.json", document) == first
    assert report("c.jsonl", document + b"\n") == first


def test_lines_are_read_one_by_one(read: Read) -> None:
    one, two, four = read("a.jsonl", '{"text": "One."}\n{"text": \n\n{"text": "Four."}\n')
    assert isinstance(one, Report)
    assert isinstance(four, Report)
    assert isinstance(two, Problem)
    assert two.file.endswith("a.jsonl")
    assert two.message.startswith("line 2: is not JSON")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is empty"),
        ("[]", "holds no reports"),
        ('{"format": "volteface/1", "reports": []}', "holds no reports"),
        ('{"format": "volteface/1", "reports": 3}', "`reports` is no list"),
        ('{"format": "volteface/9", "reports": []}', "only volteface/1 is known"),
        ("null", "is null, not an object"),
        ('{"title": "T"}', "has no `text`"),
        ('{"text": ["a"]}', "has a list as `text`"),
        ('{"text": "a", "date": 2024}', "has a number as `date`"),
        ('{"text": "a", "title": {}}', "has an object as `title`"),
        ('{"text": "a", "url": true}', "has a truth value as `url`"),
        ('{\n"text": "a",\n oops}', "(line 3)"),
        ('{"text": "\\ud800 said"}', "must come as a pair"),
        ('{"text": "\\ud800"}', "must come as a pair"),
        ('{"text": "\\udc00 said"}', "must come as a pair"),
        ('{"text": "a\\u0000b"}', "is not text"),
        ("[" * 200_000, "nested too deep"),
        ('{"text":' * 50_000, "nested too deep"),
    ],
)
def test_what_is_no_report_is_one_clear_problem(problem: ReadBad, text: str, fault: str) -> None:
    assert fault in problem("a.json", text)


def test_a_surrogate_pair_is_one_character(report: ReadOne) -> None:
    assert report("a.json", '{"text": "ok \\ud83d\\ude00"}').text == "ok \U0001f600"


def test_a_line_that_is_no_object_is_a_problem(problem: ReadBad) -> None:
    assert problem("a.jsonl", "[1]").startswith("line 1: is a list")
