"""PDFs: printed lines become paragraphs; scans, locked and broken files say what to do."""

import io
import random
from collections.abc import Callable

import pytest

from volteface.record import Report

from .pages import pdf

ReadOne = Callable[..., Report]
ReadBad = Callable[..., str]

PAGE = [
    "Coalition shaken",
    "The prime minister said on Tuesday that her govern-",
    "ment would leave the talks (at once) unless the budget",
    "was changed.",
    "Two officials told the agency that she had meant it.",
]


def test_lines_become_paragraphs(report: ReadOne) -> None:
    assert report("a.pdf", pdf(PAGE)).text == (
        "Coalition shaken\n\n"
        "The prime minister said on Tuesday that her government would leave the talks (at once) unless the budget "
        "was changed.\n\nTwo officials told the agency that she had meant it."
    )


def test_a_pdf_tells_its_title_day_and_language(report: ReadOne) -> None:
    got = report(
        "a.pdf", pdf(PAGE, info="/Title (Shaken) /CreationDate (D:20240305120000+01'00')", catalog="/Lang (en-us)")
    )
    assert (got.title, got.date, got.language) == ("Shaken", "2024-03-05", "en-US")


@pytest.mark.parametrize(
    "info", ["/Title (Microsoft Word - a.doc) /CreationDate (D:2024)", "/CreationDate (today)", ""]
)
def test_what_a_program_wrote_of_itself_is_no_title_or_date(report: ReadOne, info: str) -> None:
    got = report("a.pdf", pdf(PAGE, info=info))
    assert (got.title, got.date) == (None, None)


def test_a_scan_asks_for_text_recognition(problem: ReadBad) -> None:
    assert "run text recognition" in problem("a.pdf", pdf([], []))


def test_a_locked_pdf_asks_for_one_without_password(problem: ReadBad) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PAGE))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "save it without one" in problem("a.pdf", out.getvalue())


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "is empty"),
        (b"The minister said no.", "is not a PDF"),
        (pdf(PAGE)[:200], "broken PDF"),
        (b"%PDF-1.7\n" + random.Random(7).randbytes(100_000), "broken PDF"),
        (pdf(), "without pages"),
        (pdf(PAGE).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "PDF"),
    ],
)
def test_broken_pdfs_are_one_clear_problem(problem: ReadBad, raw: bytes, fault: str) -> None:
    message = problem("a.pdf", raw)
    assert fault in message


def test_a_pdf_longer_than_a_report_is_refused(problem: ReadBad) -> None:
    assert "--max-characters" in problem("a.pdf", pdf(PAGE * 8), characters=200)
