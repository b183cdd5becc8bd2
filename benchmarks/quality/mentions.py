"""Our mentions and an analyst's references -> right, wrong or unresolved, for pronouns, names and descriptions.

A reference is looked up by its head, the last word of its noun phrase: "minister" in "the minister of finance". The
tightest of our mentions with a head there is what our document says stands there.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from volteface.coding.mentions import cast
from volteface.grammar import parse
from volteface.record import Report

Json = dict[str, Any]
Content = Callable[[str], set[str]]  # agree.py's content words
Class = Literal["pronoun", "name", "description"]
Span = tuple[int, int]

NAMED_KINDS = ("person", "organization", "country")  # of the others many never get a name of their own
CLASSES: tuple[Class, ...] = ("pronoun", "name", "description")
_PRONOUNS = (
    "i me my mine we us our ours you your he him his she her hers it its they them their theirs who whom whose which"
    " that this these those both each either neither one himself herself itself themselves myself ourselves"
)
PRONOUNS = frozenset(_PRONOUNS.split())

_AFTER_HEAD = re.compile(
    r"\s*[,;:(\u2014]|\s+(?:of|in|on|at|to|for|from|with|by|between|against|over|under|who|which|that|whose)\b"
)
_WORD = re.compile(r"\w+(?:[-.]\w+)*")


class Mention(Struct, frozen=True):
    """A stretch of the text and every form of the actor that it stands for."""

    start: int
    end: int
    forms: frozenset[str]


class Sought(Struct, frozen=True):
    """What an analyst says stands at a place; `name` is the actor's own name, `forms` that and its aliases."""

    start: int
    end: int
    name: str
    kind: str
    forms: frozenset[str]


def ours(report: Report | None, doc: Json) -> list[Mention]:
    """Every mention that the coder tells, else those that it filed."""
    return list(told(report)) or list(filed(doc))


def told(report: Report | None) -> Iterator[Mention]:
    """ADAPTER: the coder's own mentions of a report, whether anything was filed on them or not.

    The one place that knows how the coder is asked. It parses the report a second time; a report on which the coder
    crashed comes as None.
    """
    if report is None:
        return
    found = cast(next(parse([report.text])), report)
    for mention in found.mentions:
        actor = found.actors[mention.actor]
        yield Mention(mention.span.start, mention.span.end, _named([actor.name, *actor.aliases]))


def filed(doc: Json) -> Iterator[Mention]:
    """The mentions that a document files: references with offsets and an actor, wherever they stand."""
    actors = {a["id"]: a for a in doc.get("actors") or []}
    for ref in _references([doc.get("claims") or [], doc.get("attributions") or []]):
        yield Mention(ref["start"], ref["end"], _forms(actors[ref["actor"]]))


def sought(gold: Json) -> list[Sought]:
    """Each place where an analyst's reference stands, once."""
    actors = {a["id"]: a for a in gold["actors"]}
    places: dict[Span, Sought] = {}
    for ref in _references([gold["claims"], gold.get("attributions") or []]):
        actor, span = actors[ref["actor"]], (ref["start"], ref["end"])
        forms = _forms(actor) | (places[span].forms if span in places else frozenset())
        places[span] = Sought(*span, actor["name"], actor["kind"], forms)
    return [places[span] for span in sorted(places)]


def counts(mentions: Iterable[Mention], gold: Json, content: Content) -> Counter[str]:
    """mentions.CLASS.right / wrong / unresolved, and mentions.bound.*: descriptions that reach their actor's name."""
    text = gold["reports"][0]["text"]
    heads = [(head(text, m.start, m.end), m) for m in set(mentions)]
    found: Counter[str] = Counter()
    for want in sought(gold):
        here = _standing_at(head(text, want.start, want.end), heads)
        kind = class_of(text, want)
        found[f"mentions.{kind}.{_verdict(here, _content(want.forms, content), content)}"] += 1
        name = content(want.name) - content(text[want.start : want.end])
        if kind == "description" and name and want.kind in NAMED_KINDS:
            found[f"mentions.bound.{_verdict(here, name, content)}"] += 1
    return found


def head(text: str, start: int, end: int) -> Span:
    """The last word before what hangs on it: "the minister of finance" -> "minister"."""
    words = list(_WORD.finditer(text, start, end))
    if not words:
        return start, end
    after = _AFTER_HEAD.search(text, words[0].end(), end)
    last = [w for w in words if after is None or w.end() <= after.start()][-1]
    if len(last.group()) == 1 and last is not words[0] and text[last.start() - 1] in "'\u2019":  # the s of "Kenya's"
        last = words[words.index(last) - 1]
    if last.group().lower() in ("the", "a", "an"):
        last = words[-1]
    return last.span()


def class_of(text: str, want: Sought) -> Class:
    """A name has a capital head that is no mere beginning of a sentence; "the Kenyan president" is a description."""
    form = text[want.start : want.end]
    if form.lower() in PRONOUNS:
        return "pronoun"
    start, end = head(text, want.start, want.end)
    if not text[start].isupper():
        return "description"
    common = want.kind in ("unnamed", "group") or re.search(rf"\b{re.escape(text[start:end].lower())}\b", text)
    return "description" if common and start == want.start and _opens_sentence(text, start) else "name"


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'\u201c\u2018")
    return not before or before[-1] in ".!?:\n\u201d\u2019"


def _standing_at(place: Span, heads: list[tuple[Span, Mention]]) -> list[Mention]:
    """Our tightest mentions whose head overlaps the place."""
    here = [m for (start, end), m in heads if start < place[1] and place[0] < end]
    least = min((m.end - m.start for m in here), default=0)
    return [m for m in here if m.end - m.start == least]


def _verdict(here: list[Mention], wanted: set[str], content: Content) -> str:
    if not here:
        return "unresolved"
    return "right" if all(_content(m.forms, content) & wanted for m in here) else "wrong"


def _content(forms: Iterable[str], content: Content) -> set[str]:
    return {word for form in forms for word in content(form)}


def _forms(actor: Json) -> frozenset[str]:
    return _named([actor["name"], *(actor.get("aliases") or [])])


def _named(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form for form in forms if form.lower() not in PRONOUNS)


def _references(node: Any) -> Iterator[Json]:
    """Every reference with an actor and offsets, at any depth."""
    if isinstance(node, list):
        for item in node:
            yield from _references(item)
    elif isinstance(node, dict):
        if node.get("actor") and node.get("start") is not None and node.get("end") is not None:
            yield node
        for value in node.values():
            yield from _references(value)
