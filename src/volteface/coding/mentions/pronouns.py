"""A pronoun -> the actor that it stands for, or nobody where the sentence leaves it open.

Gender and number must agree; an object is never the subject of its own verb unless reflexive; then the subject of the
same or the last sentence is preferred, and what is nearest.
"""

from collections.abc import Iterator

from volteface.coding.mentions.entity import Entity, Stage, Step, real
from volteface.coding.mentions.speakers import Speakers
from volteface.grammar import Parsed
from volteface.grammar.subjects import surface_subjects

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their theirs themselves".split())
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
THIRD_PERSON = _HE | _SHE | _IT | _THEY
_SUBJECTS = {"nsubj", "nsubjpass", "agent"}
_FAR = 3  # sentences


# What a mention scores for each thing that speaks for it; fitted to the corpus, reports of five writers left out.
WEIGHTS = {
    "same sentence": 3.0,
    "sentence before": 2.2,
    "two before": 0.8,
    "three before": -0.3,
    "subject": 0.5,
    "main subject": 0.4,
    "subject again": 0.2,
    "its owner": 0.4,
    "governing subject": 0.3,
    "unnamed speaker": -0.6,
    "kind in doubt": -1.7,
    "possessor": -0.05,
    "behind preposition": -0.7,
    "named": 0.4,
    "plural": 0.65,
    "gender known": 0.3,
    "doubtful person": -1.3,
    "pronoun": 0.3,
    "mentioned often": 0.12,
    "words between": -0.02,
}
_CLOSE_CALL = 0.1  # an "it" or "they" whose two best antecedents lie closer stays open
_CLEAR = 1.0  # a lead by which a pronoun tells the gender of the one it means


def stands_for(stage: Stage, speakers: Speakers, head: int) -> Entity | None:
    """The actor that a pronoun of the third person means."""
    word = stage.parsed.words[head]
    low = word.text.lower()
    if word.dep == "expl" or (low == "it" and _is_empty(stage.parsed, head)):
        return None
    if low in _IT and _thing_before(stage, head):
        return None
    ranked = _ranked(stage, speakers, head, low)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLOSE_CALL and low in _IT | _THEY):
        return None
    entity = ranked[0][1]
    if low in _IT and entity.kind == "person":
        entity.kind = "organization"
    if low in _HE | _SHE and entity.gender is None and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] > _CLEAR):
        entity.gender = "m" if low in _HE else "f"
    return entity


def _ranked(stage: Stage, speakers: Speakers, head: int, low: str) -> list[tuple[float, Entity]]:
    scores: dict[Entity, float] = {}
    barred = _barred(stage, speakers, head)
    for step in stage.steps():
        entity = real(step.entity)
        distance = stage.parsed.words[head].sentence - stage.parsed.words[step.head].sentence
        if distance > _FAR:
            break
        if step.head > head or entity in barred or not agrees(low, entity):
            continue
        score = _score(stage.parsed, head, step, entity, distance)
        scores[entity] = max(score, scores.get(entity, score))
    return sorted(((s, e) for e, s in scores.items()), key=lambda r: -r[0])


def agrees(low: str, entity: Entity) -> bool:
    """Whether gender and number of the pronoun allow the actor."""
    if low in _HE | _SHE:
        return entity.is_person and entity.gender != ("f" if low in _HE else "m")
    if low in _IT:
        one = entity.kind in ("organization", "country", "document") and not entity.plural
        return one or (entity.kind == "group" and entity.named) or _may_be_a_body(entity)
    return entity.plural or entity.kind in ("group", "organization")


def _may_be_a_body(entity: Entity) -> bool:
    """Taken for a person by nothing but its place in a sentence: "Arkos said it would sue"."""
    return entity.kind == "person" and entity.named and not (entity.sure or entity.roles or entity.gender)


def _score(parsed: Parsed, head: int, step: Step, entity: Entity, distance: int) -> float:
    return sum(WEIGHTS[name] * value for name, value in _features(parsed, head, step, entity, distance))


