"""Findings -> the same, told apart into positions held now and positions of the past."""

from msgspec.structs import replace

from volteface.coding.dates import is_background, when
from volteface.coding.finding import Finding
from volteface.coding.lexica import word_classes
from volteface.grammar import Clause, Parsed, clause_of


def with_time(parsed: Parsed, finding: Finding, report_date: str | None) -> Finding:
    """The finding with `current` filled in, by tense and time words."""
    if finding.current is not None:
        return finding
    clause = clause_of(parsed, finding.anchor)
    if in_an_earlier_role(parsed, clause):
        return replace(finding, current=False)
    time = when(parsed, clause, report_date)
    return replace(finding, current=not is_background(parsed, clause, time, report_date, kind=finding.kind))


def in_an_earlier_role(parsed: Parsed, clause: Clause) -> bool:
    """ "As a candidate, she vowed to scrap the levy", "in opposition he fought it": said in a role laid down."""
    word = parsed.words[clause.predicate]
    if word.dep == "xcomp" and parsed.words[word.head].lemma == "use":  # "used to oppose it"
        return True
    words = word_classes("turning")
    return any(
        parsed.words[head].lemma in words["earlier_role"] and head < clause.predicate
        for role in ("as", "in", "during", "on")
        for head in clause.slots.get(role, ())
    )
