"""A text -> its time expressions, each with the dates that it means; words of the report, dates only where they follow.

A date is as exact as the words: "in May" is a month, "last week" the month that holds it, "for years" no date at all.
What is relative is reckoned from the report's date and stays words without one. Past unless told as to come.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from volteface.grammar import Span
from volteface.record import Time


class Reckoning(NamedTuple):
    """What a relative expression is reckoned from: the report's day, the day told last, and whether it is to come."""

    day: date | None
    last: date | None
    ahead: bool


class Expression(NamedTuple):
    """A time expression: its span with the preposition, that preposition, its kind and the match that read it."""

    span: Span
    preposition: str
    kind: str
    match: re.Match[str]


Days = tuple[str | None, str | None]  # first and last day, ISO, maybe partial
_NOTHING: Days = (None, None)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_YEAR = r"(?:1[89]|20)\d\d"
_NUMBER = (
    r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a few|several"
    r"|a couple of|some|many)"
)
_UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)s?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = (
    rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?![\d-])",
    rf"(?P<dmy>\d{{1,2}}{_ORDINAL}(?: of)? {_MONTH}(?:,? {_YEAR})?)(?!\w)",
    rf"(?P<mdy>{_MONTH} \d{{1,2}}{_ORDINAL}(?![\d:])(?:,? {_YEAR}(?!\d))?)(?!\w)",
    rf"(?P<dotted>\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})(?![\w/])",
    rf"(?P<month>(?:(?:mid|early|late)[- ])?(?:(?:last|next|this) )?{_MONTH}"
    rf"(?:(?:,| of)? (?:{_YEAR}|(?:last|the last|this|next) year))?)(?!\w)",
    rf"(?P<weekday>(?:(?:last|next|this|late|early|coming) )?{_WEEKDAY}"
    r"(?: (?:morning|afternoon|evening|night))?)(?!\w)",
    r"(?P<named>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)(?!\w)",
    r"(?P<period>(?:early |late |earlier |later )?(?:last|this|next|past|previous|coming)"
    rf" (?:week|month|year|fortnight|{_SEASON})(?!end))(?!\w)",
    r"(?P<weekend>(?:last |next |this |the )?weekend)(?!\w)",
    rf"(?P<season>(?:the )?{_SEASON}(?: of)? {_YEAR}|the {_SEASON}|(?<=in ){_SEASON}|(?<=ince ){_SEASON})(?!\w)",
    rf"(?P<distance>{_NUMBER} {_UNIT} (?:ago|earlier|later|before|after))(?!\w)",
    rf"(?P<span>(?:the (?:past|last) )?{_NUMBER} {_UNIT}|years|decades|months|weeks|generations)(?!\w)",
    r"(?P<decade>(?:the )?(?:early |late |mid-)?(?:1[89]|20)\d0s)(?!\w)",
    rf"(?P<years>{_YEAR}(?:[-–/]\d\d(?:\d\d)?)?)(?![\w-]|[.,]\d)",
)
_PREPOSITION = (
    r"(?:(?P<preposition>as (?:late|early|recently|far back) as|ever since|since|until|till|by|from|before|after|for"
    r"|through|throughout|during|over|in|on|at|of|within|between|to|and)\s+)?"
    r"(?:(?:the (?:end|beginning|start|middle|(?:first|second|third|last) (?:week|half|days|months|quarter)) of)\s+)?"
)
_EXPRESSION = re.compile(rf"(?<![\w-])(?P<all>{_PREPOSITION}(?:{'|'.join(_FORMS)}))", re.IGNORECASE)
_CAPITAL = re.compile(rf"(?-i:{_MONTH}|{_WEEKDAY})")
_NEEDS_PREPOSITION = re.compile(r"May|March|\w{3,4}\.?")  # words and names before they are months: "Jan", "April"
_MONTHS = {name.lower()[:3]: k for k, name in enumerate(calendar.month_name) if name}
_WEEKDAYS = {name.lower(): k for k, name in enumerate(calendar.day_name)}
_NUMBERS = {
    w: n
    for n, words in enumerate(
        [
            "",
            "a an one",
            "two a_couple_of",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
    for w in words.split()
} | {"fifteen": 15, "twenty": 20}


def expressions(text: str) -> list[Expression]:
    """Every time expression of a text, in order."""
    return [e for m in _EXPRESSION.finditer(text) if (e := _expression(m))]


def _expression(match: re.Match[str]) -> Expression | None:
    kind = next(k for k in READERS if match.group(k))
    preposition = " ".join((match.group("preposition") or "").lower().split())
    if kind in ("month", "mdy", "dmy", "weekday") and not _CAPITAL.search(match.group(kind)):
        return None
    if kind == "month" and not preposition and _NEEDS_PREPOSITION.fullmatch(match.group(kind)):
        return None
    start = match.start("all") if preposition not in ("of", "and", "to") else match.start(kind)
    return Expression(Span(start, match.end("all")), preposition, kind, match)


def time_of(expression: Expression, text: str, reckoning: Reckoning) -> Time:
    """The dates that an expression means and its words."""
    first, last = READERS[expression.kind](expression.match.group(expression.kind), reckoning)
    words = " ".join(text[expression.span.start : expression.span.end].split())
    if expression.preposition in ("since", "ever since", "from"):
        last = None
    elif expression.preposition in ("until", "till", "by", "before", "through"):
        first, last = None, last if expression.preposition != "before" else first
    elif expression.preposition == "after":
        last = None
    return Time(start=first, end=last, text=words)


# --- readers: the words of one form -> first and last day ---


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(day: date | None) -> Days:
    return (day.isoformat(), day.isoformat()) if day else _NOTHING


def _partial(text: str) -> Days:
    return text, text


def _year(words: str) -> int | None:
    found = re.search(_YEAR + r"$", words)
    return int(found.group()) if found else None


def _month(words: str) -> int:
    found = _CAPITAL.search(words)
    return _MONTHS[found.group().lower()[:3]] if found else 1


def _iso(words: str, reckoning: Reckoning) -> Days:
    """ "2019-10" and "2019-10-04" as they stand."""
    year, month, *day = (int(x) for x in words.split("-"))
    if day:
        return _one(_day(year, month, day[0]))
    return _partial(words) if 1 <= month <= 12 else _NOTHING


def _month_and_day(words: str, reckoning: Reckoning) -> Days:
    """ "8 March 2019", "March 8": without a year, the nearest such day."""
    number = re.search(r"\d{1,2}", words)
    day, month, year = int(number.group()) if number else 1, _month(words), _year(words)
    if year:
        return _one(_day(year, month, day))
    if reckoning.day is None:
        return _NOTHING
    return _one(_nearest([_day(reckoning.day.year + k, month, day) for k in (-1, 0, 1)], reckoning))


_SOON = 60  # days ahead that a day without a year may lie though told in the past: "was due on 15 December"


def _nearest(days: list[date | None], reckoning: Reckoning) -> date | None:
    now = reckoning.day
    assert now is not None
    known = sorted(d for d in days if d)
    past, future = [d for d in known if d <= now], [d for d in known if d > now]
    if future and (reckoning.ahead or not past):
        return future[0]
    if future and (future[0] - now).days <= _SOON and (now - past[-1]).days > 2 * _SOON:
        return future[0]
    return past[-1] if past else None


def _dotted(words: str, reckoning: Reckoning) -> Days:
    """ "8.3.2019" is day first, as is "8/3/2019" unless only the other way makes a date."""
    day, month, year = (int(x) for x in re.split(r"[./]", words))
    return _one(_day(year, month, day) or _day(year, day, month))


def _named_month(words: str, reckoning: Reckoning) -> Days:
    """ "May 2019", "last May", "in May": without a year, the latest such month, or the next where it is to come."""
    month, year, low = _month(words), _year(words), words.lower()
    if year is None and reckoning.day:
        now = reckoning.day
        if low.endswith("year"):
            year = now.year + (-1 if " last " in f" {low} " else 1 if " next " in f" {low} " else 0)
        elif low.startswith("next") or (reckoning.ahead and "last" not in low):
            year = now.year + (month < now.month or (low.startswith("next") and month == now.month))
        else:
            year = now.year - (month > now.month or (low.startswith("last") and month == now.month))
    return _partial(f"{year}-{month:02}") if year else _NOTHING


def _weekday(words: str, reckoning: Reckoning) -> Days:
    """ "Tuesday": the latest one, the report's own day included; the next one where it is to come."""
    if reckoning.day is None:
        return _NOTHING
    low = words.lower()
    wanted = next(k for name, k in _WEEKDAYS.items() if name in low)
    back = (reckoning.day.weekday() - wanted) % 7
    if low.startswith(("next", "coming")) or (reckoning.ahead and not low.startswith("last")):
        return _one(reckoning.day + timedelta(7 - back))
    return _one(reckoning.day - timedelta(back or (7 if low.startswith("last") else 0)))


def _named_day(words: str, reckoning: Reckoning) -> Days:
    """ "yesterday", "tomorrow", "this morning"."""
    if reckoning.day is None:
        return _NOTHING
    away = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words.lower(), 0)
    return _one(reckoning.day + timedelta(away))


def _period(words: str, reckoning: Reckoning) -> Days:
    """ "last week" is the month that holds the week, if one does; "next year" a year; "last spring" a year if sure."""
    if reckoning.day is None:
        return _NOTHING
    low = words.lower()
    step = -1 if re.search(r"last|previous|past", low) else 1 if re.search(r"next|coming", low) else 0
    unit = low.split()[-1]
    if unit in _REACH:
        return _partial(_reached(reckoning.day, step, unit))
    return _season_of(unit, step, reckoning.day)


_FARTHEST = 200_000  # days: five centuries
_REACH = {"week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652, "day": 1, "night": 1}


def _reached(day: date, steps: int, unit: str) -> str:
    """The day that lies so many units away, as exact as the unit is."""
    if unit in ("year", "decade"):
        return f"{day.year + steps * (10 if unit == 'decade' else 1):04}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + steps
        return f"{months // 12:04}-{months % 12 + 1:02}"
    there = day + timedelta(_REACH[unit] * steps)
    if unit in ("day", "night"):
        return there.isoformat()
    monday = there - timedelta(there.weekday())
    sunday = monday + timedelta(6)
    return monday.isoformat()[:7] if monday.month == sunday.month else there.isoformat()[:7]


_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}  # winter lies in two years


def _season_of(season: str, step: int, day: date) -> Days:
    """The year of the latest season, or of the next one; "last spring" in autumn is this year's."""
    begins = _BEGINS.get(season)
    if begins is None:
        return _NOTHING
    over = day.month >= begins + 3
    year = day.year + (1 if step > 0 and over else -1 if step < 0 and not over else 0)
    return _partial(f"{year:04}")


def _season(words: str, reckoning: Reckoning) -> Days:
    """ "the summer of 2019", "in the summer"."""
    if year := _year(words):
        return _partial(str(year))
    if reckoning.day is None:
        return _NOTHING
    season = words.lower().split()[-1]
    begun = reckoning.day.month >= _BEGINS.get(season, 12)
    return _season_of(season, 1 if reckoning.ahead else 0 if begun else -1, reckoning.day)


def _weekend(words: str, reckoning: Reckoning) -> Days:
    """The latest Saturday and Sunday, or the next where they are to come."""
    if reckoning.day is None:
        return _NOTHING
    now = reckoning.day
    saturday = now - timedelta((now.weekday() - 5) % 7)
    if words.lower().startswith("next") or reckoning.ahead or "this" in words.lower():
        saturday = now + timedelta((5 - now.weekday()) % 7)
    return saturday.isoformat(), (saturday + timedelta(1)).isoformat()


def _distance(words: str, reckoning: Reckoning) -> Days:
    """ "ten days ago" from the report's day; "two days earlier" from the day told last."""
    *number, unit, way = words.lower().split()
    count = _NUMBERS.get("_".join(number)) or (int(number[0]) if number[0].isdigit() else None)
    start = reckoning.day if way == "ago" else reckoning.last if way in ("earlier", "later") else None
    unit = unit.removesuffix("s")
    if start is None or count is None or unit not in _REACH or count * _REACH[unit] > _FARTHEST:
        return _NOTHING
    return _partial(_reached(start, count if way == "later" else -count, unit))


def _span(words: str, reckoning: Reckoning) -> Days:
    """ "for three years": how long, not when."""
    return _NOTHING


def _decade(words: str, reckoning: Reckoning) -> Days:
    """ "the 1990s": first and last year."""
    first = int(words[-5:-1])
    return str(first), str(first + 9)


def _years(words: str, reckoning: Reckoning) -> Days:
    """ "2019", "2018-19"."""
    first, *last = re.split(r"[-–/]", words)
    return first, (first[: 4 - len(last[0])] + last[0] if last else first)


READERS: dict[str, Callable[[str, Reckoning], Days]] = {
    "iso": _iso,
    "dmy": _month_and_day,
    "mdy": _month_and_day,
    "dotted": _dotted,
    "month": _named_month,
    "weekday": _weekday,
    "named": _named_day,
    "period": _period,
    "weekend": _weekend,
    "season": _season,
    "distance": _distance,
    "span": _span,
    "decade": _decade,
    "years": _years,
}
