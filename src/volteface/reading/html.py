"""A web page -> one draft: the report's prose and what the page says about it; menus, comments and banners stay out.

The page is taken apart in a guarded child process and never fetches anything.
"""

import codecs
import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from volteface.errors import InputError
from volteface.reading.dates import iso_date_or_none
from volteface.reading.draft import Draft, check_length
from volteface.reading.encoding import SIGNATURES, likely_encoding
from volteface.reading.language import normal_tag_or_none
from volteface.reading.limits import guarded
from volteface.reading.prose import check_prose
from volteface.settings import Settings

if TYPE_CHECKING:
    from trafilatura.settings import Document

HEAD = 4_096  # bytes in which a page must declare its encoding
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# Dates are taken from what the page declares, not searched for in its words; the latest allowed date is fixed, so that
# the same page gives the same date on every day.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)"
)
_LANGUAGE = re.compile(r"<html\b[^>]{0,1000}?\blang\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_PAGE_CODEC = re.compile(r"iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|tis-620")


def read(raw: bytes, settings: Settings) -> Iterator[Draft]:
    """The one draft of a web page."""
    if not raw.strip():
        raise InputError("is empty; give a web page with a report on it")
    for signature, fault in SIGNATURES:
        if raw.startswith(signature):
            raise InputError(fault)
    import trafilatura  # noqa: F401  loaded once here, for every child

    yield guarded(partial(_report, raw, settings), settings.seconds)


def decode_page(raw: bytes, encoding: str | None = None) -> str:
    """The page's characters: by its byte order mark, as UTF-8, as it declares, as the user says, or as detected.

    UTF-8 goes before what is declared, because bytes that are no ASCII and still valid UTF-8 are UTF-8.
    """
    candidates: list[str | None] = [name for mark, name in BOMS if raw.startswith(mark)]
    declared = _declared(raw)
    candidates += [declared, "utf-8"] if declared and raw.isascii() else ["utf-8", declared]
    for name in [*candidates, encoding, likely_encoding(raw)]:
        text = _decoded(raw, name) if name else None
        if text is not None:
            return text
    raise InputError("is not text; save the page anew as HTML in UTF-8")


def _declared(raw: bytes) -> str | None:
    """The encoding that the page names, where it is one that pages are written in; Latin-1 means cp1252 on the web."""
    named = _DECLARED.search(raw[:HEAD].lower())
    if named is None:
        return None
    try:
        name = codecs.lookup((named[1] or named[2]).decode("ascii", "replace")).name
    except LookupError:
        return None
    if name == "iso8859-1":
        return "cp1252"
    return name if _PAGE_CODEC.fullmatch(name) else None


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except UnicodeError:
        return None
    return None if "\x00" in text else text


def _report(raw: bytes, settings: Settings) -> Draft:
    """What the page holds; runs in the child process."""
    page = decode_page(raw, settings.encoding)
    found = _found(page)
    text = _body(found)
    check_prose(text)
    check_length(text, settings)
    return Draft(
        text=text,
        title=found.title,
        publisher=found.sitename,
        date=iso_date_or_none(found.date),
        language=_page_language(page),
        url=found.url if str(found.url).startswith(("http://", "https://")) else None,
    )


def _found(page: str) -> "Document":
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=DATES)
    return found if isinstance(found, Document) else Document()


def _body(found: "Document") -> str:
    """The prose without the headline, which is the title already."""
    text: str = (found.text or "").encode("utf-8", "replace").decode("utf-8")
    first, _, rest = text.partition("\n")
    return rest if rest.strip() and first.strip() == (found.title or "").strip() else text


def _page_language(page: str) -> str | None:
    named = _LANGUAGE.search(page[:20_000])
    return normal_tag_or_none(named[1]) if named else None
