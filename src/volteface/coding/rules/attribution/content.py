"""What completes a verb or noun -> the span of its content: a clause, an infinitive, or a noun phrase with its tail.

The words of the cue are never part of the content, and a content never leaves the quotation that its cue stands in.
"""

from collections.abc import Iterator
from typing import NamedTuple

from volteface.coding.rules.attribution.cue import FINITE, Cue
from volteface.coding.rules.attribution.words import Group, Take
from volteface.grammar import Parsed, Span, subtree
from volteface.grammar.phrase import trimmed

_QUESTION_WORDS = {"whether", "if", "who", "whom", "what", "why", "how", "when", "where", "which", "whose"}
# Prepositions that complete a voiced noun phrase: "accused him of theft", "thanked her for the help".
_TAIL = {"of", "for", "as", "to", "against", "with", "over", "from", "about", "between", "into"}
_CONDITIONS = {"if", "unless", "provide", "provided", "until", "should"}
_PREDICATE = {"oprd", "attr", "acomp"}
_MARKS = '"“”„«»‘’'


class Part(NamedTuple):
    """One complement of a cue: its head word and its form."""

    head: int
    form: Take


Content = tuple[Group, Part, Span, int]


def content(cue: Cue) -> Content | None:
    """The first group of the cue that its complements fit: (group, complement, content, last word of the cue)."""
    cache: dict[str, Content | None] = cue.__dict__
    if "_content" not in cache:
        cache["_content"] = _content(cue)
    return cache["_content"]


def _content(cue: Cue) -> Content | None:
    parts = list(_parts(cue))
    for group in cue.groups:
        for form in group.takes:
            part = _fitting(cue, form, parts)
            if part:
                return group, part, _extent(cue, group, part, parts), _cue_end(cue, part)
        if (group.joins or group.opens) and (found := _prepositional(cue, group)):
            return group, *found
    return None


def _cue_end(cue: Cue, part: Part) -> int:
    """The last word of the cue: "made it clear" takes in what the clause hangs on."""
    above = cue.parsed.words[part.head].head
    return above if cue.word < above < part.head and not cue.nominal else cue.last


def _fitting(cue: Cue, form: Take, parts: list[Part]) -> Part | None:
    if form == "predicate":
        return _predicate(cue, parts)
    if form == "clause":
        return next((p for p in parts if p.form in ("clause", "that")), None)
    if form == "object" and any(p.form in ("clause", "that", "question") for p in parts):
        return None
    return next((p for p in parts if p.form == form), None)


def _parts(cue: Cue) -> Iterator[Part]:
    """The complements behind the verb, in order."""
    for child in cue.parsed.children[cue.word]:
        if child < cue.word:
            continue
        if form := _form(cue, child):
            yield Part(child, form)
        if cue.group("that") and _is_it(cue.parsed, child):
            yield from _clauses_of_it(cue.parsed, child)


def _is_it(parsed: Parsed, i: int) -> bool:
    """ "it clear" in "made it clear that"."""
    return any(parsed.words[s].lemma == "it" for s in parsed.all(i, "nsubj", "nsubjpass"))


def _clauses_of_it(parsed: Parsed, i: int) -> Iterator[Part]:
    for child in parsed.all(i, "ccomp", "advcl", "acl", "xcomp"):
        if child > i and parsed.words[min([child, *parsed.children[child]])].lemma == "that":
            yield Part(child, "that")


def _form(cue: Cue, child: int) -> Take | None:
    word = cue.parsed.words[child]
    if word.dep in ("ccomp", "xcomp") or (cue.nominal and word.dep in ("acl", "relcl")):
        return clause_form(cue.parsed, child)
    if word.dep == "advcl" and clause_form(cue.parsed, child) == "question":
        return "question" if cue.group("question") and child - cue.word < _NEAR else None
    if word.dep == "dobj" and not cue.nominal:
        return "object"
    return "addressee" if word.dep == "dative" else None


_NEAR = 6  # words within which an "if" clause is what is asked


