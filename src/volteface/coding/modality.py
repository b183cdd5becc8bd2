"""A clause -> its modality, by what stands in it and over it: every governing clause may deny, plan, ask or suppose.

What the author asserts stays asserted; one denial above it denies it, one condition makes it hypothetical.
"""

from msgspec import Struct

from volteface.coding.lexica import word_classes
from volteface.grammar import Clause, Parsed, Span, clause_of, clause_span
from volteface.record.words import Modality

_CONTENT = {"ccomp", "xcomp", "pcomp", "acl", "dobj", "pobj", "csubj", "advcl", "nsubjpass"}
_MAYBE = {"may", "might", "could"}
_IFFY = {"would", "will", "shall", *_MAYBE}
_DEPTH = 8


class Standing(Struct, frozen=True):
    """A clause's modality, the words of the condition it hangs on, whether it only stands in a request, and whether
    what lies ahead is decided ("agreed to", "will") rather than hoped for."""

    modality: Modality
    condition: Span | None = None
    requested: bool = False
    decided: bool = True


def standing(parsed: Parsed, clause: Clause, *, flips: bool = False) -> Standing:
    """Modality of a clause. `flips`: its own negation has already turned its sign (stances), so it denies nothing."""
    condition = _condition(parsed, clause)
    own = _own(parsed, clause, flips, condition)
    above = _above(parsed, clause)
    if own.modality == "denied" or above.modality == "denied":
        return Standing("denied", condition, above.requested)
    modality = _stronger(own.modality, above.modality)
    return Standing(modality, condition, above.requested, above.decided)


def _own(parsed: Parsed, clause: Clause, flips: bool, condition: Span | None) -> Standing:
    if clause.negated and not flips:
        return Standing("denied")
    if clause.marker in ("if", "unless", "whether"):
        return Standing("hypothetical")
    if clause.perfect and clause.modal in ("would", "could", "might"):  # "would have fallen"
        return Standing("hypothetical")
    if clause.modal in _MAYBE or (clause.modal in ("would", "will", "shall") and condition is not None):
        return Standing("hypothetical")
    if clause.modal in ("would", "will", "shall", "ll", "'ll", "’ll", "must", "should"):
        return Standing("planned")
    return Standing("asserted")


def _condition(parsed: Parsed, clause: Clause) -> Span | None:
    """The words of an "if" clause on the clause or, for a complement, on the clause that it completes."""
    for host in _hosts(parsed, clause):
        for child in parsed.all(host, "advcl", "ccomp", "xcomp"):
            adverbial = parsed.words[child].dep == "advcl"
            if adverbial and clause_of(parsed, child).marker in ("if", "unless", "should"):
                return clause_span(parsed, child)
            if _conditional(parsed, child):
                return clause_span(parsed, child)
    return None


def _hosts(parsed: Parsed, clause: Clause) -> list[int]:
    word = parsed.words[clause.predicate]
    hosts = [clause.predicate]
    if word.dep in ("attr", "acomp", "xcomp"):
        hosts.append(word.head)
    return hosts


def _conditional(parsed: Parsed, i: int) -> bool:
    """ "were a car to be seized", "had they left": the auxiliary stands before its subject, over a "would"."""
    word = parsed.words[i]
    if word.dep in ("ccomp", "xcomp"):  # as the parser often labels it
        return clause_of(parsed, word.head).modal in _IFFY and _inverted(parsed, i, ("had", "were", "should"))
    return word.dep == "advcl" and _inverted(parsed, i, ("had", "were", "was", "should"))


def _inverted(parsed: Parsed, i: int, openers: tuple[str, ...]) -> bool:
    """Whether one of the words opens the clause and its subject follows."""
    first = min([i, *parsed.children[i]])
    subject = parsed.child(i, "nsubj", "nsubjpass")
    if subject is None and first == i and (below := parsed.child(i, "ccomp")) is not None:
        subject = parsed.child(below, "nsubj", "nsubjpass")  # "had" taken for a full verb
    return subject is not None and first < subject and parsed.words[first].text.lower() in openers


def _above(parsed: Parsed, clause: Clause) -> Standing:
    """What the clauses above say of this one."""
    classes = word_classes("modality")
    found: Modality = "asserted"
    requested, decided = False, True
    below, above, steps = clause.predicate, parsed.words[clause.predicate].head, 0
    while above != below and steps < _DEPTH:
        relation = parsed.words[below].dep
        if relation in ("relcl", "appos", "parataxis"):
            break
        if relation in _CONTENT:
            step = _governed(parsed, clause, below, above, classes)
            requested |= step.requested
            decided &= step.decided
            found = _stronger(found, step.modality)
        below, above, steps = above, parsed.words[above].head, steps + 1
    return Standing(found, None, requested, decided)


_ORDER = ("denied", "hypothetical", "planned", "asserted")


def _stronger(one: Modality, other: Modality) -> Modality:
    return min(one, other, key=_ORDER.index)


