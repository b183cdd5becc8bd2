"""Web pages and PDFs made by hand for the tests: a story, a page around it, and the few objects a PDF needs."""

STORY = (
    "The prime minister said on Tuesday that her party would leave the coalition unless the budget was changed.",
    "Two officials told the agency that the finance minister had rejected the demand in a letter to her office.",
    "Her spokesman denied that any such letter had arrived.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)


def web_page(body: str = f"<article><h1>Coalition shaken</h1>{PARAGRAPHS}</article>", head: str = "") -> str:
    return f'<!doctype html><html lang="en-gb"><head>{head}</head><body>{body}</body></html>'


def pdf(*pages: list[str], info: str = "", catalog: str = "") -> bytes:
    """A PDF with one line of text below the other on each page."""
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for i, lines in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(_stream(lines))
    objects.append(f"<< {info} >>")
    return _file([o.encode("cp1252") for o in objects])


def _stream(lines: list[str]) -> str:
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}ET" if lines else ""
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (size, size - 1)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n" % (size, table, trailer, len(out))
