"""Web pages: the report without what surrounds it; hollow, walled and hostile pages are refused."""

from collections.abc import Callable

import pytest

from volteface.reading.html import decode_page
from volteface.record import Report

from .pages import PARAGRAPHS, STORY, web_page

ReadOne = Callable[..., Report]
ReadBad = Callable[..., str]

HEAD = (
    "<title>Coalition shaken - The Courier</title>"
    '<meta property="og:site_name" content="The Courier">'
    '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
    '<link rel="canonical" href="https://courier.example/coalition">'
)


def test_a_page_gives_its_report(report: ReadOne) -> None:
    got = report("a.html", web_page(head=HEAD))
    assert (got.title, got.publisher, got.date) == ("Coalition shaken", "The Courier", "2024-03-05")
    assert (got.language, got.url) == ("en-GB", "https://courier.example/coalition")
    assert got.text == "\n".join(STORY)


def test_menus_comments_and_scripts_stay_out(report: ReadOne) -> None:
    body = (
        '<nav><a href="/">Home</a><a href="/w">World</a></nav>'
        f"<article><h1>Coalition shaken</h1>{PARAGRAPHS}</article>"
        '<div id="comments" class="comments"><p>A reader writes that this is a fine report indeed.</p></div>'
        "<script>var hidden = 'The minister lied.';</script><footer><p>Copyright The Courier</p></footer>"
    )
    text = report("a.htm", web_page(body, HEAD)).text
    assert all(line in text for line in STORY)
    assert not any(word in text for word in ("Home", "reader", "hidden", "Copyright"))


def test_a_date_is_declared_never_searched_for(report: ReadOne) -> None:
    assert (
        report("a.html", web_page(f"<article>{PARAGRAPHS}<p>It was so in March 2019 too.</p></article>")).date is None
    )


GERMAN = "Der Präsident erklärte, die Gespräche über Zölle seien „gut“ verlaufen. " * 3


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "made-up", "hex", "idna"])
def test_utf8_is_utf8_whatever_the_page_declares(charset: str) -> None:
    page = web_page(GERMAN, f'<meta charset="{charset}">')
    assert decode_page(page.encode("utf-8")) == page


@pytest.mark.parametrize(
    "head", ['<meta charset="iso-8859-1">', "<META http-equiv='x' content='text/html; charset=cp1252'>", ""]
)
def test_a_page_in_cp1252_is_read_declared_or_not(head: str) -> None:
    page = web_page(GERMAN, head)
    assert decode_page(page.encode("cp1252")) == page


def test_a_page_in_utf16_is_read_by_its_mark() -> None:
    assert decode_page(web_page(GERMAN).encode("utf-16")).endswith(web_page(GERMAN))


def test_a_declared_encoding_of_plain_bytes_counts() -> None:
    page = web_page("首相は否定した。", '<meta charset="iso-2022-jp">')
    assert decode_page(page.encode("iso-2022-jp")) == page


def test_a_report_on_a_law_about_cookies_is_a_report(report: ReadOne) -> None:
    body = (
        "<article><h1>Cookie law passed</h1><p>Parliament passed a law on the use of cookies by 404 votes to 12.</p>"
        "<p>Ministers said that consent would be needed, and that users could accept all or reject all of them.</p>"
        "</article>"
    )
    assert "404 votes" in report("a.html", web_page(body)).text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "holds no text"),
        ("<div id=app></div><script>start()</script>", "holds no text"),
        ("<noscript>Please enable JavaScript to continue.</noscript>", "needs JavaScript"),
        (
            "<h1>Before you go on</h1><p>We value your privacy. We and our partners keep cookies on your device to "
            "choose advertisements.</p><button>Accept all</button><button>Reject all</button>",
            "a consent page",
        ),
        ("<h1>One moment</h1><p>Please verify you are human to go on to the site.</p>", "a robot check"),
        ("<h1>Sorry</h1><p>The page you are looking for has moved or never was.</p>", "an error page"),
        ("<p>Subscribe to continue reading.</p><p>Already a subscriber? Here is the door.</p>", "behind a sign-in"),
        ("<ul>" + "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(40)) + "</ul>", "holds no prose"),
    ],
)
def test_a_page_that_is_no_report_says_why(problem: ReadBad, body: str, reason: str) -> None:
    message = problem("a.html", web_page(body))
    assert reason in message
    assert "paste the report's text into a .txt file" in message


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>"])
def test_ten_thousand_nested_tags_are_one_answer(read: Callable[..., list[object]], tag: str) -> None:
    assert len(read("a.html", f"<html><body>{tag * 10_000}{PARAGRAPHS}</body></html>")) == 1


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (b"", "is empty"),
        (b"%PDF-1.4", "name it .pdf"),
        (bytes(i * 7919 % 256 for i in range(4000)), "is not text"),
        (b"<html " + b"a" * 5_000_000 + b">", "holds no text"),
        (b"<meta " * 500_000, "holds no text"),
    ],
)
def test_hostile_pages_are_one_clear_problem(problem: ReadBad, page: bytes, fault: str) -> None:
    assert fault in problem("a.html", page)


def test_a_page_longer_than_a_report_is_refused(problem: ReadBad) -> None:
    assert "--max-characters" in problem("a.html", web_page(f"<article>{PARAGRAPHS * 20}</article>"), characters=500)
