"""Printed lines: which hyphens go, which lines part, which are no text at all."""

import pytest

from volteface.reading.lines import paragraphs

FULL = "A line of the usual width that says what the minister said on"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the govern-", "ment fell", "the government fell"),
        ("the two-", "state plan", "the two-state plan"),
        ("the Franco-", "German pact", "the Franco-German pact"),
        ("the cease\u00ad", "fire held", "the ceasefire held"),
        ("Covid-", "19 rules", "Covid-19 rules"),
        ("the budget", "fell through", "the budget fell through"),
        ("he said -", "and meant it", "he said - and meant it"),
    ],
)
def test_a_line_end_joins_the_halves_of_a_word(first: str, second: str, joined: str) -> None:
    assert paragraphs([[first, second]]) == joined


def test_a_compound_seen_elsewhere_keeps_its_hyphen() -> None:
    assert (
        paragraphs([[f"{FULL} a power-", "sharing deal, and the power-sharing deal held"]]).count("power-sharing") == 2
    )


def test_a_short_line_with_a_full_stop_ends_a_paragraph() -> None:
    assert paragraphs([[FULL, "the budget was final.", FULL]]) == f"{FULL} the budget was final.\n\n{FULL}"


def test_a_sentence_goes_on_over_the_page() -> None:
    assert paragraphs([[FULL, "7"], ["8", "the budget was final."]]) == f"{FULL} the budget was final."


def test_running_heads_are_left_out() -> None:
    pages = [
        [f"The Courier, page {n}", FULL, f"and part {word} of it."] for n, word in enumerate(("one", "two", "three"))
    ]
    assert "Courier" not in paragraphs(pages)
    assert "part two" in paragraphs(pages)


def test_no_lines_are_no_text() -> None:
    assert paragraphs([]) == ""
    assert paragraphs([[], ["", "12"]]) == ""


def test_a_long_word_and_a_long_paragraph_cost_no_time() -> None:
    assert len(paragraphs([["a" * 500_000]])) == 500_000
    assert len(paragraphs([["word " * 12 + "-"] * 8_000])) > 400_000
