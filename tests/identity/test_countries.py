"""Names, adjectives, capitals and seats of countries; and the form of the list."""

import re

import pytest

from volteface.identity.countries import country_of, place
from volteface.identity.words import bodies, countries


@pytest.mark.parametrize(
    ("name", "code", "way"),
    [
        ("Kenya", "KEN", "name"),
        ("Kenyan", "KEN", "people"),
        ("Danes", "DNK", "people"),
        ("Ankara", "TUR", "capital"),
        ("Kremlin", "RUS", "seat"),
        ("Kosovo", "XKX", "name"),
        ("Taiwanese", "TWN", "people"),
        ("Palestine", "PSE", "name"),
        ("ISRAEL", "ISR", "name"),
        ("Norway", "NOR", "name"),
    ],
)
def test_a_name_points_to_its_country(name: str, code: str, way: str) -> None:
    found = place(name)
    assert found is not None
    assert (found.code, found.way) == (code, way)


@pytest.mark.parametrize("name", ["Brussels", "European Union", "EU", "NATO"])
def test_a_body_of_states_is_no_country(name: str) -> None:
    found = place(name)
    assert found is not None
    assert found.body
    assert country_of(name) is None


@pytest.mark.parametrize("name", ["Sadr", "kenya", "us", "turkey", "Monday", "", "Springfield"])
def test_other_words_point_to_none(name: str) -> None:
    assert place(name) is None


def test_every_code_is_alpha_3_and_every_country_has_a_name() -> None:
    assert len(countries()) >= 193
    assert all(re.fullmatch("[A-Z]{3}", code) for code in countries())
    assert all(state.names for state in (*countries().values(), *bodies().values()))
