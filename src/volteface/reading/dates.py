"""A date as written -> the same date in ISO 8601, which may be partial; anything else is an InputError.

A date is never completed or guessed: 2024-03 stays a month.
"""

import re
from datetime import date, datetime

from volteface.errors import InputError

_FORM = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d)"
    r"([T ](?P<clock>\d\d:\d\d(:\d\d([.,]\d+)?)?)(?P<zone>Z|[+-]\d\d(:?\d\d)?)?)?)?)?",
    re.ASCII,
)


def iso_date(value: str) -> str:
    """2024, 2024-03, 2024-03-05 and 2024-03-05T10:00:00Z are dates; "5 March", 05/03/2024 and 2024-13 are none."""
    form = _FORM.fullmatch(value.strip())
    if form is None or not _exists(form):
        raise InputError(
            f"has the date {value[:60]!r}, which is no date in ISO 8601; "
            "write it as 2024, 2024-03, 2024-03-05 or 2024-03-05T10:00:00Z"
        )
    return form.group().replace(" ", "T")


def iso_date_or_none(value: str | None) -> str | None:
    """The date where a page or a PDF gives a sound one; such metadata is often broken and blames nobody."""
    try:
        return iso_date(value) if value else None
    except InputError:
        return None


def _exists(form: re.Match[str]) -> bool:
    """The calendar has such a day, the clock such a time, and the zone such an offset."""
    day = f"{form['year']}-{form['month'] or '01'}-{form['day'] or '01'}"
    try:
        date.fromisoformat(day)
        if form["clock"]:
            datetime.fromisoformat(f"{day}T{form['clock']}{form['zone'] or ''}")
    except ValueError:
        return False
    return True
