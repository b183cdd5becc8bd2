"""A word -> whether it is a party who acts in politics: the gate that offers, demands and ties pass.

The cast says who is an actor; a day or a sum that it took for one is none, nor is whoever plays, sells, cooks or looks
on, so that political words used of a stage, a shop or a pitch yield nothing.
"""

from volteface.coding.cast import Cast
from volteface.grammar import Parsed

_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_PRIVATE_WORDS = """
coach striker goalkeeper referee umpire batsman bowler midfielder defender winger player teammate fan jockey cyclist
guest customer shopper baker waiter waitress chef cook shopkeeper barman hairdresser butcher gardener florist
actor actress singer dancer conductor pianist violinist soprano tenor drummer painter sculptor audience spectator
pupil child kid toddler baby grandmother grandfather groom bride hiker climber tourist swimmer dog cat horse
"""
_PRIVATE = frozenset(_PRIVATE_WORDS.split())


def acts(parsed: Parsed, cast: Cast, word: int) -> bool:
    """Whether the word means an actor, and one who acts in politics."""
    w = parsed.words[word]
    return cast.actor(word) is not None and w.entity not in _MEASURES and w.lemma not in _PRIVATE
