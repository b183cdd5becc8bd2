"""The sentence around evidence, by offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.export.excerpt import excerpt, sentence
from volteface.record import Evidence
from volteface.record.words import ReportId


def found(text: str, words: str) -> str:
    start = text.index(words)
    return text[slice(*sentence(text, start, start + len(words)))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It rained. He resigned. All left.", "resigned", "He resigned."),
        ("It rained. He resigned. All left.", "rained. He", "It rained. He resigned."),
        ("It rained! Mr. Reed met Dr. Oyelaran. All left.", "met", "Mr. Reed met Dr. Oyelaran."),
        ("Then U.S. Troops left. All cheered.", "left", "Then U.S. Troops left."),
        ('He said: "No." Then he left.', "No", 'He said: "No."'),
        ("He waited … and left. So did I.", "left", "He waited … and left."),
        ("He lives at No. 10. So do I.", "lives", "He lives at No. 10."),
        ("Turmoil\n\nHe resigned\n\nAll left.", "resigned", "He resigned"),
        ("He\nresigned. All left.", "resigned", "He\nresigned."),
        ("هل رفض؟ نعم رفض.", "هل", "هل رفض؟"),
        ("他辞职。大家走了。", "辞职", "他辞职。"),
        ("He resigned.", "He resigned.", "He resigned."),
    ],
)
def test_the_sentence_of(text: str, words: str, expected: str) -> None:
    assert found(text, words) == expected


@given(st.text(alphabet="aB.!? \n\"'…،؟", max_size=80), st.data())
def test_the_sentence_holds_the_evidence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


def shown(text: str, words: str, room: int) -> str:
    start = text.index(words)
    return str(excerpt(text, Evidence(ReportId("r"), start, start + len(words), words), room))


def test_a_short_sentence_is_shown_whole() -> None:
    assert shown("It rained. He, the\nmayor, resigned. All left.", "mayor", 60) == "He, the mayor, resigned."


def test_a_long_one_is_cut_between_words_around_the_evidence() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve."
    assert shown(text, "six", 24) == "…four five six seven…"


def test_long_evidence_is_cut_at_its_end() -> None:
    assert shown("one two three four five", "two three four", 10) == "…two three…"


def test_words_that_do_not_stand_there_are_shown_alone() -> None:
    assert str(excerpt("another text", Evidence(ReportId("r"), 0, 5, "words"))) == "words"


@given(st.text(max_size=300), st.data(), st.integers(20, 150))
def test_an_excerpt_is_one_line_of_about_the_room(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = str(excerpt(text, Evidence(ReportId("r"), start, end, text[start:end]), room))
    assert len(quote) <= room + 3
    assert "\n" not in quote
