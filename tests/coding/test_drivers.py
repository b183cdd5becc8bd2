"""What is said to have moved a turn: the words behind it, above it or in a later sentence; and what moved nobody."""

import pytest

from tests.coding.test_shift import found
from volteface.record.words import Modality

TURN = "The mayor dropped his objection to the bridge"


def causes(text: str) -> list[tuple[str, Modality]]:
    """(words, modality) of every driver of the one turn in the text."""
    _, (turn,) = found(text)
    return [(text[slice(*c.span)], c.modality) for c in turn.causes]


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        # behind the turn
        (f"{TURN} after the court ruled against it.", "the court ruled against it"),
        (f"{TURN} because the money had run out.", "the money had run out"),
        (f"{TURN} when the court ruled.", "the court ruled"),
        (f"{TURN} in return for two seats on the board.", "two seats on the board"),
        (f"{TURN} under pressure from the ministry.", "pressure from the ministry"),
        (f"{TURN} amid protests.", "protests"),
        (f"{TURN} at the request of the king.", "the request of the king"),
        (f"{TURN}, citing the ruling.", "the ruling"),
        # above it
        ("The strike persuaded the mayor to back the truce.", "The strike"),
        ("The promises were the key to the change in the guild's stance on the levy.", "The promises"),
        # in a later sentence
        (f"{TURN}. His change of mind was put down to the ruling.", "the ruling"),
        (f"{TURN}. The turn was attributed to the strike.", "the strike"),
    ],
)
def test_what_is_said_to_have_moved_it(text: str, driver: str) -> None:
    assert causes(text) == [(driver, "asserted")]


def test_what_is_said_not_to_have_moved_it_is_a_denied_driver() -> None:
    assert causes(f"{TURN}. The turn was not caused by the strike.") == [("the strike", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        f"{TURN}.",
        f"{TURN} on Monday.",
        f"{TURN} after Monday.",
        f"{TURN} in May.",
        f"{TURN} at noon.",
        f"{TURN} in the capital.",
        f"{TURN} with a smile.",
        f"{TURN}. It rained after the vote.",
        f"{TURN}. The turn of the tide was at noon.",
        f"{TURN}, but the council blamed the strike for the delay.",
        f"The strike was put down to the heat. {TURN}.",
    ],
)
def test_nothing_is_said_to_have_moved_it(text: str) -> None:
    assert causes(text) == []


def test_a_driver_goes_with_the_nearest_turn_before_it() -> None:
    text = (
        "The guild turned against the governor. The mayor dropped his objection to the bridge. "
        "The turn was attributed to the strike."
    )
    _, made = found(text)
    assert [[text[slice(*c.span)] for c in turn.causes] for turn in made] == [[], ["the strike"]]


def test_a_turn_names_four_drivers_at_most() -> None:
    again = "The turn was attributed to the {}. "
    text = f"{TURN}. " + "".join(again.format(word) for word in ("strike", "ruling", "heat", "vote", "debt", "war"))
    assert len(causes(text.strip())) == 4


def test_a_turn_does_not_drive_itself() -> None:
    text = "The reversal of the guild was put down to the governor's climbdown on the toll road."
    assert causes(text) == []
