"""Which coder reads a report, by its language."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from volteface.coding.coder import CODERS, Coded, Coder, coder_for
from volteface.record import Report
from volteface.settings import DEFAULTS, Settings


class Silent:
    """Reads its languages and files nothing."""

    def __init__(self, name: str, *languages: str) -> None:
        self.name = name
        self.languages = languages

    def code(self, reports: Sequence[Report]) -> Iterator[Coded]:
        return (Coded(actors=(), attributions=(), claims=(), reasons={}) for _ in reports)


ENGLISH, NORDIC, LATER = Silent("english", "en"), Silent("nordic", "da", "nb"), Silent("later", "en", "fr")
ALL: list[Coder] = [ENGLISH, NORDIC, LATER]


@pytest.mark.parametrize(
    ("language", "coder"),
    [
        ("en", ENGLISH),
        ("en-GB", ENGLISH),
        ("EN", ENGLISH),
        ("en-Latn-US", ENGLISH),
        (None, ENGLISH),
        ("nb-NO", NORDIC),
        ("da", NORDIC),
        ("fr-CA", LATER),
    ],
)
def test_a_report_goes_to_the_first_coder_that_reads_its_language(language: str | None, coder: Coder) -> None:
    assert coder_for(language, ALL) is coder


@pytest.mark.parametrize("language", ["de", "e", "eng", "sv-FI", "x-en"])
def test_no_coder_reads_a_language_that_none_names(language: str) -> None:
    assert coder_for(language, ALL) is None


def test_without_coders_nothing_is_read() -> None:
    assert coder_for("en", []) is None


@pytest.mark.parametrize("make", CODERS)
def test_every_coder_has_a_versioned_name_and_short_languages(make: Callable[[Settings], Coder]) -> None:
    coder = make(DEFAULTS)
    assert coder.name.count("/") == 1
    assert coder.languages
    assert all(language == language.lower() and "-" not in language for language in coder.languages)
