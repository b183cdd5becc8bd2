"""A parse and its cast -> demands: who asks of whom that something be done or given.

Who asks must be an actor; what is asked is the report's own words. What a word means is a frame of
`lexicon/demand.yaml`; the constructions that hold the parts of a demand are said here.
"""

from collections.abc import Iterable, Iterator

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.acting import acts
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import evidence_span, filled, suits, term_span
from volteface.grammar import Clause, Parsed, Span, Word, clause_of, clause_span

_VERBAL = ("VERB", "AUX")
_JOINT = 6  # joint parties that are told apart


def demands(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every demand that the report tells or quotes, one for each who makes it."""
    opened: dict[tuple[str, str], list[Frame]] = {}
    for frame in lexicon.of("demand"):
        for lemma in frame.lemmas:
            opened.setdefault((frame.form, lemma), []).append(frame)
    lemmas = {lemma.split()[0] for _, lemma in opened}
    structural = {f.name: f for f in opened.get(("verb", "*"), ())}
    found: list[Finding] = []
    for word in parsed.words:
        if word.lemma in lemmas and word.pos in ("VERB", "NOUN") and word.dep not in ("aux", "auxpass"):
            clause = clause_of(parsed, word.i)
            frames = opened.get((clause.form, clause.lemma)) or ()
            found.extend(next((fs for f in frames if (fs := list(_demand(parsed, cast, clause, f, lexicon)))), ()))
        elif word.tag == "MD" and word.lemma in _DUTY and word.dep == "aux" and "must" in structural:
            found.extend(what_must_be_done_is_demanded(parsed, cast, word.head, structural["must"]))
        elif word.lemma == "unless" and word.dep == "mark" and "unless" in structural:
            found.extend(what_a_refusal_waits_for_is_demanded(parsed, cast, word.head, structural["unless"]))
    return found


def _demand(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, lexicon: Lexicon) -> Iterator[Finding]:
    """What the frame finds in the clause, once for each who asks."""
    if not suits(parsed, cast, clause, frame, lexicon):
        return
    askers = [w for w in _words(parsed, cast, clause, frame, "by") if acts(parsed, cast, w)]
    what = [w for w in _words(parsed, cast, clause, frame, "what") if w not in askers and _says_what(parsed, w)]
    if not askers or not what:
        return
    asked = [w for w in _words(parsed, cast, clause, frame, "of") if w not in what and w not in askers]
    if "of" in frame.roles and "of" not in frame.optional and not asked:
        return
    asked = [w for w in asked if cast.actor(w) or parsed.words[w].pos in ("PROPN", "PRON", "NOUN")]
    for asker in askers[:_JOINT]:
        yield _finding(parsed, clause, frame, asker, asked, what)


def _words(parsed: Parsed, cast: Cast, clause: Clause, frame: Frame, field: str) -> tuple[int, ...]:
    """The words in the first of the field's roles that has any."""
    if field not in frame.roles and field not in frame.terms:
        return ()
    for role in frame.slots(field):
        special = _ROLES.get(role)
        if words := special(parsed, clause) if special else filled(parsed, clause, role):
            return words
    return ()


def _finding(
    parsed: Parsed, clause: Clause, frame: Frame, asker: int, asked: Iterable[int], what: Iterable[int]
) -> Finding:
    return Finding(
        kind="demand",
        anchor=clause.predicate,
        evidence=(evidence_span(parsed, clause),),
        reason=Reason(f"demand_{clause.form}", frame.name, "a word of asking states a demand"),
        parts=_parts(asker, asked),
        terms={"what": tuple(_what(parsed, w) for w in what)},
        likely=frame.likely,
    )


def _parts(asker: int, asked: Iterable[int]) -> dict[str, tuple[Party, ...]]:
    of = tuple(Party(head=w) for w in asked)
    return {"by": (Party(head=asker),), "of": of} if of else {"by": (Party(head=asker),)}


def _what(parsed: Parsed, word: int) -> Span:
    """The words of what is asked; an infinitive without whom it is asked of."""
    if parsed.words[word].pos in _VERBAL and any(parsed.words[c].tag == "TO" for c in parsed.all(word, "aux")):
        return Span(parsed.words[word].start, clause_span(parsed, word).end)
    return term_span(parsed, word)


# --- constructions ---


def infinitive_of_the_party_addressed(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """What is asked may hang on whom it is asked of: "called on the government to resign"."""
    own = clause.slots.get("complement", ())
    if own:
        return tuple(w for w in own if _is_asked(parsed, w))
    hosts = [w for role in ("on", "upon", "to", "object", "indirect") for w in clause.slots.get(role, ())]
    below = [c for h in hosts for c in parsed.all(h, "acl", "relcl", "advcl") if _is_infinitive(parsed, c)]
    loose = [c for c in parsed.all(clause.predicate, "advcl", "acl", "ccomp", "relcl") if _is_asked(parsed, c)]
    return tuple(below or loose) or _beside_the_noun(parsed, clause.predicate)


def _beside_the_noun(parsed: Parsed, noun: int) -> tuple[int, ...]:
    """ "set one condition, that the army leave": the clause may hang on the verb beside its noun."""
    if parsed.words[noun].dep != "dobj":
        return ()
    beside = parsed.all(parsed.words[noun].head, "ccomp", "advcl")
    return tuple(c for c in beside if c > noun and _is_subjunctive(parsed, c))


def _is_infinitive(parsed: Parsed, word: int) -> bool:
    return any(parsed.words[c].tag == "TO" for c in parsed.all(word, "aux"))


def _is_asked(parsed: Parsed, word: int) -> bool:
    """A clause of asking is an infinitive or a subjunctive: no statement of what is, and no question."""
    return (_is_infinitive(parsed, word) and not _questions(parsed, word)) or _is_subjunctive(parsed, word)


def _questions(parsed: Parsed, word: int) -> bool:
    """ "asked how to vote" asks nothing of anybody."""
    return any(parsed.words[c].tag in ("WRB", "WP", "WDT") and c < word for c in parsed.children[word])


def _is_subjunctive(parsed: Parsed, word: int) -> bool:
    """ "that the plan be scrapped", "that he should go", "that the court act"."""
    helpers = [parsed.words[c] for c in parsed.all(word, "aux", "auxpass")]
    if any(h.tag in ("TO", "MD") and h.lemma not in _DUTY for h in helpers):
        return False
    if helpers:
        return any(h.text.lower() == "be" or h.lemma in _DUTY for h in helpers)
    if parsed.words[word].tag == "VB":
        return True
    subjects = [parsed.words[c] for c in parsed.all(word, "nsubj")]
    return parsed.words[word].tag == "VBP" and any(_is_third_singular(s) for s in subjects)


def _is_third_singular(word: Word) -> bool:
    return word.tag in ("NN", "NNP") or word.text.lower() in ("he", "she", "it")


def _says_what(parsed: Parsed, word: int) -> bool:
    """Not an empty word, a day, or how a source wants to be named."""
    w = parsed.words[word]
    return w.tag not in ("WP", "WDT") and w.entity not in ("DATE", "TIME") and w.lemma not in _OF_SOURCES


_OF_SOURCES = frozenset({"anonymity", "name", "identify", "quote"})


def infinitive_of_the_object(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """ "told the ministers to leave"."""
    return tuple(w for w in clause.slots.get("complement", ()) if _is_infinitive(parsed, w))


def subjunctive_clause(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """A clause in the subjunctive says what is asked: "insists that the plan be scrapped"."""
    return tuple(w for w in clause.slots.get("complement", ()) if _is_subjunctive(parsed, w))


def participle_of_what_is_wanted(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """ "wanted company taxes cut": the participle is what is asked."""
    return tuple(w for w in clause.slots.get("complement", ()) if parsed.words[w].tag == "VBN")


def preposition_without_object(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """Who calls for something calls no other thing: "called for talks", not "called a strike for May"."""
    return () if clause.slots.get("object") or clause.slots.get("attribute") else filled(parsed, clause, "for")


def whoever_utters_it(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """Whoever makes, repeats or drops a demand asks it: "the union renewed its call for talks"."""
    word = parsed.words[clause.predicate]
    above = parsed.words[word.head]
    if word.dep not in ("dobj", "pobj") or above.lemma not in _UTTERING:
        return ()
    return clause_of(parsed, above.i).slots.get("subject", ())


_UTTERING = frozenset(
    {
        "make",
        "issue",
        "repeat",
        "renew",
        "reiterate",
        "voice",
        "join",
        "raise",
        "present",
        "submit",
        "file",
        "deliver",
        "launch",
        "send",
        "sign",
        "set",
        "give",
        "put",
        "drop",
        "withdraw",
        "have",
        "add",
        "bring",
        "publish",
        "address",
        "back",
    }
)


def what_the_demand_is(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """A copula or an apposition says what is asked: "their demand is a pay rise"; "a pay rise, their main demand"."""
    word = parsed.words[clause.predicate]
    if word.dep == "nsubj" and parsed.words[word.head].lemma == "be":
        return clause_of(parsed, word.head).slots.get("attribute", ()) or tuple(parsed.all(word.head, "ccomp"))
    return clause.slots.get("subject", ()) or ((word.head,) if word.dep == "appos" else ())


def what_is_done_at_request(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """What is done at somebody's request he asked for: "at the insistence of the DUP, ministers dropped the plan"."""
    preposition = parsed.words[parsed.words[clause.predicate].head]
    above = parsed.words[preposition.head]
    return (above.i,) if preposition.lemma == "at" and above.pos in (*_VERBAL, "NOUN") else ()


_ROLES = {
    "complement": infinitive_of_the_party_addressed,
    "infinitive": infinitive_of_the_object,
    "subjunctive": subjunctive_clause,
    "participle": participle_of_what_is_wanted,
    "maker": whoever_utters_it,
    "copula": what_the_demand_is,
    "done at": what_is_done_at_request,
    "for without object": preposition_without_object,
}

_DUTY = frozenset({"must", "should"})
_SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "write",
        "argue",
        "insist",
        "warn",
        "declare",
        "state",
        "stress",
        "note",
        "reply",
        "announce",
        "think",
        "believe",
        "maintain",
    }
)


def what_must_be_done_is_demanded(parsed: Parsed, cast: Cast, verb: int, frame: Frame) -> Iterator[Finding]:
    """Who says that somebody must do something demands it: "the government must go, said Berg"."""
    clause = clause_of(parsed, verb)
    speakers = [w for w in _speakers(parsed, clause) if acts(parsed, cast, w)]
    doers = [w for w in clause.slots.get("subject", ()) if w not in speakers]
    if clause.marker in ("if", "unless", "whether", "when") or _happened(parsed, verb):
        return
    about = [w for w in (*doers, *clause.slots.get("object", ())) if acts(parsed, cast, w)]
    if not about:
        return
    for speaker in speakers:
        start = parsed.words[verb].start
        what = clause_span(parsed, verb) if clause.passive or not doers else Span(start, clause_span(parsed, verb).end)
        yield Finding(
            kind="demand",
            anchor=verb,
            evidence=(clause_span(parsed, verb),),
            reason=Reason("what_must_be_done_is_demanded", frame.name, "who says that somebody must act demands it"),
            parts=_parts(speaker, [w for w in doers if acts(parsed, cast, w)]),
            terms={"what": (what,)},
            likely=frame.likely,
        )


def what_a_refusal_waits_for_is_demanded(parsed: Parsed, cast: Cast, verb: int, frame: Frame) -> Iterator[Finding]:
    """What somebody will not act without he demands: "the party will not join unless the law is passed"."""
    threat = clause_of(parsed, parsed.words[verb].head)
    if parsed.words[verb].dep != "advcl" or threat.modal not in ("will", "would", "can", "could"):
        return
    for asker in threat.slots.get("subject", ()):
        doers = [w for w in clause_of(parsed, verb).slots.get("subject", ()) if acts(parsed, cast, w)]
        if acts(parsed, cast, asker) and not any(cast.actor(w) == cast.actor(asker) for w in doers):
            yield Finding(
                kind="demand",
                anchor=verb,
                evidence=(Span(parsed.words[asker].start, clause_span(parsed, verb).end),)
                if asker < verb
                else (clause_span(parsed, verb),),
                reason=Reason(
                    "what_a_refusal_waits_for_is_demanded", frame.name, "what a refusal waits for is demanded"
                ),
                parts=_parts(asker, doers),
                terms={"what": (term_span(parsed, verb),)},
                likely=frame.likely,
            )


def _happened(parsed: Parsed, verb: int) -> bool:
    """ "must have trained" supposes, it does not ask."""
    return any(parsed.words[c].lemma == "have" for c in parsed.all(verb, "aux"))


def _speakers(parsed: Parsed, clause: Clause) -> tuple[int, ...]:
    """Whoever says the clause: the subject of the verb of saying right above it."""
    above = clause.governor
    if above is None or parsed.words[above].lemma not in _SAYING or clause.relation not in ("ccomp", "parataxis"):
        return ()
    return clause_of(parsed, above).slots.get("subject", ())
