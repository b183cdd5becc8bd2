"""A parsed report -> how far it speaks of a game or a show rather than of public affairs.

Political words are used of pitch and stage with pleasure ("rebels topple champions"). A report full of different words
of play is one of those, and its claims are so unlikely that few of them are filed.
"""

from volteface.coding.lexica import word_classes
from volteface.grammar import Parsed

# Of 315 reports of public affairs in the corpus none holds seven different words of play; of 20 of games 17 do.
_DIFFERENT = 7
_SHARE = 0.02  # of all words: a long report may hold seven by chance
_PLAYFUL = 0.3  # what is left of a claim's odds in such a report


def odds_by_genre(parsed: Parsed) -> float:
    """The factor by which the genre changes the odds of a report's claims: 1, or less for a game or a show."""
    known = word_classes("play")["play"]
    found = [w.lemma for w in parsed.words if w.pos in ("NOUN", "VERB") and w.lemma in known]
    playful = len(set(found)) >= _DIFFERENT and len(found) >= _SHARE * len(parsed.words)
    return _PLAYFUL if playful else 1.0
