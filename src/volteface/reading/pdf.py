"""A PDF -> one draft: the words of its pages as paragraphs, and its own title, date and language.

The file is taken apart in a guarded child process. A PDF of pictures has no words, and says so.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from volteface.errors import InputError
from volteface.reading.dates import iso_date_or_none
from volteface.reading.draft import Draft, check_length
from volteface.reading.language import normal_tag_or_none
from volteface.reading.limits import guarded
from volteface.reading.lines import paragraphs
from volteface.settings import Settings

if TYPE_CHECKING:
    from pypdf import PdfReader

HEAD = 1_024  # bytes in which a PDF must say that it is one
BROKEN = "open it in a PDF viewer and print it to a new PDF, or save its text as .txt"

# Titles that programs write of themselves.
_NO_TITLES = ("untitled", "microsoft word - ", "powerpoint presentation", "document", "slide 1")
_NO_TITLE_ENDS = (".doc", ".docx", ".odt", ".pdf", ".indd", ".qxd", ".rtf", ".tmp")


def read(raw: bytes, settings: Settings) -> Iterator[Draft]:
    """The one draft of a PDF."""
    if not raw:
        raise InputError("is empty; give a PDF with a report in it")
    if b"%PDF-" not in raw[:HEAD]:
        raise InputError("is not a PDF (it does not begin like one); name the file for what it is, or save it anew")
    import pypdf  # noqa: F401  loaded once here, for every child

    yield guarded(partial(_report, raw, settings), settings.seconds)


def _report(raw: bytes, settings: Settings) -> Draft:
    """What the PDF holds; runs in the child process."""
    reader = _opened(raw)
    text = paragraphs(list(_pages(reader, settings)))
    if not text:
        raise InputError("has no text layer (a scan or pictures only); run text recognition (OCR) over it first")
    return Draft(text=text, title=_title(reader), date=_date(reader), language=_language(reader))


def _opened(raw: bytes) -> "PdfReader":
    import io

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw))
        locked = reader.is_encrypted and not reader.decrypt("")
        if not locked and not len(reader.pages):
            raise InputError(f"is a PDF without pages; {BROKEN}")
    except DependencyError as error:  # a cipher that is read only with a package we do not ask for
        raise _locked() from error
    except PyPdfError as error:
        raise InputError(f"is a broken PDF ({str(error)[:100]}); {BROKEN}") from error
    if locked:
        raise _locked()
    return reader


def _locked() -> InputError:
    return InputError("is an encrypted PDF; open it with its password and save it without one")


def _pages(reader: "PdfReader", settings: Settings) -> Iterator[list[str]]:
    """The lines of each page; stops with an InputError where the whole grows longer than a report may be."""
    length = 0
    for page in reader.pages:
        words = page.extract_text().replace("\x00", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        length += len(words)
        if length > 2 * settings.characters:  # joining lines drops characters, but never half of them
            check_length(" " * length, settings)
        yield words.splitlines()


def _title(reader: "PdfReader") -> str | None:
    title = _own(reader, "/Title")
    low = title.lower()
    junk = low.startswith(_NO_TITLES) or low.endswith(_NO_TITLE_ENDS)
    return None if junk else title.encode("utf-8", "replace").decode("utf-8") or None


def _own(reader: "PdfReader", key: str) -> str:
    """What the file says of itself; "" where it says nothing."""
    return str(reader.metadata.get(key) or "").strip() if reader.metadata else ""


def _date(reader: "PdfReader") -> str | None:
    """D:20240305120000+01'00' is 2024-03-05: the day alone, since the hour is that of a program, not of a report."""
    written = _own(reader, "/CreationDate").removeprefix("D:")
    return iso_date_or_none(f"{written[:4]}-{written[4:6]}-{written[6:8]}")


def _language(reader: "PdfReader") -> str | None:
    return normal_tag_or_none(str(reader.root_object.get("/Lang") or "").strip())
