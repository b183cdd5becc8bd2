"""A clause and the report's date -> when it was, and whether the report tells it as past.

Time words go to the clause that they hang on in the parse: up through nouns and prepositions to the first verb. A
clause never takes the time of one that is subordinate to it.
"""

import re
from datetime import date

from volteface.coding.timewords import Expression, Reckoning, expressions, time_of
from volteface.grammar import Clause, Parsed, clause_of
from volteface.record import Time
from volteface.record.words import ClaimKind

_COMING = {"will", "would", "shall", "may", "might", "could", "should", "must"}
_COMING_PREPOSITIONS = {"for", "until", "till", "by", "from", "before"}
_VERBAL = ("VERB", "AUX")
_COMES = re.compile(r"\b(?:due|planned|scheduled|expected|set|slated)\b", re.IGNORECASE)

Owned = dict[int, list[Expression]]


def when(parsed: Parsed, clause: Clause, report_date: str | None) -> Time:
    """The time of a clause: the expression that hangs on it, resolved; empty where none does."""
    found = _owned(parsed)
    owner = next((i for i in _hosts(parsed, clause) if i in found), None)
    if owner is None:
        return Time()
    day = _day(report_date)
    return _best(parsed, clause, [_resolved(parsed, clause, e, owner, day) for e in found[owner]])


def _best(parsed: Parsed, clause: Clause, times: list[Time]) -> Time:
    """The most exact of a clause's times; "for a third day on Wednesday" is Wednesday."""
    return max(times, key=lambda t: (len(t.start or ""), len(t.end or "")))


def _hosts(parsed: Parsed, clause: Clause) -> list[int]:
    """The clause itself, then those whose time it shares.

    "the lawsuit filed on Monday" has the time of its filing, an object that of its verb, a coordinated verb that of
    the first, and "in 2021, when he signed" that of what the clause explains.
    """
    hosts = [clause.predicate]
    if clause.form == "noun":
        hosts.extend(parsed.all(clause.predicate, "relcl", "acl"))
    if clause.marker == "when":
        hosts.append(parsed.words[clause.predicate].head)
    word = parsed.words[clause.predicate]
    for _ in range(4):
        head = parsed.words[word.head]
        if word.dep not in _SHARING or head.i == word.i:
            break
        if head.pos != "ADP":
            hosts.append(head.i)
        word = head
    return hosts


_SHARING = {"dobj", "attr", "acomp", "oprd", "nsubj", "nsubjpass", "pobj", "prep", "conj", "agent", "xcomp", "pcomp"}


def _owned(parsed: Parsed) -> Owned:
    """Per word, the time expressions that hang on it; worked out once a parse."""
    known: Owned | None = parsed.__dict__.get("_times")
    if known is None:
        known = {}
        for expression in expressions(parsed.text):
            for owner in _owners(parsed, expression):
                known.setdefault(owner, []).append(expression)
        parsed.__dict__["_times"] = known
    return known


def _owners(parsed: Parsed, expression: Expression) -> list[int]:
    """What an expression hangs on: itself ("in May, when he left"), nouns up to the first verb, and that verb."""
    inside = parsed.words_in(expression.span)
    top = next((i for i in inside if parsed.words[i].head not in inside), None)
    if top is None:
        return []
    owners = [i for i in inside if parsed.words[i].pos in ("NOUN", "PROPN", "NUM")]
    names_noun = parsed.words[top].dep in _INSIDE_NAME or expression.preposition == "of" or _after_of(parsed, top)
    for above in parsed.ancestors(top)[:6]:
        word = parsed.words[above]
        if word.pos in (*_VERBAL, "NOUN", "PROPN", "ADJ"):
            owners.append(above)
        if word.pos in _VERBAL or (names_noun and word.pos != "ADP" and not _is_occasion(parsed, above)):
            break
    return owners


# "a 2015 deal": when the deal was, not what was done to it
_INSIDE_NAME = {"nummod", "compound", "amod", "poss", "nmod"}
_HOURS = {"hour", "morning", "evening", "night", "day", "week", "month", "end", "start", "beginning", "middle", "half"}


def _is_occasion(parsed: Parsed, i: int) -> bool:
    """ "in the early hours of Monday", "in the 2021 coup": what happened then did too."""
    word = parsed.words[i]
    host = parsed.words[word.head]
    return word.lemma in _HOURS or (word.dep == "pobj" and host.lemma in ("in", "during", "at", "since", "until"))


def _after_of(parsed: Parsed, i: int) -> bool:
    return parsed.words[i].dep == "pobj" and parsed.words[parsed.words[i].head].lemma == "of"


def _resolved(parsed: Parsed, clause: Clause, expression: Expression, owner: int, day: date | None) -> Time:
    told_by = clause_of(parsed, owner) if parsed.words[owner].pos in _VERBAL else clause
    ahead = _is_ahead(parsed, told_by, expression)
    return time_of(expression, parsed.text, Reckoning(day, _told_last(parsed, expression, day), ahead))


