"""When something was: time words resolved against the report's date, and what is told as past."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.dates import is_background, when
from volteface.coding.timewords import expressions
from volteface.grammar import Clause, Parsed, clauses
from volteface.record import Time

REPORT = "2024-10-17"  # a Thursday


def clause_with(parsed: Parsed, lemma: str) -> Clause:
    return next(c for c in clauses(parsed) if c.lemma == lemma)


def time_in(text: str, verb: str, report_date: str | None = REPORT) -> Time:
    parsed = parse_one(text)
    return when(parsed, clause_with(parsed, verb), report_date)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Weil resigned on 8 March 2019.", "2019-03-08", "2019-03-08"),
        ("Weil resigned on March 8, 2019.", "2019-03-08", "2019-03-08"),
        ("Weil resigned on March 8.", "2024-03-08", "2024-03-08"),
        ("Weil resigned on December 20.", "2023-12-20", "2023-12-20"),
        ("Weil resigned in May 2019.", "2019-05", "2019-05"),
        ("Weil resigned in the first week of May.", "2024-05", "2024-05"),
        ("Weil resigned in mid-September.", "2024-09", "2024-09"),
        ("Weil resigned in November.", "2023-11", "2023-11"),
        ("Weil resigned in 2003.", "2003", "2003"),
        ("Weil resigned on Tuesday.", "2024-10-15", "2024-10-15"),
        ("Weil resigned on Thursday.", "2024-10-17", "2024-10-17"),
        ("Weil resigned last Thursday.", "2024-10-10", "2024-10-10"),
        ("Weil resigned yesterday.", "2024-10-16", "2024-10-16"),
        ("Weil resigned last week.", "2024-10", "2024-10"),
        ("Weil resigned last month.", "2024-09", "2024-09"),
        ("Weil resigned last year.", "2023", "2023"),
        ("Weil resigned ten days ago.", "2024-10-07", "2024-10-07"),
        ("Weil resigned 21 months ago.", "2023-01", "2023-01"),
        ("Weil resigned over the weekend.", "2024-10-12", "2024-10-13"),
        ("Weil resigned in the early hours of Monday.", "2024-10-14", "2024-10-14"),
        ("Weil will resign on Monday.", "2024-10-21", "2024-10-21"),
        ("Weil will resign in January.", "2025-01", "2025-01"),
        ("Weil will resign next week.", "2024-10", "2024-10"),
        ("Weil has resigned twice since 2021.", "2021", None),
    ],
)
def test_a_time_is_resolved_against_the_report(text: str, start: str, end: str | None) -> None:
    time = time_in(text, "resign")
    assert (time.start, time.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Weil resigned.",
        "Weil may resign.",
        "Weil resigned after Jan Dorn spoke.",
        "Weil resigned with 2,019 others.",
        "Weil resigned for three years.",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert time_in(text, "resign").start is None


def test_the_words_of_the_report_are_kept() -> None:
    assert time_in("Weil resigned on Tuesday.", "resign").text == "on Tuesday"


def test_without_a_report_date_relative_words_stay_words() -> None:
    assert time_in("Weil resigned on Tuesday.", "resign", None) == Time(text="on Tuesday")
    assert time_in("Weil resigned in 2003.", "resign", None).start == "2003"


def test_a_clause_does_not_take_the_time_of_one_below_it() -> None:
    text = "Weil praised the man who had left the party in 2003."
    assert time_in(text, "praise").start is None
    assert time_in(text, "leave").start == "2003"


def test_until_has_an_end_only() -> None:
    assert time_in("Weil ruled until 2003.", "rule") == Time(end="2003", text="until 2003")


def test_the_year_of_a_thing_is_not_that_of_what_is_done_to_it() -> None:
    assert time_in("Weil has scrapped a 2015 deal.", "scrap").start is None


def test_days_earlier_are_reckoned_from_the_day_told_last() -> None:
    text = "Weil resigned on Tuesday. Dorn had warned him two days earlier."
    assert time_in(text, "warn").start == "2024-10-13"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Weil backed the dam in 2019.", "back"),
        ("Weil had backed the dam.", "back"),
        ("Dorn, who led the march, smiled.", "lead"),
        ("Until last week Weil opposed the dam.", "oppose"),
        ("For years Weil opposed the dam.", "oppose"),
        ("In May Weil said that he would sell the dam.", "sell"),
    ],
)
def test_what_is_told_as_past_is_background(text: str, verb: str) -> None:
    parsed = parse_one(text)
    clause = clause_with(parsed, verb)
    assert is_background(parsed, clause, when(parsed, clause, REPORT), REPORT)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Weil backed the dam on Tuesday.", "back"),
        ("Weil backed the dam.", "back"),
        ("Weil backs the dam.", "back"),
        ("Weil has opposed the dam since 2019.", "oppose"),
        ("Weil will back the dam in 2026.", "back"),
        ("Dorn said that police had arrested Weil.", "arrest"),
    ],
)
def test_news_is_no_background(text: str, verb: str) -> None:
    parsed = parse_one(text)
    clause = clause_with(parsed, verb)
    assert not is_background(parsed, clause, when(parsed, clause, REPORT), REPORT)


def test_a_shift_told_in_a_relative_clause_is_news() -> None:
    parsed = parse_one("Weil, who dropped his objection, smiled.")
    clause = clause_with(parsed, "drop")
    assert not is_background(parsed, clause, Time(), REPORT, kind="shift")


@pytest.mark.parametrize(
    "text", ["in " * 20_000, "in" + " " * 50_000, "1999" * 20_000, "May 99, 2019 31.31.2019", "the end of " * 5_000]
)
def test_hostile_text_ends(text: str) -> None:
    assert isinstance(expressions(text), list)


@pytest.mark.parametrize("report_date", ["0001-01-01", "9999-12-31", "2024", "2024-10", "soon", ""])
def test_odd_report_dates_do_no_harm(report_date: str) -> None:
    assert time_in("Weil resigned 400 decades ago, on Tuesday.", "resign", report_date).text is not None
