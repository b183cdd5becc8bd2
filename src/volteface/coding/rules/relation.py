"""A parse and its cast -> standing ties: offices, memberships, alliances, and parts played in something.

A tie joins two who act, or one who acts and what he leads, brokered or is part of; a title without a body
("President X") is none. What a noun means is a frame of `lexicon/relation.yaml`; how a name comes by it (apposition,
copula, a title before it) is said here, one construction a function.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product

from msgspec.structs import replace

from volteface.coding.cast import Cast
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.rules.acting import acts
from volteface.coding.rules.frames import Frame, Lexicon
from volteface.coding.rules.match import match
from volteface.grammar import Parsed, Span, Word, clause_of, phrase
from volteface.record import Actor

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_NOMINAL = ("NOUN", "PROPN")
_PARTIES = frozenset(
    {
        "party",
        "opposition",
        "union",
        "coalition",
        "movement",
        "alliance",
        "bloc",
        "faction",
        "league",
        "rebel",
        "guerrilla",
        "front",
    }
)
_OFFICE_KINDS = frozenset(
    {
        "house",
        "senate",
        "congress",
        "treasury",
        "parliament",
        "council",
        "commons",
        "cabinet",
        "government",
        "labour",
        "state",
    }
)
_BEFORE = ("compound", "amod", "nmod")
_JOINT = 6  # joint parties that are told apart on either side
_ACTORS = 300  # actors of a report among which a party's name is looked for
_FARTHEST = 40  # words between the two sides of a tie: more is a slip of the parser
_Rule = Callable[[Parsed, Cast, int], list[int]]


def relations(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Finding]:
    """Every tie that the report states, once for each pair and predicate."""
    opened: dict[tuple[str, str], list[Frame]] = {}
    for frame in lexicon.of("relation"):
        for lemma in frame.lemmas:
            opened.setdefault((frame.form, lemma), []).append(frame)
    lemmas = {lemma.split()[0] for _, lemma in opened}
    found: list[Finding] = []
    for word in parsed.words:
        if word.lemma in lemmas:
            found.extend(_opened(parsed, cast, word, opened, lexicon))
        if word.entity == "PERSON" or word.dep == "poss":
            found.extend(f for rule in _RULES_OF_NAMES for f in rule(parsed, cast, word.i))
    return _once(found, cast)


def _opened(
    parsed: Parsed, cast: Cast, word: Word, opened: dict[tuple[str, str], list[Frame]], lexicon: Lexicon
) -> Iterator[Finding]:
    """What the frames of one word find."""
    if word.pos == "VERB" and word.dep not in ("aux", "auxpass"):
        yield from compound_names_who_leads_or_backs(parsed, cast, word.i, opened.get(("verb", word.lemma), []))
        yield from _told_by_verbs(parsed, cast, opened, word.i, lexicon)
    elif word.pos in (*_NOMINAL, "ADJ"):
        for frame in opened.get(("noun", word.lemma), ()):
            rule = adherent_of_a_party if frame.slots("object") == ("self",) else _told_by_a_noun
            yield from rule(parsed, cast, word.i, frame)
        for frame in opened.get(("adjective", word.lemma), ()):
            yield from adjective_ties_its_noun(parsed, cast, word.i, frame)


def _once(found: Iterable[Finding], cast: Cast) -> list[Finding]:
    """Each pair of parties once: what the report says of them first, frames before bare names."""
    kept: dict[tuple[object, ...], Finding] = {}
    for f in sorted(found, key=lambda f: f.reason.frame is None):
        sides = tuple(_meant(cast, f.parts[side][0]) for side in ("subject", "object"))
        if sides[0] != sides[1]:
            kept.setdefault(sides, f)
    return sorted(kept.values(), key=lambda f: f.anchor)


def _meant(cast: Cast, party: Party) -> object:
    actor = cast.actor(party.head) if party.head is not None else None
    return actor.id if actor else party.actor or party.head


# --- verbs ---


def _told_by_verbs(
    parsed: Parsed, cast: Cast, frames: dict[tuple[str, str], list[Frame]], i: int, lexicon: Lexicon
) -> Iterator[Finding]:
    """ "who leads the Civic Union", "brokered by Qatar"."""
    clause = clause_of(parsed, i)
    for frame in frames.get(("verb", clause.lemma), ()):
        if finding := match(
            parsed, cast, clause, frame, lexicon, "a verb of leading, belonging or backing states a tie"
        ):
            if "agent" in frame.slots("subject") and parsed.words[i].dep not in ("acl", "amod"):
                continue
            words = finding.words or {"predicate": parsed.words[i].text.lower()}
            for side, thing in product(finding.parts["subject"][:_JOINT], finding.parts["object"][:_JOINT]):
                if side.head is not None and thing.head is not None:
                    yield _tie(
                        parsed, i, _introduced(parsed, side.head), thing.head, words, finding.reason, frame.likely
                    )


def _introduced(parsed: Parsed, word: int) -> int:
    """The name that an apposition stands beside: "Conte" for "the premier who heads it" in "Conte, the premier who"."""
    above = parsed.words[parsed.words[word].head]
    return above.i if parsed.words[word].dep == "appos" and above.pos == "PROPN" else word


def compound_names_who_leads_or_backs(parsed: Parsed, cast: Cast, i: int, frames: list[Frame]) -> Iterator[Finding]:
    """A name tied to a participle by a hyphen leads or backs what follows: "the UN-brokered truce"."""
    word = parsed.words[i]
    if word.tag != "VBN" or word.dep != "amod" or not frames:
        return
    for c in parsed.children[i]:
        if c == i - 2 and parsed.words[c].pos == "PROPN" and parsed.words[i - 1].text in ("-", "‑", "–"):
            words = frames[0].words or {"predicate": word.text.lower()}
            yield _tie(parsed, i, c, word.head, words, _reason(compound_names_who_leads_or_backs, frames[0]), 0.6)


# --- offices ---


def _told_by_a_noun(parsed: Parsed, cast: Cast, noun: int, frame: Frame) -> Iterator[Finding]:
    """ "X, leader of Y"; "the leader of Y, X"; "Y leader X"; "an aide to Y"."""
    body, role = _body(parsed, cast, noun, frame)
    if body is None:
        return
    for holder, rule in _holders(parsed, cast, noun, frame):
        if holder == body or abs(holder - body) > _FARTHEST or not (holder == noun or acts(parsed, cast, holder)):
            continue
        if holder == noun and role == "kind":
            continue
        words = frame.words or {"predicate": _own_predicate(parsed, noun, role)}
        yield _tie(parsed, noun, holder, body, words, _reason(rule, frame), frame.likely)


def _body(parsed: Parsed, cast: Cast, noun: int, frame: Frame) -> tuple[int | None, str]:
    """What the office is of, by the frame's roles, and the role that it was found in."""
    slots = clause_of(parsed, noun).slots
    for role in frame.slots("object"):
        words = _kind(parsed, noun) if role == "kind" else slots.get(role, ()) or _owners(parsed, noun, role)
        found = next((w for w in words if _is_body(parsed, cast, w)), None)
        if found is not None:
            return found, role
    return None, ""


