"""Dates: ISO 8601, whole or partial; all else is refused."""

import pytest

from volteface.errors import InputError
from volteface.reading.dates import iso_date, iso_date_or_none


@pytest.mark.parametrize(
    "value",
    ["2024", "2024-03", "2024-02-29", "2024-03-05T10:00", "2024-03-05T10:00:00Z", "2024-03-05T10:00:00.5+01:00"],
)
def test_iso_dates_stay_as_they_are(value: str) -> None:
    assert iso_date(value) == value


def test_a_blank_before_the_clock_becomes_a_t() -> None:
    assert iso_date(" 2024-03-05 10:00 ") == "2024-03-05T10:00"


@pytest.mark.parametrize(
    "value",
    [
        "5 March 2024",
        "05/03/2024",
        "2024-13",
        "2023-02-29",
        "2024-3-5",
        "20240305",
        "24",
        "0000",
        "2024-03-05T25:00",
        "٢٠٢٤",
    ],
)
def test_what_is_no_date_says_how_to_write_one(value: str) -> None:
    with pytest.raises(InputError, match="2024-03-05T10:00:00Z"):
        iso_date(value)
    assert iso_date_or_none(value) is None
