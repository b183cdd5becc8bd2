"""The view of a parse: offsets hold, sentences keep inside paragraphs, quotations are found, nothing hangs."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coding.conftest import parse_one
from volteface.errors import UsageError
from volteface.grammar import parse
from volteface.grammar.parse import load
from volteface.grammar.quotations import quotations


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_every_word_stands_at_its_offsets(text: str) -> None:
    parsed = parse_one(text)
    for word in parsed.words:
        if not any(c.isspace() for c in text[word.start : word.end]):
            assert text[word.start : word.end] == word.text
    assert all(a.end <= b.start for a, b in zip(parsed.words, parsed.words[1:], strict=False))


def test_heads_stay_inside_their_sentence() -> None:
    parsed = parse_one("The king left.\n\nThe queen, who had stayed, spoke. She was brief.")
    assert len(parsed.sentences) == 3
    assert all(parsed.words[w.head].sentence == w.sentence for w in parsed.words)


def test_a_dateline_does_not_join_the_sentence() -> None:
    parsed = parse_one("ARDAH - The prime minister resigned on Monday.")
    assert [parsed.text[slice(*parsed.sentence_span(k))] for k in range(2)] == [
        "ARDAH -",
        "The prime minister resigned on Monday.",
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no deal" and left.', ["no deal"]),
        ("He said “no deal” and left.", ["no deal"]),
        ("He said ‘no deal’ and left; it’s the council’s plan.", ["no deal"]),
        ("« Pas de deal », he said.", [" Pas de deal "]),
        ("“It is over.\n\n“We leave,” he said.", ["It is over.", "We leave,"]),
        ("The council's plan isn't new.", []),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == inside


def test_a_model_that_is_not_installed_is_named_with_the_cure() -> None:
    with pytest.raises(UsageError, match="leave --model out"):
        load("no_such_pipeline")


@pytest.mark.parametrize("text", ["(" * 10_000, "A" * 50_000, "\n" * 5_000, "” “ " * 3_000, "a, " * 10_000])
def test_hostile_texts_end_soon(text: str) -> None:
    began = time.monotonic()
    for parsed in parse([text]):
        assert parsed.text == text
    assert time.monotonic() - began < 20
