"""A pronoun that means no actor -> the thing that it means ("the bill" for "it"), or none where it is unclear.

Mentions of actors are `mentions`' business; here are plans, bills, deals and what else a stance may be on.
"""

from volteface.coding.cast import Cast
from volteface.coding.rules.frames import Lexicon
from volteface.grammar import Parsed

_BACK = 2  # sentences to look back
_SINGULAR = {"it", "this", "that"}
_PLURAL = {"them", "they", "these", "those"}
_ROLE = {"dobj": 2.0, "nsubjpass": 2.0, "nsubj": 1.5, "pobj": 1.0, "attr": 0.5}
_PROPOSALS = ("proposal", "position", "demand", "strike", "idea")
_TIMES = {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"}
_LEAST = 1.5


def thing_meant(parsed: Parsed, cast: Cast, lexicon: Lexicon, pronoun: int) -> int | None:
    """The head word of what an "it" or "them" stands for: the most prominent thing of the last sentences.

    "The bill passed on Monday. The guild condemned it." -> "bill"; proposals are preferred to other things, objects and
    subjects to what stands behind a preposition, the near to the far.
    """
    word = parsed.words[pronoun]
    form = word.text.lower()
    if form not in _SINGULAR | _PLURAL:
        return None
    first = parsed.sentences[max(0, word.sentence - _BACK)][0]
    best: tuple[float, int] | None = None
    for i in range(first, pronoun):
        score = _prominence(parsed, cast, lexicon, i, word.sentence, form in _PLURAL)
        if score is not None and (best is None or score >= best[0]):
            best = (score, i)
    return best[1] if best and best[0] >= _LEAST else None


def _prominence(parsed: Parsed, cast: Cast, lexicon: Lexicon, i: int, sentence: int, plural: bool) -> float | None:
    word = parsed.words[i]
    actor = cast.actor(i)
    if word.pos != "NOUN" or word.dep not in _ROLE or word.entity in _TIMES or (actor and actor.kind != "document"):
        return None
    if (word.tag in ("NNS", "NNPS")) != plural:
        return None
    proposal = any(word.lemma in lexicon.classes[c] for c in _PROPOSALS)
    aside = parsed.words[word.head].dep in ("relcl", "acl")
    return _ROLE[word.dep] + (1.5 if proposal else 0.0) - (sentence - word.sentence) - (1.0 if aside else 0.0)
