"""The formats that other tools open: JSON, lines, CSV, table, Markdown."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import UsageError
from volteface.export import FORMATS, write
from volteface.export.csv import COLUMNS, cell
from volteface.export.markdown import text as escaped
from volteface.record import Document, Problem, Term, from_json

from .small import demand, evidence, full, offer, ref, relation, shift, small, stance, written

PROBLEM = Document(problems=(Problem("a.txt", "is empty"),))


def rows(*claims: Any, **report: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", small(*claims, **report)), newline="")))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_for_anything(name: str) -> None:
    assert written(name, full(), PROBLEM)
    assert isinstance(written(name), str)


@pytest.mark.parametrize(("name", "shown"), [("US", True), ("us", False), ("it", False)])
def test_the_us_is_no_pronoun(name: str, shown: bool) -> None:
    assert (f"{name}: against" in written("brief", small(stance(name)))) is shown


def test_a_condition_that_a_line_tells_is_not_told_again() -> None:
    terms = {"conditions": (Term("the strike ends"),)}
    assert "(condition" not in written("table", small(offer(condition="if the strike ends", **terms)))
    assert "(condition: if it rains)" in " ".join(written("markdown", small(offer(condition="if it rains"))).split())


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ('total peace" with all', "total peace with all"),
        ('peace, not "to discuss', "peace, not to discuss"),
        ('a "total peace" now', 'a "total peace" now'),
        ("“all of it", "all of it"),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out(what: str, shown: str) -> None:
    assert f"Tom Reed demanded of the Ferrymen: {shown}\n" in written("brief", small(demand(what=what)))


@pytest.mark.parametrize(
    ("name", "shown"), [("The same source", "the same source"), ("The Times", "The Times"), ("A. Reed", "A. Reed")]
)
def test_the_article_of_a_description_is_small(name: str, shown: str) -> None:
    assert f"    {shown}: against" in written("brief", small(stance(name)))


@pytest.mark.parametrize("object", ["a group led by Tom Reed", "tom reed"])
def test_a_tie_to_what_holds_its_own_name_is_not_told(object: str) -> None:
    text = written("brief", small(relation(object=ref(object))))
    assert "TIES" not in text
    assert "Left out: 1 claim naming nobody or saying nothing new" in text


def test_json_is_one_object_that_reads_back() -> None:
    document = full()
    assert from_json(written("json", document, PROBLEM)) == document + PROBLEM


def test_json_refuses_more_than_a_thousand_reports() -> None:
    with pytest.raises(UsageError, match="use --format jsonl"):
        written("json", *[small()] * 1_001)
    assert len(from_json(written("json", *[small()] * 1_000)).reports) == 1_000


def test_jsonl_is_one_document_a_line() -> None:
    lines = written("jsonl", full(), PROBLEM).splitlines()
    assert [from_json(line) for line in lines] == [full(), PROBLEM]


def test_jsonl_writes_each_document_before_the_next_is_read() -> None:
    out = io.StringIO()

    def documents() -> Iterator[Document]:
        yield full()
        assert out.getvalue().count("\n") == 1
        yield small()

    write("jsonl", documents(), out)
    assert out.getvalue().count("\n") == 2


def test_json_holds_no_bare_control_character_and_means_the_same() -> None:
    document = small(title="a\x1b[31m\x9b2J\x7f")
    raw = written("json", document)
    assert not set("\x1b\x9b\x7f") & set(raw)
    assert from_json(raw) == document


def test_csv_has_a_row_a_claim() -> None:
    assert written("csv").strip() == ",".join(COLUMNS)
    first = rows(shift(), stance())[0]
    assert {name: value for name, value in first.items() if value} == {
        "report": "r-1",
        "publisher": "Fenwick Courier",
        "date": "2024-05-14",
        "kind": "shift",
        "sentence": "Ada Brook turned: against -> for the toll bridge",
        "party": "Ada Brook",
        "counterparty": "the toll bridge",
        "from": "-0.9",
        "to": "0.8",
        "modality": "asserted",
        "current": "true",
        "confidence": "0.9",
        "chain": "Fenwick Courier",
        "evidence": "has come round to the toll bridge",
        "start": "39",
        "end": "72",
        "claim": "c-shift",
    }


@pytest.mark.parametrize(
    "value",
    ["=1+1", "+cmd", "-2+3", "@sum(a1)", "\t=1", "\r=1", "\n=1", "\x00=1", "\x1b=1", "＝1", "--1", "-0.9.1", "-"],
)
def test_a_cell_is_no_formula(value: str) -> None:
    assert cell(value).startswith("'")


@pytest.mark.parametrize("value", [-0.9, "-0.9", "+3", "12", "a=1", "", "The plan"])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert cell(value) == str(value)


@given(st.text(max_size=30))
def test_no_text_of_a_report_becomes_a_formula_in_any_column(words: str) -> None:
    for row in rows(stance(words, words), title=words, publisher=words, date=words):
        formulas = [value for value in row.values() if value.startswith(("=", "@", "\t", "\r", "+", "-"))]
        assert [value for value in formulas if not re.fullmatch(r"[+-]\d+(\.\d+)?", value)] == []


def test_a_table_shows_each_claim_with_its_source_and_id() -> None:
    text = written("table", full())
    assert max(map(len, text.splitlines())) <= 80
    assert "denied: CONSULT" in text
    assert [claim for claim in full().claims if claim.id[:8] not in text] == []


def test_ids_in_a_table_are_cut_where_that_tells_them_apart() -> None:
    text = written("table", small(stance(id="c-0123456789abcdef"), relation(id="c-0123459789abcdef")))
    assert "c-0123456 " in text
    assert "c-01234567" not in text


def test_a_table_says_what_was_not_read() -> None:
    assert "not read: a.txt: is empty" in written("table", PROBLEM)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("<script>&amp;", "&lt;script>&amp;amp;"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("> a", r"\> a"),
        ("1. a", r"1\. a"),
        ("2024-05-14 against -> for", "2024-05-14 against -> for"),
    ],
)
def test_words_in_markdown_stay_words(words: str, expected: str) -> None:
    assert escaped(words) == expected


def test_markdown_tells_the_brief() -> None:
    text = written("markdown", full(), PROBLEM)
    assert text.startswith("# Mayor drops fight over bridge\n\nFenwick Courier, 2024-05-14\n\n## Ada Brook turned:")
    assert "- **moved by:** a grant from the county\n  > “**A grant** from the county moved her" in text
    assert "- undated: denied: CONSULT: Tom Reed met Ada Brook\n" in text
    assert "## Who says so\n\n- Fenwick Courier: 3 claims in its own voice\n  - Tom Reed: 3 claims\n" in text
    assert text.endswith("## Not read\n\n- a.txt: is empty\n")


def test_control_characters_of_a_report_reach_no_format() -> None:
    hostile = "a\x1b[31m\x07\x9bb"
    document = small(stance(hostile, hostile, evidence=(evidence(hostile, hostile),)), text=hostile, title=hostile)
    for name in FORMATS:
        assert not set("\x1b\x07\x9b") & set(written(name, document)), name


def test_json_is_plain_json() -> None:
    assert json.loads(written("json", full()))["format"] == "volteface/1"
