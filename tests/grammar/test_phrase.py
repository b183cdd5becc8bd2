"""Head words and the phrases they stand for."""

import pytest

from tests.coding.conftest import parse_one
from volteface.grammar import clause_span, conjuncts, phrase


def head(text: str, word: str) -> str:
    parsed = parse_one(text)
    span = phrase(parsed, next(w.i for w in parsed.words if w.text == word))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The new plan for the port, which nobody liked, failed.", "plan", "The new plan for the port"),
        ("Maria Lund, the mayor, resigned.", "Lund", "Maria Lund"),
        ("The king and the queen left.", "king", "The king"),
        ("They met the old governor's aide.", "aide", "the old governor's aide"),
    ],
)
def test_a_phrase_holds_what_narrows_it_and_no_more(sentence: str, word: str, expected: str) -> None:
    assert head(sentence, word) == expected


def test_conjuncts_come_apart() -> None:
    parsed = parse_one("The envoy met soldiers, farmers and bishops.")
    first = next(w.i for w in parsed.words if w.text == "soldiers")
    assert [parsed.words[i].text for i in conjuncts(parsed, first)] == ["soldiers", "farmers", "bishops"]


def test_a_clause_leaves_out_the_clause_beside_it() -> None:
    text = "The general signed the pact and the queen left."
    parsed = parse_one(text)
    span = clause_span(parsed, next(w.i for w in parsed.words if w.text == "signed"))
    assert text[span.start : span.end] == "The general signed the pact"