def clause_form(parsed: Parsed, i: int) -> Take | None:
    """Whether the clause of the word is finite, an infinitive, a question, a gerund or a bare predicate."""
    first = parsed.words[min([i, *parsed.children[i]])]
    below = [parsed.words[c] for c in parsed.children[i]]
    if first.lemma in _QUESTION_WORDS and first.i < i:
        return "question"
    if any(w.tag == "TO" and w.dep == "aux" for w in below):
        return "infinitive"
    if any(w.dep == "mark" and w.lemma == "that" for w in below):
        return "that"
    word = parsed.words[i]
    if word.tag in FINITE or any(w.tag in FINITE and w.dep in ("aux", "auxpass", "cop") for w in below):
        return "clause"
    if word.tag == "VBG" or any(w.tag == "VBG" and w.dep in ("aux", "auxpass") for w in below):
        return "gerund"
    return "predicate" if word.pos not in ("VERB", "AUX") else None


def _predicate(cue: Cue, parts: list[Part]) -> Part | None:
    """A noun phrase of which something is said: "called it a bribe", "sees the deal as a trap"."""
    parsed = cue.parsed
    bare = next((p for p in parts if p.form == "predicate"), None)
    if bare:
        return bare if parsed.child(bare.head, "nsubj") is not None else None
    things = [p.head for p in parts if p.form in ("object", "addressee")]
    said = [c for c in parsed.children[cue.word] if c > cue.word and _is_said_of(parsed, c)]
    said = said or things[1:] or [w for t in things[:1] for w in _said_behind(parsed, t)]
    if not said:
        return None
    return Part(things[0] if things and things[0] < said[0] else said[0], "predicate")


def _said_behind(parsed: Parsed, thing: int) -> list[int]:
    """ "called the Union "a customs office"", "described the draft as weak": where the parser joined both to one."""
    below = reach(parsed, thing)
    after = below[-1] + 1
    quoted = after + 1 < len(parsed.words) and parsed.words[after].tag in ("``", "''")
    inside = [w for w in below if w > thing and parsed.words[w].lemma == "as" and parsed.words[w].dep == "prep"]
    return inside or ([after + 1] if quoted and parsed.quotation_at[after + 1] is not None else [])


def _is_said_of(parsed: Parsed, i: int) -> bool:
    word = parsed.words[i]
    return word.dep in _PREDICATE or (word.lemma == "as" and word.dep in ("prep", "advcl"))


def _extent(cue: Cue, group: Group, part: Part, parts: list[Part]) -> Span:
    """From where the content begins to where its tail ends."""
    parsed = cue.parsed
    start = part.head
    if part.form in ("infinitive", "predicate", "question") and not group.addressee:
        thing = next((p.head for p in parts if p.form == "object" and p.head < start), None)
        start = start if thing is None or part.form == "question" else thing
    words = reach(parsed, start)
    last = max(words[-1], reach(parsed, part.head)[-1])
    if part.form == "predicate":
        last = max(last, *(reach(parsed, w)[-1] for w in _said_behind(parsed, start)), last)
    if part.form in ("object", "predicate", "infinitive"):
        last = _tail(cue, last)
    return fitted(cue, max(words[0], cue.last + 1), last)


def reach(parsed: Parsed, i: int) -> list[int]:
    """The words below a complement, but for a finite verb that the parser hung on a noun or on an infinitive.

    In "vowed to stay and accused the mayor" the second verb goes with the first, not with "stay".
    """
    below = subtree(parsed, i)
    astray = min((w for w in below if w > i and _astray(parsed, w)), default=None)
    if astray is None:
        return below
    cut = min(w for w in (astray, *subtree(parsed, astray)) if w >= i + 1)
    kept = [w for w in below if w < cut]
    while len(kept) > 1 and (parsed.words[kept[-1]].dep == "cc" or parsed.words[kept[-1]].text == ","):
        kept.pop()
    return kept


