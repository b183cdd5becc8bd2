"""Forms of one name within one report: which later form may stand for which earlier one.

Given names that differ make different people, however alike the rest; a slip of spelling is forgiven only in words of
five letters and more that begin alike, or in two letters swapped.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’ʿʾ][^\W_]+)*")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "do",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "la",
        "le",
    ]
)
_SMALL = frozenset(
    ["of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "des", "du", "da", "do", "e", "y", "et"]
)
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "œ": "oe"})
_SUFFIX = re.compile(r"(?:['’]s?)$")


@lru_cache(maxsize=8192)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and possessive: "Vučić's" is ("vucic",), "al-Sadr" ("al", "sadr")."""
    plain = unicodedata.normalize("NFKD", _SUFFIX.sub("", name).casefold().translate(_LETTERS))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).replace("-", " ")))


@lru_cache(maxsize=8192)
def core(name: str) -> tuple[str, ...]:
    """The folded words that tell names apart: without "al", "de", "the"."""
    words = folded(name)
    return tuple(w for w in words if w not in _PARTICLES and w != "the") or words


def is_short_form(short: str, full: str) -> bool:
    """ "Marchbank", "E. Marchbank" and "Edith" stand for "Edith Marchbank"; "Edward Marchbank" does not."""
    few, many = core(short), core(full)
    if not few or len(few) > len(many):
        return False
    if few == many[-len(few) :] or few == many[: len(few)]:
        return True
    return _initials_agree(few, many)


def _initials_agree(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """ "A. Vucic" for "Aleksandar Vucic", "George Bush" for "George W. Bush"."""
    if few[-1] != many[-1] or len(few) < 2:
        return False
    return all(any(_abbreviates(w, m) for m in many[:-1]) for w in few[:-1])


def _abbreviates(a: str, b: str) -> bool:
    a, b = a.rstrip("."), b.rstrip(".")
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def is_misspelt(form: str, name: str) -> bool:
    """ "Tsypras" for "Tsipras", "al-Sard" for "al-Sadr"; "Moreno" for "Morena" too, so ask it last."""
    few, many = core(form), core(name)
    if not few or not many or not is_close(few[-1], many[-1]):
        return False
    return all(any(_abbreviates(w, m) or is_close(w, m) for m in many[:-1]) for w in few[:-1])


def is_close(a: str, b: str) -> bool:
    """Whether two words differ by a slip: one letter, or two in a long word; in a short one, two letters swapped."""
    if a == b:
        return True
    shorter, longer = sorted((len(a), len(b)))
    if shorter < 4 or longer > 40 or a[:1] != b[:1] or (longer < 5 and sorted(a) != sorted(b)):
        return False
    allowed = 2 if shorter >= 8 else 1
    return longer - shorter <= allowed and distance(a, b) <= allowed


def distance(a: str, b: str) -> int:
    """Edits that turn one word into the other, two neighbours swapped counting as one."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]


def is_acronym(form: str) -> bool:
    """ "TPLF", "N-VA", "U.N."; not "I" or "A"."""
    letters = form.replace(".", "").replace("-", "").replace("–", "").replace("/", "").replace("&", "")
    return (
        2 <= len(letters) <= 10 and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2) and letters.isalnum()
    )


def stands_for(acronym: str, name: str) -> bool:
    """ "TPLF" for "Tigray People's Liberation Front": the initials, small words counted or not."""
    letters = "".join(c for c in acronym if c.isalnum()).casefold()
    words = [w for w in re.split(r"[\s\-–/]+", name.casefold()) if w and w[0].isalnum()]
    if len(words) < 2 or len(letters) < 2:
        return False
    return letters in ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL))
