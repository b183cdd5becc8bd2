"""A title as printed -> the office as `roles` hold it: in small letters but for names; courtesies are no office."""

from volteface.identity.countries import place
from volteface.identity.names import is_acronym
from volteface.identity.nouns import noun
from volteface.identity.words import noun_list

_COURTESY = frozenset(
    """mr mrs ms miss mx sir madam madame monsieur mme herr frau señor señora signor signora the late then former ex dr
    shri smt don doña hon""".split()
)


def office(role: str) -> str:
    """ "Prime Minister" gives "prime minister", "LDP Secretary" "LDP secretary", "Sen." "senator", "Mrs" nothing."""
    words = [w for w in role.split() if w.rstrip(".").lower() not in _COURTESY]
    if not words:
        return ""
    last = words[-1].rstrip(".")
    if all(w[:1].isupper() for w in words) and (noun(last.lower()) or last.lower() in noun_list().titles):
        words = [w if _keeps_capital(w) else w.lower() for w in words]
    words[-1] = noun_list().short.get(words[-1].rstrip(".").lower(), words[-1])
    return " ".join(words)


def _keeps_capital(word: str) -> bool:
    return is_acronym(word) or place(word) is not None