def _features(parsed: Parsed, head: int, step: Step, entity: Entity, distance: int) -> Iterator[tuple[str, float]]:
    """What speaks for the mention, by the names in WEIGHTS."""
    word, pronoun = parsed.words[step.head], parsed.words[head]
    leads = _leads(parsed, step.head)
    yield ("same sentence", "sentence before", "two before", "three before")[distance], 1.0
    if leads:
        yield "subject", 1.0
        if _is_main(parsed, step.head):
            yield "main subject", 1.0
        if pronoun.dep in _SUBJECTS:
            yield "subject again", 1.0
        if distance == 0 and pronoun.dep == "poss":
            yield "its owner", 1.0
        if distance == 0 and governs(parsed, word.head, head):
            yield ("governing subject" if entity.named or step.form == "pronoun" else "unnamed speaker"), 1.0
    elif word.dep == "poss":
        yield "possessor", 1.0
    elif word.dep == "pobj":
        yield "behind preposition", 1.0
    if entity.named:
        yield "named", 1.0
    if entity.plural and pronoun.text.lower() in _THEY:
        yield "plural", 1.0
    if entity.gender:
        yield "gender known", 1.0
    if entity.kind == "person" and not entity.sure:
        yield ("kind in doubt" if pronoun.text.lower() in _IT else "doubtful person"), 1.0
    if step.form == "pronoun":
        yield "pronoun", 1.0
    yield "mentioned often", min(entity.hits, 5)
    yield "words between", min(head - step.head, 60) / 10


def governs(parsed: Parsed, verb: int, i: int) -> bool:
    """Whether the word stands in a clause that hangs on the verb: "he" under "said" in "Sadr said he would"."""
    for _ in range(12):
        above = parsed.words[i].head
        if above == i:
            return False
        if above == verb:
            return True
        i = above
    return False


def _leads(parsed: Parsed, i: int) -> bool:
    """A subject, itself or as a conjunct of one."""
    word = parsed.words[i]
    for _ in range(6):
        if word.dep not in ("conj", "appos"):
            break
        word = parsed.words[word.head]
    return word.dep in _SUBJECTS


def main_subject(parsed: Parsed, sentence: int) -> int | None:
    """The subject of the sentence's main verb."""
    roots = (i for i in parsed.sentences[sentence] if parsed.words[i].head == i)
    return next((s for r in roots if (s := parsed.child(r, "nsubj", "nsubjpass")) is not None), None)


def _is_main(parsed: Parsed, i: int) -> bool:
    """The subject of the main clause, or a conjunct of it."""
    word = parsed.words[i]
    verb = parsed.words[word.head]
    while verb.dep == "conj" and parsed.words[verb.head].pos in ("VERB", "AUX"):
        verb = parsed.words[verb.head]
    return word.dep in _SUBJECTS and verb.dep == "ROOT"


def _barred(stage: Stage, speakers: Speakers, head: int) -> set[Entity]:
    """Who cannot be meant: who shares the verb, and who speaks the quotation that it stands in."""
    parsed = stage.parsed
    word = parsed.words[head]
    barred = {e for e in [speakers.entity_outside(stage, head)] if e is not None}
    if word.dep == "poss" or word.text.lower().endswith(("self", "selves")):
        return barred
    verb = word.head if word.dep != "pobj" else parsed.words[word.head].head
    partners = set(parsed.all(verb, *_SUBJECTS, "dobj", "dative"))
    if word.dep not in _SUBJECTS and parsed.words[verb].pos in ("VERB", "AUX"):
        partners.update(surface_subjects(parsed, verb))
    for child in partners:
        if child != head:
            entity = stage.entity_at(child)
            if entity is not None:
                barred.add(entity)
    return barred


def _is_empty(parsed: Parsed, head: int) -> bool:
    """ "It is clear that", "it was Sadr who": nobody and nothing."""
    word = parsed.words[head]
    if word.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = parsed.words[word.head]
    clausal = any(parsed.words[c].dep in ("ccomp", "xcomp", "advcl", "csubj") for c in parsed.children[verb.i])
    attribute = parsed.child(verb.i, "acomp", "attr")
    if verb.lemma in ("seem", "appear", "happen", "rain", "take") and clausal:
        return True
    return verb.lemma == "be" and attribute is not None


def _thing_before(stage: Stage, head: int) -> bool:
    """Whether the subject before is a thing, so that "it" is more likely that: "The plan failed because it ..."."""
    parsed = stage.parsed
    sentence = parsed.words[head].sentence
    for i in range(head - 1, max(-1, head - 60), -1):
        word = parsed.words[i]
        if word.sentence < sentence and not _is_main(parsed, i):
            if word.sentence < sentence - 1:
                return False
            continue
        if word.dep in _SUBJECTS and word.tag in ("NN", "NNP", "PRP", "DT"):
            if word.pos == "PRON" and word.text.lower() not in _IT:
                continue
            return i not in stage.at and (word.sentence == sentence or parsed.words[head].dep != "poss")
    return False
