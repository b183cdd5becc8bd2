"""Bytes of a text file -> its characters, as UTF-8 or in the encoding that the user named.

Nothing is decoded on a guess: what is not UTF-8 is an InputError that names the likely encoding.
"""

from typing import TYPE_CHECKING

from volteface.errors import InputError
from volteface.reading.draft import lf_only
from volteface.settings import Settings

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

SAMPLE = 32_768  # bytes around the first fault, from which the encoding is guessed

# Encodings that reports are found in, the more frequent first.
FREQUENT = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2", "iso8859_5", "iso8859_7"),
    *("koi8_r", "cp932", "euc_jp", "gb18030", "big5", "euc_kr", "utf_16", "utf_16_le", "utf_16_be", "utf_32"),
)

# First bytes of files that are often given for text, and what to do about them.
SIGNATURES = (
    (b"%PDF-", "is a PDF; name it .pdf"),
    (b"PK\x03\x04", "is a ZIP archive or an office document; save it as text or PDF"),
    (b"\xd0\xcf\x11\xe0", "is an office document; save it as text or PDF"),
    (b"{\\rtf", "is rich text (RTF); save it as plain text"),
    (b"\x1f\x8b", "is compressed (gzip); unpack it first"),
    (b"\x89PNG", "is a picture; give a file with the text of a report"),
    (b"\xff\xd8\xff", "is a picture; give a file with the text of a report"),
)


def decode(raw: bytes, settings: Settings) -> str:
    """The characters of a text file, without a byte order mark and with LF for CRLF and CR."""
    for signature, fault in SIGNATURES:
        if raw.startswith(signature):
            raise InputError(fault)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return lf_only(_named(raw, error.start, settings.encoding))
    return lf_only(_named(raw, raw.index(0), settings.encoding) if "\x00" in text else text)


def likely_encoding(raw: bytes, fault: int = 0) -> str | None:
    """The encoding that the bytes around the fault suggest; None where they are no text.

    Several often read the same bytes, alike or with letters as likely; the most frequent of them is named.
    """
    from charset_normalizer import from_bytes

    start = max(0, fault - SAMPLE // 4) // 4 * 4
    sample = raw[start : start + SAMPLE]
    found = from_bytes(sample, cp_isolation=list(FREQUENT))
    best = found.best() or from_bytes(sample).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return None
    alike = {name for match in found if _rank(match) == _rank(best) for name in match.could_be_from_charset}
    return next((name for name in FREQUENT if name in alike), best.encoding)


def _rank(match: "CharsetMatch") -> tuple[float, float]:
    return match.chaos, match.coherence


def _named(raw: bytes, fault: int, encoding: str | None) -> str:
    """The text in the encoding that the user named; without one, an InputError that names the likely one."""
    if encoding is None:
        raise _undecodable(raw, fault)
    try:
        text = raw.decode(encoding)
        text.encode("utf-8")
    except UnicodeError as error:
        raise InputError(f"is neither UTF-8 nor {encoding} ({error}); name its encoding with `--encoding`") from error
    return text.removeprefix("\ufeff")


def _undecodable(raw: bytes, fault: int) -> InputError:
    likely = likely_encoding(raw, fault)
    if likely is None or (0 in raw and not _is_wide(raw, likely)):
        return InputError(f"is not text (byte {fault:,} belongs to no character); save the report as text in UTF-8")
    name = likely.replace("_", "-")
    return InputError(f"is not UTF-8 (byte {fault:,}); it looks like {name}: read it with `--encoding {name}`")


def _is_wide(raw: bytes, encoding: str) -> bool:
    """UTF-16 and UTF-32 alone hold zero bytes, and they begin with a mark or hold many."""
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    return encoding.startswith(("utf_16", "utf_32")) and (marked or 5 * raw.count(0) > len(raw))
