"""Text out of a report -> text that may be printed.

What a report says never steers the terminal: no control character passes, and no override of the writing direction.
"""

import re
import unicodedata

# U+202D and U+202E turn the order of what follows, so that a quote reads as what it is not; right-to-left text itself,
# its marks and its isolates stay. U+FFF9-U+FFFB hide text between them.
_FORGING = (0x202D, 0x202E, 0xFFF9, 0xFFFA, 0xFFFB)
_LINE_BREAKS = (*range(0x09, 0x0E), 0x85, 0x2028, 0x2029)

_CONTROLS = [code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc"]
_DROPPED = dict.fromkeys((*_CONTROLS, *_FORGING))
_FLAT = _DROPPED | dict.fromkeys(_LINE_BREAKS, " ")
_LINED = _DROPPED | {code: chr(code) for code in (0x09, 0x0A, 0x0D)}
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def flat(text: str) -> str:
    """One line of printable text; runs of white space become one blank, also at the ends."""
    return _SPACES.sub(" ", _SURROGATE.sub("\ufffd", text.translate(_FLAT)))


def clean(text: str) -> str:
    """One line of printable text without blanks around it."""
    return flat(text).strip()


def paired(line: str) -> str:
    """The line without a quotation mark whose other half is not in it."""
    if line.count('"') % 2:
        before, _, after = line.rpartition('"')
        line = before + after
    for opening, closing in ("“”", "«»"):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    return line


def lined(text: str) -> str:
    """Printable text that keeps its line breaks and tabs."""
    return _SURROGATE.sub("\ufffd", text.translate(_LINED))