def _owners(parsed: Parsed, noun: int, role: str) -> tuple[int, ...]:
    """The possessor of a title before a name hangs on the name: "Kenya's president William Ruto"."""
    head = parsed.words[noun].head
    if role != "owner" or parsed.words[noun].dep not in ("compound", "nmod"):
        return ()
    return tuple(c for c in parsed.all(head, "poss") if c < noun)


def _kind(parsed: Parsed, noun: int) -> tuple[int, ...]:
    """The body named right before the word: "Greens leader", "the union boss"; a nationality is none."""
    word = parsed.words[noun]
    near = [c for c in parsed.children[noun] if parsed.words[c].dep in _BEFORE and c < noun]
    if word.dep in ("compound", "nmod"):
        near += [c for c in parsed.children[word.head] if parsed.words[c].dep in _BEFORE and c < noun]
    return tuple(c for c in near if _is_party_word(parsed.words[c]))


def _is_party_word(word: Word) -> bool:
    named = word.tag != "JJ" and (word.entity == "ORG" or (word.entity == "NORP" and word.pos == "PROPN"))
    return (named and word.lemma not in _OFFICE_KINDS) or word.lemma in _PARTIES


def _is_body(parsed: Parsed, cast: Cast, word: int) -> bool:
    """Somebody or something that one can belong to; a bare noun ("chief of staff") is part of a title."""
    w = parsed.words[word]
    if w.pos == "NOUN" and w.tag == "NN" and not parsed.children[word] and w.dep == "pobj":
        return False
    return cast.actor(word) is not None or w.entity in _NAMED or w.lemma in _PARTIES