def _astray(parsed: Parsed, i: int) -> bool:
    """A verb that goes with one further up, or another's "according to" behind a comma."""
    if parsed.words[i].lemma == "accord":
        return parsed.words[i].dep == "prep" and parsed.words[i - 1].text == ","
    word, head = parsed.words[i], parsed.words[parsed.words[i].head]
    if word.dep != "conj" or word.tag not in FINITE or parsed.child(i, "nsubj", "nsubjpass") is not None:
        return False
    if head.tag == "VBN":
        return word.tag == "VBD" and bool(parsed.all(head.i, "auxpass"))
    return head.tag in ("VB", "VBG") or (head.tag, word.tag) == ("VBP", "VBD") or head.pos not in ("VERB", "AUX")


def _tail(cue: Cue, last: int) -> int:
    """How far complements that follow without a break carry the content on."""
    parsed = cue.parsed
    for child in parsed.children[cue.word]:
        if child <= last or not _carries_on(parsed, child):
            continue
        below = reach(parsed, child)
        if below[0] != last + 1:
            break
        last = below[-1]
    return last


def _carries_on(parsed: Parsed, child: int) -> bool:
    word = parsed.words[child]
    if word.dep in ("prep", "dative") or (word.dep == "advcl" and word.lemma == "as"):
        inner = parsed.child(child, "pobj")
        dated = inner is not None and parsed.words[inner].entity in ("DATE", "TIME")
        return word.lemma in _TAIL and not dated
    if word.dep == "advcl":
        return clause_opener(parsed, child) in _CONDITIONS
    return word.dep in ("xcomp", "ccomp", "acl", *_PREDICATE)


def clause_opener(parsed: Parsed, i: int) -> str:
    """The first word of a clause."""
    return parsed.words[min([i, *parsed.children[i]])].lemma


def _behind(cue: Cue, preposition: int) -> Iterator[Part]:
    """Complements behind a preposition: "called on voters to stay away"."""
    parsed = cue.parsed
    inner = parsed.child(preposition, "pobj")
    for child in (*parsed.children[cue.word], *(parsed.children[inner] if inner is not None else ())):
        if child > preposition and (form := clause_form(parsed, child)):
            yield Part(child, form)


def _prepositional(cue: Cue, group: Group) -> tuple[Part, Span, int] | None:
    """ "called for a truce": the preposition joins the cue; "insisted on a truce": it opens the content."""
    parsed = cue.parsed
    for child in parsed.children[cue.word]:
        word = parsed.words[child]
        if child < cue.word or word.dep not in ("prep", "dative", "prt", "agent"):
            continue
        inner = parsed.child(child, "pobj", "pcomp")
        if inner is None or parsed.words[inner].entity in ("DATE", "TIME"):
            continue
        joined = word.lemma in group.joins and child <= cue.last + 2
        if joined and word.lemma in ("on", "upon") and "infinitive" not in {p.form for p in _behind(cue, child)}:
            continue
        if joined or word.lemma in group.opens:
            words = reach(parsed, child)
            first = words[0] + 1 if joined else words[0]
            span = fitted(cue, first, _tail(cue, words[-1]))
            return Part(inner, "object"), span, child if joined else cue.last
    return None


# --- spans ---


def fitted(cue: Cue, first: int, last: int) -> Span:
    """The span of the words, with the marks of quotations that it holds and within the one that holds the cue."""
    return closed(cue.parsed, cue.word, trimmed(cue.parsed, first, max(first, last)))


def closed(parsed: Parsed, cue: int, span: Span) -> Span:
    """The span widened to whole quotations at its edges; cut to the cue's own quotation."""
    own = parsed.quotation_at[cue]
    inside = parsed.words_in(span)
    if not inside:
        return span
    start, end = span
    opening, closing = parsed.quotation_at[inside[0]], parsed.quotation_at[inside[-1]]
    if own is not None:
        quotation = parsed.quotations[own]
        return Span(max(start, quotation.start), max(start + 1, min(end, quotation.end)))
    if opening is not None and parsed.quotations[opening].start >= start:
        start = marked(parsed, opening).start
    if closing is not None:
        end = marked(parsed, closing).end
    return Span(start, end)


def marked(parsed: Parsed, q: int) -> Span:
    """A quotation with its marks."""
    start, end = parsed.quotations[q]
    closing = end < len(parsed.text) and parsed.text[end] in _MARKS
    return Span(start - 1, end + 1 if closing else end)
