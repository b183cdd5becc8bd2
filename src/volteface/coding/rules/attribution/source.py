"""The head word of a source -> what kind of source it is: named, unnamed, a publication, or the author himself."""

from volteface.coding.cast import Cast
from volteface.coding.rules.attribution.words import words
from volteface.grammar import Parsed, Span, phrase, subtree
from volteface.record.words import SourceKind

_NAME = 60  # characters within which a name in apposition ends
_AUTHOR_PRONOUNS = {"we", "i"}


def source_kind(parsed: Parsed, cast: Cast, head: int | None) -> SourceKind:
    """A person, body or country with a name is named, a medium or document a publication, the rest unnamed."""
    if head is None:
        return "unnamed"
    word = parsed.words[head]
    kinds = words().sources
    if word.lemma in _AUTHOR_PRONOUNS and parsed.quotation_at[head] is None:
        return "author"
    if word.lemma in kinds.publication:
        return "publication"
    actor = cast.actor(head)
    if actor is not None:
        by_kind: dict[str, SourceKind] = {"document": "publication", "unnamed": "unnamed"}
        return "publication" if actor.sector == "MED" else by_kind.get(actor.kind, "named")
    return "named" if _has_name(parsed, head) or word.pos == "PRON" else "unnamed"


def _has_name(parsed: Parsed, head: int) -> bool:
    if parsed.words[head].pos == "PROPN":
        return True
    near = subtree(parsed, head, {"prep", "relcl", "acl", "conj", "poss"})
    return any(parsed.words[w].pos == "PROPN" for w in near)


def named_head(parsed: Parsed, head: int | None) -> int | None:
    """The name in apposition where there is one: Vardan for "leader" in "the leader of the bloc, Emil Vardan"."""
    if head is None or parsed.words[head].pos not in ("NOUN", "NUM"):
        return head
    for child in parsed.all(head, "appos"):
        bracketed = parsed.words[child - 1].text == "("  # "THE COURIER (Brenna) writes" names the town, not the paper
        if child > head and parsed.words[child].pos == "PROPN" and not bracketed:
            return child
    above = parsed.words[parsed.words[head].head]
    if parsed.words[head].dep == "appos" and above.pos == "PROPN":
        return above.i
    return _name_behind(parsed, head)


def _name_behind(parsed: Parsed, head: int) -> int | None:
    """The last word of a person's name that follows behind a comma, whatever the parser made of it."""
    end = phrase(parsed, head).end
    after = parsed.words_in(Span(end, min(len(parsed.text), end + _NAME)))
    if len(after) < 2 or parsed.words[after[0]].text != "," or parsed.words[after[1]].entity != "PERSON":
        return head
    name = [w for w in after[1:] if parsed.words[w].entity == "PERSON"]
    run = [w for k, w in enumerate(name) if w == name[0] + k]
    closed = run[-1] + 1 < len(parsed.words) and parsed.words[run[-1] + 1].text in (",", ".", "”", '"')
    return run[-1] if closed else head
