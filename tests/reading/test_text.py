"""Text files: the body exactly as it stands, the front matter apart, and what is no text named."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from volteface.record import Report

ReadOne = Callable[..., Report]
ReadBad = Callable[..., str]

FRONT = '---\ntitle: "Talks: day two"\npublisher: The Courier\ndate: 2024-03-05\nlanguage: en_gb\nurl: https://c.example/a:b\n'


def test_body_is_the_file_without_front_matter(report: ReadOne) -> None:
    assert report("a.txt", "The minister said no.\n\n  Twice.\n").text == "The minister said no.\n\n  Twice.\n"


def test_front_matter_gives_the_fields(report: ReadOne) -> None:
    got = report("a.md", FRONT + "author: Somebody\n---\n\nThe minister said no.\n")
    assert (got.title, got.publisher, got.date) == ("Talks: day two", "The Courier", "2024-03-05")
    assert (got.language, got.url) == ("en-GB", "https://c.example/a:b")
    assert got.text == "\nThe minister said no.\n"


def test_front_matter_may_come_with_bom_and_crlf(report: ReadOne) -> None:
    got = report("a.txt", "\ufeff---\r\ntitle: Talks\r\n---\r\nHe said no.\rTwice.\r\n")
    assert (got.title, got.text) == ("Talks", "He said no.\nTwice.\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe minister said no.\n---\nTwice.\n",
        "---\n\nOnly a rule above.\n",
        "---\nBonn: he said no.\n",
        "----\nNo.\n",
    ],
)
def test_a_horizontal_rule_opens_no_front_matter(report: ReadOne, text: str) -> None:
    assert report("a.txt", text).text == text


def test_an_empty_front_matter_is_allowed(report: ReadOne) -> None:
    assert report("a.txt", "---\n---\nHe said no.").text == "He said no."


def test_lists_and_comments_in_the_front_matter_are_ignored(report: ReadOne) -> None:
    assert report("a.txt", "---\n# ours\ntitle: T\ntags:\n  - a\n- b\n---\nHe said no.").text == "He said no."


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("---\ntitle: Talks\nHe said no.\n", "end it with a line `---`"),
        ("---\ntitle: Talks\n\nHe said no.\n---\nTwice.\n", "line 4 stands in the front matter"),
        ("---\ntitle: Talks\n---\n", "is empty"),
        ("---\ndate: 5 March\n---\nHe said no.", "write it as 2024, 2024-03"),
        ("---\nlanguage: English\n---\nHe said no.", "write it as en, en-GB"),
        ("", "is empty"),
        (" \n\t\n", "is empty"),
        ("\U0001f600 \U0001f389!", "has no words"),
        ("12 34 -- 56", "has no words"),
        ("The\x00minister", "is not text"),
        ("a" + "\x01\x02" * 50, "is not text"),
        ("%PDF-1.4 and so on", "name it .pdf"),
    ],
)
def test_what_is_no_report_names_its_cure(problem: ReadBad, text: str, cure: str) -> None:
    assert cure in problem("a.txt", text)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Die Gespräche über Zölle scheiterten, sagte der Präsident zu „allen“."),
        ("cp1252", "Le président a rejeté la réforme à Genève. Il était opposé à la loi."),
        ("cp1251", "Министр заявил, что правительство отклонит требования оппозиции."),
        ("utf-16-le", "The minister said no."),
    ],
)
def test_text_that_is_not_utf8_names_its_encoding_and_is_read_with_it(
    report: ReadOne, problem: ReadBad, encoding: str, text: str
) -> None:
    assert f"`--encoding {encoding}`" in problem("a.txt", text.encode(encoding))
    assert report("a.txt", text.encode(encoding), encoding=encoding).text == text


def test_utf8_stays_utf8_whatever_encoding_is_named(report: ReadOne) -> None:
    assert report("a.txt", "Zölle steigen.", encoding="cp1252").text == "Zölle steigen."


def test_the_wrong_encoding_is_a_problem(problem: ReadBad) -> None:
    assert "neither UTF-8 nor ascii" in problem("a.txt", "Zölle".encode("cp1252"), encoding="ascii")


def test_a_word_among_ten_thousand_brackets_has_no_language(problem: ReadBad) -> None:
    assert "too few words to tell its language" in problem("a.txt", "(" * 10_000 + " no " + ")" * 10_000)


def test_noise_is_not_text(problem: ReadBad) -> None:
    noise = bytes(i * 7919 % 256 for i in range(4000))
    assert "is not text" in problem("a.txt", noise)
    assert "is not text" in problem("a.txt", noise, encoding="latin-1")


def test_a_text_too_long_names_the_option(problem: ReadBad) -> None:
    assert "`--max-characters 60`" in problem("a.txt", "no " * 20, characters=50)


def test_a_million_characters_on_one_line_are_refused_at_once(problem: ReadBad) -> None:
    assert "split it" in problem("a.txt", b"word " * 6_000_000)


def test_settings_fill_only_what_the_file_lacks(report: ReadOne) -> None:
    got = report("a.txt", "---\ndate: 2024\n---\nHe said no.", date="1999", publisher="The Courier", language="EN")
    assert (got.date, got.publisher, got.language) == ("2024", "The Courier", "en")


def test_long_titles_are_cut_and_control_characters_go(report: ReadOne) -> None:
    got = report("a.txt", f"---\ntitle: a\x1b[31m  b {'x' * 900}\n---\nHe said no.")
    assert got.title is not None
    assert got.title.startswith("a [31m b x")
    assert len(got.title) == 500


def test_the_same_words_from_two_outlets_are_two_reports(report: ReadOne) -> None:
    one = report("a.txt", "He said no.", publisher="The Courier")
    two = report("b.txt", "He said no.", publisher="The Herald")
    assert one.id != two.id
    assert one == report("c.txt", "He said no.", publisher="The Courier")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), max_size=300))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_as_it_was_written(report: ReadOne, text: str) -> None:
    text = "A" + text
    assert report("a.txt", text).text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), max_size=300))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_body_below_a_front_matter_is_read_as_it_was_written(report: ReadOne, text: str) -> None:
    text += "A"
    assert report("a.txt", f"{FRONT}---\n{text}").text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_one_report_or_one_problem(read: Callable[..., list[object]], raw: bytes) -> None:
    assert len(read("a.txt", raw)) == 1