def _is_ahead(parsed: Parsed, clause: Clause, expression: Expression) -> bool:
    """Whether the clause is told as to come: "will meet on Monday", "a strike called for Saturday"."""
    if expression.preposition in _COMING_PREPOSITIONS and clause.tense != "none":
        return expression.preposition in ("for", "from") or clause.modal in _COMING or clause.tense != "past"
    if clause.tense == "future" or clause.modal in _COMING:
        return True
    if clause.form == "verb" and clause.tense == "none" and clause.marker == "to":
        return True
    return clause.tense != "past" and bool(_COMES.search(_around(parsed, expression)))


def _around(parsed: Parsed, expression: Expression) -> str:
    return parsed.text[max(0, expression.span.start - 30) : expression.span.end]


def _told_last(parsed: Parsed, expression: Expression, day: date | None) -> date | None:
    """The day of the nearest dated words before an expression, from which "two days earlier" is reckoned."""
    if expression.kind != "distance":
        return day
    nearest = day
    for other in expressions(parsed.text[max(0, expression.span.start - 600) : expression.span.start]):
        if other.kind in ("weekday", "dmy", "mdy", "iso", "named"):
            nearest = _day(time_of(other, parsed.text, Reckoning(day, day, False)).start) or nearest
    return nearest


def _day(text: str | None) -> date | None:
    """An ISO day as a date; None for a partial one and for years of which nobody reports."""
    try:
        return date.fromisoformat(text[:10]) if text and len(text) >= 10 and "1000" < text[:4] < "9000" else None
    except ValueError:
        return None


# --- background ---

_STALE = 7  # days after which what is told in the past is background to the news
_FORMER = re.compile(
    r"\b(?:once|former|formerly|previously|until (?:recently|lately|now|then)|used to|at the time|back then|before the"
    r"|at first|initially|earlier|long before|originally)\b",
    re.IGNORECASE,
)
_LASTED = re.compile(r"(?:until|till|up to|for|throughout|during) ", re.IGNORECASE)


def is_background(
    parsed: Parsed, clause: Clause, time: Time, report_date: str | None, *, kind: ClaimKind = "event"
) -> bool:
    """Whether the report tells the clause as past: a position no longer held, an event before the news."""
    if kind == "relation" and clause.form != "verb":
        return bool(_FORMER.search(_words(parsed, clause)))
    age = _age(time, report_date)
    if age is None:
        age = _age(_time_of_the_saying(parsed, clause, report_date), report_date)
    if age is not None and (age > _STALE or clause.tense != "past"):
        return age > _STALE and clause.tense != "future" and not _goes_on(clause, time)
    return _told_before(parsed, clause, kind) or _says_so(parsed, clause, time)


def _says_so(parsed: Parsed, clause: Clause, time: Time) -> bool:
    """ "once", "until last week", and with a past tense "for years": it is over."""
    if clause.tense == "past" and _LASTED.match(time.text or ""):
        return True
    return clause.tense != "present" and bool(_FORMER.search(_words(parsed, clause)))


def _time_of_the_saying(parsed: Parsed, clause: Clause, report_date: str | None) -> Time:
    """ "said in May that he would resign": what is said is as old as the saying."""
    for i in (clause.predicate, *parsed.ancestors(clause.predicate)[:3]):
        word = parsed.words[i]
        if word.dep == "ccomp" and parsed.words[word.head].pos in _VERBAL:
            return when(parsed, clause_of(parsed, word.head), report_date)
    return Time()


def _goes_on(clause: Clause, time: Time) -> bool:
    """ "has protested since spring" goes on."""
    return time.end is None and clause.tense == "present"


def _age(time: Time, report_date: str | None) -> int | None:
    """Days from the last day that the words allow to the report; None where either is not known."""
    told, day = time.end or time.start, _day(report_date)
    if told is None or report_date is None:
        return None
    if day is None:
        return 99 if told[:4] < report_date[:4] else None
    if len(told) == 10:
        last = _day(told)
        return (day - last).days if last else None
    return 0 if report_date.startswith(told) else 99 if told < report_date else -99


def _told_before(parsed: Parsed, clause: Clause, kind: ClaimKind) -> bool:
    """Past perfect in the author's own voice, or a past relative clause: "who had led the march"."""
    if clause.tense != "past" or kind == "shift":
        return False
    if clause.relation == "relcl":
        return True
    return clause.perfect and not _is_content(parsed, clause)


def _is_content(parsed: Parsed, clause: Clause) -> bool:
    """What somebody said: "said that police had arrested him" is news however old the tense."""
    return any(parsed.words[i].dep == "ccomp" for i in (clause.predicate, *parsed.ancestors(clause.predicate)[:4]))


def _words(parsed: Parsed, clause: Clause) -> str:
    first = min([clause.predicate, *parsed.children[clause.predicate]])
    return parsed.text[parsed.words[first].start : parsed.words[clause.predicate].end]


__all__ = ["is_background", "when"]