def _governed(parsed: Parsed, clause: Clause, below: int, above: int, classes: dict[str, frozenset[str]]) -> Standing:
    """What one governing word makes of what hangs on it."""
    lemma = parsed.words[above].lemma
    if _never_true(parsed, below, above):
        return Standing("denied")
    complement = parsed.words[below].dep in ("ccomp", "xcomp", "pcomp", "acl", "csubj", "dobj", "pobj", "nsubjpass")
    if not complement:
        return Standing(_as_marker(parsed, below))
    if lemma in classes["denying"] and clause_of(parsed, above).negated:
        return Standing("asserted")
    if lemma in classes["denying"] or lemma in classes["untrue"] or _called_untrue(parsed, above, classes["untrue"]):
        return Standing("denied")
    if lemma in classes["dismissing"] and parsed.words[below].lemma in classes["telling"]:
        return Standing("denied")
    if _kept_from(parsed, above, classes["refusing"]):
        return Standing("denied")
    if parsed.words[below].dep not in ("ccomp", "xcomp", "acl", "pcomp"):
        return Standing("asserted")
    infinitive = clause_of(parsed, below).marker == "to" or parsed.words[below].tag == "VBG"
    if lemma in classes["refusing"] and infinitive:
        return Standing("denied")
    if lemma in classes["asking"] and (infinitive or _is_subjunctive(parsed, below, above)):
        return Standing("hypothetical", None, True)
    if lemma in classes["planning"] and infinitive:
        denied = clause_of(parsed, above).negated
        return Standing("denied" if denied else "planned", decided=lemma in classes["deciding"])
    if lemma in classes["supposing"]:
        return Standing("hypothetical")
    return Standing(_as_marker(parsed, below))


def _called_untrue(parsed: Parsed, above: int, untrue: frozenset[str]) -> bool:
    """ "It is untrue that he fled", "Reports that he fled were false"."""
    word = parsed.words[above]
    copula = word.head if word.dep == "nsubj" else above
    said = any(parsed.words[a].lemma in untrue for a in parsed.all(copula, "attr", "acomp"))
    return said and parsed.words[copula].lemma == "be" and not clause_of(parsed, copula).negated


def _kept_from(parsed: Parsed, above: int, refusing: frozenset[str]) -> bool:
    """ "prevented the rebels from taking the town": they did not take it."""
    word = parsed.words[above]
    kept = word.lemma == "from" and parsed.words[word.head].lemma in refusing
    return kept and not clause_of(parsed, word.head).negated


def _is_subjunctive(parsed: Parsed, i: int, above: int) -> bool:
    """ "demanded that the envoy leave": a bare form behind a verb of asking tells what shall be, not what is.

    In another's quoted words ("We oppose it," they told him) and where it goes with its subject ("told him that they
    oppose it") it tells what is; "Go," they told him, does not.
    """
    if parsed.quotation_at[i] != parsed.quotation_at[above] and parsed.child(i, "nsubj", "nsubjpass") is not None:
        return False
    if parsed.words[i].tag == "VBP" and parsed.words[above].lemma in _TELLING and _is_plural(parsed, i):
        return False
    return (parsed.words[i].tag in ("VB", "VBP") and not parsed.all(i, "aux", "auxpass")) or (
        any(parsed.words[c].tag == "VB" for c in parsed.all(i, "auxpass"))
    )


_TELLING = {"tell", "warn", "insist", "convince", "persuade", "advise"}  # of what is as well as of what shall be


def _is_plural(parsed: Parsed, i: int) -> bool:
    """Whether the verb's subject goes with a bare form: "we", "the guilds", "the guild and the union"."""
    subjects = parsed.all(i, "nsubj", "nsubjpass")
    several = any(parsed.words[s].tag in ("NNS", "NNPS") or parsed.all(s, "conj") for s in subjects)
    return several or any(parsed.words[s].text.lower() in ("i", "we", "you", "they") for s in subjects)


def _never_true(parsed: Parsed, below: int, above: int) -> bool:
    """ "It was never true that they had met", also around a "she went on": a negated "true" denies."""
    if not any(parsed.words[c].lemma == "that" for c in parsed.all(below, "mark")):
        return False
    judged = (clause_of(parsed, i) for i in (above, *parsed.all(above, "ccomp")) if i != below)
    return any(
        c.negated and any(parsed.words[a].lemma in ("true", "correct", "case") for a in c.slots.get("attribute", ()))
        for c in judged
        if c.form == "verb"
    )


def _as_marker(parsed: Parsed, below: int) -> Modality:
    """An adverbial "if" clause supposes what stands in it."""
    if parsed.words[below].pos not in ("VERB", "AUX"):
        return "asserted"
    marker = clause_of(parsed, below).marker
    return "hypothetical" if marker in ("if", "unless", "whether") or _conditional(parsed, below) else "asserted"
