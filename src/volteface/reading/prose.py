"""The text taken from a web page -> nothing, or an InputError that says why it is no report.

A page is refused only for what it says to its visitor ("we use cookies on your device", "enable JavaScript"), never for
its subject: a report on a law about cookies is a report.
"""

import re

from volteface.errors import InputError

CURE = "open the page in a browser and save it from there, or paste the report's text into a .txt file"
WALL_LENGTH = 4_000  # characters; a longer page with such words in it is a report with a banner left over
WALL_SHARE = 0.5  # of the text that stands in sentences addressed to the visitor
SENTENCE_WORDS = 5
SENTENCE_CHARACTERS = 12  # of a script that writes no spaces between words
UNPUNCTUATED = 120  # letters in a line that counts as prose without a full stop

WALLS = (
    (
        "a page that needs JavaScript",
        r"(enable|turn on|activate|requires?|without) java ?script|java ?script (is|to be|must be) "
        r"(currently )?(disabled|not enabled|required|enabled)",
    ),
    (
        "a robot check",
        r"verify (that )?you( are|'re) (a )?(human|not a robot)|are you a robot"
        r"|unusual traffic from|complete the captcha|checking (if the site connection is secure|your browser)"
        r"|performance (and|&) security by",
    ),
    (
        "a consent page",
        r"\b(we|our)\b.*\b(cookies|your (privacy|data|device|consent))|^\W*(accept|reject) all\b.{0,15}$"
        r"|we value your privacy"
        r"|\b(manage|change|withdraw) your (preferences|choices|cookies|consent|settings)|your privacy choices"
        r"|information on your device|cookies on (your|this) (site|website|device|page)",
    ),
    (
        "a page behind a sign-in",
        r"^\W*(please )?(subscribe|sign in|log in|register|sign up)( now)? to (continue|read|keep|unlock|access|view)"
        r"|already (a subscriber|subscribed|have an account)|create (a|your) free account"
        r"|this (article|content) is for subscribers|unlock this article",
    ),
    (
        "an error page",
        r"page (was |could |can)?(not|n't|isn't|is not) (be )?(found|available|exist)"
        r"|page you (are|were|'re) looking for|error 404|\b404 not found|403 forbidden|^\W*access denied"
        r"|don't have permission to|service (temporarily )?unavailable"
        r"|bad gateway",
    ),
)

_WALLS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in WALLS)
_SENTENCE = re.compile(r"[^.!?…。！？؟।\n]+[.!?…。！？؟।]*")
_ENDED = re.compile(r"[.!?…。！？؟।][\"'”’»)\]」]*$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def check_prose(text: str) -> None:
    """Raises InputError for an empty page, a consent wall, a page that wants JavaScript, a list of links."""
    if not text.strip():
        raise InputError(
            f"holds no text of a report (the page is empty, or too large or too deeply nested to be one); {CURE}"
        )
    wall = _wall(text) if len(text) < WALL_LENGTH else None
    if wall:
        raise InputError(f"is {wall}, not a report; {CURE}")
    if not any(_is_prose(line) for line in text.split("\n")):
        raise InputError(f"holds no prose (a menu or a list of links, not a report); {CURE}")


def _wall(text: str) -> str | None:
    """The kind of wall that at least half of the text belongs to."""
    sentences = [s for s in _SENTENCE.findall(text) if s.strip()]
    addressed = [(s, name) for s in sentences if (name := _addressed(s))]
    if sum(len(s) for s, _ in addressed) < WALL_SHARE * sum(map(len, sentences)) or not addressed:
        return None
    return max(addressed, key=lambda pair: len(pair[0]))[1]


def _addressed(sentence: str) -> str | None:
    return next((name for name, words in _WALLS if words.search(sentence.replace("’", "'"))), None)


def _is_prose(line: str) -> bool:
    """One whole sentence, or a line as long as one in a script or a style without full stops."""
    line = line.strip()
    long_enough = len(line.split()) >= SENTENCE_WORDS or len(_UNSPACED.findall(line)) >= SENTENCE_CHARACTERS
    return long_enough and (bool(_ENDED.search(line)) or len(line) >= UNPUNCTUATED)