def _own_predicate(parsed: Parsed, noun: int, role: str) -> str:
    """The office in the report's words: "foreign minister of"."""
    words = [c for c in parsed.children[noun] if parsed.words[c].dep in ("compound", "amod") and c < noun]
    plain = [parsed.words[c].text.lower() for c in words if parsed.words[c].entity not in _BODIES]
    return " ".join([*plain, parsed.words[noun].text.lower(), role if role in ("to", "for", "in", "at") else "of"])


def _holders(parsed: Parsed, cast: Cast, noun: int, frame: Frame) -> list[tuple[int, "_Rule"]]:
    """Who is said to hold the office, and by which construction: the first that applies."""
    for rule in _HOLDERS if "self" in frame.slots("subject") else _HOLDERS[:-1]:
        if words := [w for w in rule(parsed, cast, noun) if w != noun or rule is phrase_names_its_holder]:
            return [(w, rule) for w in words]
    return []


def apposition_names_the_office(parsed: Parsed, cast: Cast, noun: int) -> list[int]:
    """An apposition says which office a name holds: "Ana Berg, leader of the Greens"; "their leader, Ana Berg"."""
    below = [c for c in parsed.all(noun, "appos") if parsed.words[c].pos == "PROPN"]
    top = noun
    while parsed.words[top].dep == "conj" and parsed.words[parsed.words[top].head].pos in _NOMINAL:
        top = parsed.words[top].head
    if not below and parsed.words[top].dep == "appos":
        return [parsed.words[top].head]
    return below


def copula_names_the_office(parsed: Parsed, cast: Cast, noun: int) -> list[int]:
    """A copula says which office somebody holds: "Ana Berg is the leader of the Greens"."""
    clause = clause_of(parsed, noun)
    return [] if clause.negated else list(clause.slots.get("subject", ()))


def title_stands_before_the_name(parsed: Parsed, cast: Cast, noun: int) -> list[int]:
    """A title with its body stands before the name: "Greens leader Ana Berg"."""
    word = parsed.words[noun]
    head = parsed.words[word.head]
    named = head.pos == "PROPN" and word.dep in _BEFORE and head.i > noun
    return [head.i] if named and (head.entity in ("PERSON", "") or cast.actor(head.i)) else []


def office_is_held_as(parsed: Parsed, cast: Cast, noun: int) -> list[int]:
    """What somebody does as a holder of an office, he does holding it: "resigned as leader of the Greens"."""
    above = parsed.words[parsed.words[noun].head]
    if above.lemma != "as" or above.dep != "prep" or parsed.words[above.head].pos not in ("VERB", "AUX"):
        return []
    clause = clause_of(parsed, above.head)
    return list(clause.slots.get("object" if clause.passive else "subject", ()))


def phrase_names_its_holder(parsed: Parsed, cast: Cast, noun: int) -> list[int]:
    """A phrase that names its holder by office alone and acts is a party of its own: "an aide to Berg said"."""
    word = parsed.words[noun]
    counted = word.tag in ("NN", "NNP") or any(parsed.words[c].dep == "nummod" for c in parsed.children[noun])
    active = word.dep in ("nsubj", "nsubjpass") or parsed.words[word.head].dep == "agent"
    return [noun] if active and counted and acts(parsed, cast, noun) else []


_HOLDERS: tuple["_Rule", ...] = (
    apposition_names_the_office,
    title_stands_before_the_name,
    copula_names_the_office,
    office_is_held_as,
    phrase_names_its_holder,
)


def adjective_ties_its_noun(parsed: Parsed, cast: Cast, word: int, frame: Frame) -> Iterator[Finding]:
    """An adjective of nearness ties its noun to whom it is near: "a minister close to Berg"; "he is loyal to Berg"."""
    clause = clause_of(parsed, word)
    noun = parsed.words[parsed.words[word].head]
    holders = list(clause.slots.get("subject", ())) or ([noun.i] if noun.pos in _NOMINAL else [])
    objects = [w for role in frame.slots("object") for w in clause.slots.get(role, ()) if cast.actor(w)]
    for holder, thing in product(holders[:_JOINT], objects[:_JOINT]):
        if cast.actor(holder) and not clause.negated:
            words = {"predicate": f"{parsed.words[word].text.lower()} to"}
            yield _tie(
                parsed,
                word,
                _introduced(parsed, holder),
                thing,
                words,
                _reason(adjective_ties_its_noun, frame),
                frame.likely,
            )


# --- names and parties ---


