"""A report of a game or a show is told from one of public affairs by its many words of play."""

from tests.coding.conftest import parse_one
from volteface.coding.genre import odds_by_genre

MATCH = (
    "The rebels toppled the champions in the cup. Their coach praised the goalkeeper, the striker scored a late goal "
    "from a corner, and the referee waved away a penalty before a noisy crowd of fans in the stadium."
)
DEBATE = (
    "The rebels toppled the government. Their leader praised the president of the chamber, the minister lost a late "
    "vote on the budget, and the speaker waved away an amendment before a noisy crowd in the square."
)


def test_a_match_is_a_game() -> None:
    assert odds_by_genre(parse_one(MATCH)) < 1


def test_a_debate_in_the_same_words_is_none() -> None:
    assert odds_by_genre(parse_one(DEBATE)) == 1


def test_a_long_report_may_hold_words_of_play_by_chance() -> None:
    assert odds_by_genre(parse_one(MATCH + "\n\n" + "\n\n".join([DEBATE] * 20))) == 1
