"""References -> the names that a reader sees.

An actor goes by the fullest form of its name; a reference that is none of our actors by the report's own words.
"""

import re
import unicodedata
from collections.abc import Sequence

from volteface.export.plain import clean, paired
from volteface.record import Document, Participant, Ref
from volteface.record.kinds import Named

UNKNOWN_PUBLISHER = "publisher unknown"
UNNAMED_SOURCE = "a source that the report does not name"

_WORDS = (
    "i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself "
    "they them their theirs themselves this that these those who whom whose which what one ones some others other "
    "another both each all none somebody someone anybody anyone everybody everyone nobody there here same such "
    "هو هي هم هن هما أنا نحن ذلك هذا هذه تلك"
)
_PRONOUNS = frozenset(_WORDS.split())
_INITIALS = ("US", "IT")  # the country and the trade, told from the pronouns by their capitals
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:The|An?) (?=[a-z0-9])")
_EDGES = re.compile(r"^\W+|\W+$")


def named_in(document: Document) -> Named:
    """How references of the document are shown."""
    names = {actor.id: _shown(actor.name) for actor in document.actors}

    def named(ref: Ref | Participant | None) -> str:
        if ref is None:
            return ""
        known = names.get(ref.actor, "") if ref.actor else ""
        return known if known and not is_pronoun(known) else _shown(ref.text) or known

    return named


def _shown(name: str) -> str:
    """The name as it stands within a line: "The same source" began a sentence, "The Times" did not."""
    line = paired(clean(name))
    return line[0].lower() + line[1:] if _SENTENCE_START.match(line) else line


def nouns_only(named: Named) -> Named:
    """The same names, but nothing where a reference has no more than a pronoun."""

    def noun(ref: Ref | Participant | None) -> str:
        name = named(ref)
        return "" if is_pronoun(name) else name

    return noun


def is_pronoun(name: str) -> bool:
    """Whether a name is no name: "he", "this", "they", or nothing but marks; "US" is one."""
    word = _EDGES.sub("", name)
    return not word or (word.casefold() in _PRONOUNS and word not in _INITIALS)


def key(name: str) -> str:
    """What two spellings of one name have in common: no case, no accents, no leading article."""
    return _EDGES.sub("", _ARTICLE.sub("", folded(clean(name))))


def words(name: str) -> list[str]:
    """The words of a name as `key` has them, without any article."""
    return [word for word in key(name).split() if word not in ("the", "a", "an")]


def folded(text: str) -> str:
    """Text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def chain_names(chain: Sequence[Ref], named: Named) -> tuple[str, ...]:
    """The chain's names, publisher first; what the report leaves out is said."""
    names = [named(ref) for ref in chain]
    absent = [UNKNOWN_PUBLISHER] + [UNNAMED_SOURCE] * len(names)
    return tuple(name or absence for name, absence in zip(names, absent, strict=False))
