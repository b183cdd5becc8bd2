"""What a format found in a file -> a Report, or an InputError that says why it is none.

Every format passes through `finish`, so a report is checked alike wherever it came from; past it, the text stays as is.
"""

import re

from msgspec import Struct

from volteface.errors import InputError
from volteface.reading.dates import iso_date
from volteface.reading.language import NO_LANGUAGE, detect, normal_tag
from volteface.record import Report
from volteface.record.ids import report_id
from volteface.settings import Settings

FIELD_LENGTH = 500  # of a title, publisher or date; the rest is cut
URL_LENGTH = 4_000  # a longer one is no address anybody can follow, and half of one is none either
CONTROL_SHARE = 0.05  # above this share of control characters it is a binary file that happens to decode

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class Draft(Struct, frozen=True, kw_only=True):
    """A report as its file tells it, unchecked; `place` says where in the file it stood ("line 3")."""

    text: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    place: str = ""


class Fault(Struct, frozen=True):
    """One part of a file that is no report; the parts beside it are still read."""

    place: str
    message: str


def finish(draft: Draft, settings: Settings) -> tuple[Report, bool]:
    """The report, and whether its language was only assumed; settings fill what the draft lacks."""
    text = lf_only(draft.text)
    check_length(text, settings)
    check_words(text)
    publisher = one_line(draft.publisher) or one_line(settings.publisher)
    date = _date(draft, settings)
    url = _url(draft.url)
    language, assumed = _language(draft, settings, text)
    report = Report(
        id=report_id(publisher=publisher, date=date, url=url, text=text),
        title=one_line(draft.title),
        publisher=publisher,
        date=date,
        language=language,
        url=url,
        text=text,
    )
    return report, assumed


def lf_only(text: str) -> str:
    """CRLF and CR become LF; nothing else changes."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def one_line(value: str | None) -> str | None:
    """A field on one line without control characters, cut at 500; None where nothing is left."""
    if not value:
        return None
    line = " ".join(_CONTROL.sub(" ", value[: 20 * FIELD_LENGTH]).split())
    return line if len(line) <= FIELD_LENGTH else line[: FIELD_LENGTH - 1].rstrip() + "…"


def check_length(text: str, settings: Settings) -> None:
    """Raises InputError for a text longer than one report may be."""
    if len(text) > settings.characters:
        raise InputError(
            f"has {len(text):,} characters, more than the {settings.characters:,} that one report may have; "
            f"split it, or raise the limit with `--max-characters {len(text)}`"
        )


def check_words(text: str) -> None:
    """Raises InputError for a text that is empty, binary or without a single letter."""
    if not text.strip():
        raise InputError("is empty; give a file with the text of a report")
    if "\x00" in text or len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise InputError("is not text (it holds binary characters); save the report as text in UTF-8")
    if not any(c.isalpha() for c in text):
        raise InputError("has no words (not one letter); give a file with the text of a report")


def _date(draft: Draft, settings: Settings) -> str | None:
    date = one_line(draft.date) or settings.date
    return iso_date(date) if date else None


def _url(url: str | None) -> str | None:
    return one_line(url) if url is None or len(url) <= FIELD_LENGTH else _long_url(url)


def _long_url(url: str) -> str | None:
    joined = "".join(_CONTROL.sub("", url).split())
    return joined if len(joined) <= URL_LENGTH else None


def _language(draft: Draft, settings: Settings, text: str) -> tuple[str, bool]:
    given = one_line(draft.language) or settings.language
    if given:
        return normal_tag(given), False
    guess = detect(text)
    if guess.language == NO_LANGUAGE:
        raise InputError("has too few words to tell its language; if it is a report, give it by `--language`")
    return guess.language, guess.assumed
