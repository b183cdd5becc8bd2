"""One report's misses and false claims -> lines to read, each with the sentence that it stands in."""

import contextlib
import io
import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from benchmarks.quality.tally import Matched

Json = dict[str, Any]

_SENTENCE_END = re.compile(r"[.!?]['\"\u201d\u2019]*\s|\n")


def claims(name: str, text: str, matched: Matched, parts: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """False claims (-) first, then the analyst's that were missed (+), by place in the text."""
    false = [c for i, c in enumerate(matched.ours) if i not in matched.pairs]
    missed = [matched.theirs[j] for j in matched.firm - matched.found]
    for mark, rows in (("-", false), ("+", missed)):
        for claim in sorted(rows, key=_place):
            yield f"{name} {mark} {_line(claim, parts)}"
            yield f"    {sentence(text, claim['evidence'])}"


def facts(score: ModuleType, name: str, doc: Json) -> Iterator[str]:
    """What score.py says of a report: gold facts missed, traps fallen for."""
    if name in score.GOLD:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            score.grade(name, doc, verbose=True)
        yield from (f"{name} {line.strip()}" for line in said.getvalue().splitlines())


def sentence(text: str, evidence: list[Json]) -> str:
    """The sentence around the first span, with the span in brackets: "He [[backs the bill]], she said."."""
    if not evidence:
        return "(no evidence)"
    start, end = evidence[0]["start"], evidence[0]["end"]
    low = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, max(start, end - 1))
    high = after.end() if after else len(text)
    rest = "".join(f" + [[{e['quote']}]]" for e in evidence[1:])
    return f"{text[low:start]}[[{text[start:end]}]]{text[end:high]}".strip().replace("\n", " ") + rest


def _place(claim: Json) -> int:
    return min((e["start"] for e in claim.get("evidence") or []), default=0)


def _line(claim: Json, parts: dict[str, tuple[str, ...]]) -> str:
    fields = (*parts[claim["kind"]], "polarity", "from", "to")
    own = " ".join(f"{f}={_short(claim[f])}" for f in fields if claim.get(f) is not None)
    return f"{claim['kind']} {own} {claim.get('modality')} {claim.get('confidence')}"


def _short(value: Any) -> str:
    """A field in few words: a reference as its text, a list as its items."""
    if isinstance(value, list):
        return "[" + ", ".join(_short(v) for v in value) + "]"
    if isinstance(value, dict):
        role = f"{value['role']}:" if "role" in value else ""
        return f"{role}{value.get('text') or value.get('actor')!r}"
    return json.dumps(value, ensure_ascii=False)
