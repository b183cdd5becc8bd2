"""Languages: BCP 47 tags made alike, and a guess that says when it is none."""

import pytest

from volteface.errors import InputError
from volteface.reading import Guess, detect
from volteface.reading.language import normal_tag, normal_tag_or_none

ENGLISH = "The prime minister said on Tuesday that her party would leave the coalition unless the budget was changed. "
GERMAN = "Die Regierungschefin sagte am Dienstag, ihre Partei werde die Koalition verlassen, falls der Etat so bleibe. "


def test_long_texts_are_detected() -> None:
    assert detect(ENGLISH * 2) == Guess("en", assumed=False)
    assert detect(GERMAN * 2) == Guess("de", assumed=False)


def test_short_texts_are_assumed_to_be_english() -> None:
    assert detect(GERMAN[:150]) == Guess("en", assumed=True)
    assert detect("He said no." + " " * 500) == Guess("en", assumed=True)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("EN", "en"),
        ("en_us", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("deu", "de"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1996-x-AB", "de-CH-1996-x-ab"),
    ],
)
def test_tags_are_written_alike(written: str, tag: str) -> None:
    assert normal_tag(written) == tag


@pytest.mark.parametrize("written", ["English", "e", "en GB", "", "en--gb"])
def test_what_is_no_tag_says_how_to_write_one(written: str) -> None:
    with pytest.raises(InputError, match="BCP 47"):
        normal_tag(written)
    assert normal_tag_or_none(written) is None