def adherent_of_a_party(parsed: Parsed, cast: Cast, noun: int, frame: Frame) -> Iterator[Finding]:
    """A party's word beside a name makes a member: "Pat Lowe, a Republican"; "Green councillor Ida Ost"."""
    holders = apposition_names_the_office(parsed, cast, noun) or copula_names_the_office(parsed, cast, noun)
    if not holders and parsed.words[noun].dep in _BEFORE:
        holders = _titled(parsed, cast, noun)
    for holder in holders:
        actor = cast.actor(holder)
        if (
            actor is None
            or actor.kind != "person"
            or parsed.words[holder].pos == "PRON"
            or parsed.words[holder].text.isupper()
        ):
            continue
        party = _party_meant(parsed, cast, noun, actor)
        if party is not None:
            tie = _tie(parsed, noun, holder, noun, frame.words, _reason(adherent_of_a_party, frame), frame.likely)
            yield replace(tie, parts={**tie.parts, "object": (party,)})


def _party_meant(parsed: Parsed, cast: Cast, noun: int, holder: Actor) -> Party | None:
    """The word itself, or, where the cast takes it for the man, the body in the report that bears its name."""
    if cast.actor(noun) != holder:
        return Party(head=noun)
    stem = parsed.words[noun].lemma.rstrip("s")
    bodies = (a for a in islice(cast.actors.values(), _ACTORS) if a.kind in ("organization", "group"))
    return next((Party(actor=a.id) for a in bodies if stem in a.name.lower()), None)


def _titled(parsed: Parsed, cast: Cast, adjective: int) -> list[int]:
    """The name that a party's adjective stands before, over a title between them: "Republican Sen. Wade Purcell"."""
    top = parsed.words[adjective].head
    while parsed.words[top].dep in _BEFORE and parsed.words[top].head > top:
        top = parsed.words[top].head
    found = [top, *parsed.all(top, "appos"), *apposition_names_the_office(parsed, cast, top)]
    return [w for w in found if parsed.words[w].pos == "PROPN" and parsed.words[w].entity in ("PERSON", "ORG", "")][:1]


def name_of_a_party(parsed: Parsed, cast: Cast, word: int) -> Iterator[Finding]:
    """A person "of" a party or body is its member: "Caroline Plas of the BBB"."""
    if parsed.words[word].entity != "PERSON" or parsed.words[word].pos != "PROPN":
        return
    slots = clause_of(parsed, word).slots
    for body in (*slots.get("of", ()), *slots.get("from", ())):
        if parsed.words[body].entity in ("ORG", "NORP") or parsed.words[body].lemma in _PARTIES:
            yield _tie(parsed, word, word, body, {"predicate": "member of"}, _reason(name_of_a_party), 0.6)


def owner_of_a_party(parsed: Parsed, cast: Cast, word: int) -> Iterator[Finding]:
    """Whose party it is belongs to it: "Otto Krall's Homeland Bloc"; "Ana Berg, whose party"; "his Homeland Bloc"."""
    owner = parsed.words[word]
    if owner.dep != "poss":
        return
    thing = parsed.words[owner.head]
    named = thing.pos == "PROPN" and (thing.entity in ("ORG", "NORP") or thing.lemma in _PARTIES)
    if not named and (thing.lemma not in _PARTIES or owner.tag == "PRP$"):
        return
    if owner.tag == "WP$":
        owner = parsed.words[
            next((parsed.words[a].head for a in parsed.ancestors(word) if parsed.words[a].dep == "relcl"), word)
        ]
    actor = cast.actor(owner.i)
    if actor is None or actor.kind != "person":
        return
    predicate = "leads" if parsed.words[word].tag == "WP$" or named else "member of"
    yield _tie(parsed, word, owner.i, thing.i, {"predicate": predicate}, _reason(owner_of_a_party), 0.55)


_RULES_OF_NAMES = (name_of_a_party, owner_of_a_party)


# --- findings ---


def _reason(rule: Callable[..., object], frame: Frame | None = None) -> Reason:
    return Reason(rule.__name__, frame.name if frame else None, (rule.__doc__ or "").strip().split("\n")[0])


def _tie(
    parsed: Parsed, anchor: int, subject: int, thing: int, words: dict[str, str], reason: Reason, likely: float
) -> Finding:
    return Finding(
        kind="relation",
        anchor=anchor,
        evidence=(_evidence(parsed, anchor, subject, thing),),
        reason=reason,
        parts={"subject": (Party(head=subject),), "object": (Party(head=thing),)},
        words=words,
        likely=likely,
    )


def _evidence(parsed: Parsed, *heads: int) -> Span:
    """From the first to the last of the phrases that bear a tie out."""
    spans = [phrase(parsed, h) for h in heads if parsed.words[h].pos not in ("VERB", "AUX")]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
