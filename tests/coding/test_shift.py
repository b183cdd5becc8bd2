"""Who changed position, from what to what: a sentence or two in, the turns out; and texts in which nobody turns."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.finding import Finding
from volteface.coding.mentions import cast
from volteface.coding.rules.current import with_time
from volteface.coding.rules.english import code_parsed
from volteface.coding.rules.frames import lexicon
from volteface.coding.rules.shift import positions_of_turns, shifts
from volteface.coding.rules.stance import stances
from volteface.grammar import Parsed
from volteface.record import Report, Shift
from volteface.record.words import Modality, ReportId

Turn = tuple[str, str, float | None, float | None]


def found(text: str) -> tuple[Parsed, list[Finding]]:
    """The parse of a text and its turns."""
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))
    held = [with_time(parsed, stance, None) for stance in stances(parsed, people, lexicon())]
    return parsed, shifts(parsed, people, lexicon(), held)


def turns(text: str) -> list[Turn]:
    """(holder, target, from, to) of every turn, the parties by their head words."""
    parsed, made = found(text)
    return [
        (parsed.words[holder.head or 0].text, parsed.words[target.head or 0].text, f.before, f.polarity)
        for f in made
        for holder in f.parts["holder"]
        for target in f.parts["target"]
    ]


def rules(text: str) -> list[str]:
    """The rule behind each turn."""
    return [f.reason.rule for f in found(text)[1]]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("The union dropped its opposition to the merger.", ("union", "merger", -0.8, 0)),
        ("The small party withdrew its support for the cabinet.", ("party", "cabinet", 0.8, -0.6)),
        ("The tribal chiefs turned against the governor.", ("chiefs", "governor", 0.7, -0.8)),
        ("The minister backed down on the fuel levy.", ("minister", "levy", 0.8, 0)),
        ("The senator changed her mind about the treaty.", ("senator", "treaty", None, None)),
        ("The governor's reversal on the toll road surprised the drivers.", ("governor", "road", None, None)),
    ],
)
def test_a_word_for_it_tells_a_turn(text: str, turn: Turn) -> None:
    assert turn in turns(text)
    assert rules(text) == ["frame_shift"]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("The guild had vetoed the fund. On Friday it relented.", ("it", "fund", -0.9, 0.5)),
        ("The mayor had opposed the bridge. On Monday he changed his mind.", ("he", "bridge", -0.9, None)),
    ],
)
def test_a_turn_without_a_target_is_on_what_its_holder_held(text: str, turn: Turn) -> None:
    assert turns(text) == [turn]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("The guild no longer opposes the levy.", ("guild", "levy", -0.9, 0)),
        ("Anna Berg would no longer oppose the plan.", ("Berg", "plan", -0.9, 0)),
        ("The guild no longer supports the levy.", ("guild", "levy", 0.9, -0.5)),
    ],
)
def test_what_is_held_no_longer_was_turned_from(text: str, turn: Turn) -> None:
    assert turns(text) == [turn]
    assert rules(text) == ["no_longer_held"]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("The party turned to support Anna Berg.", ("party", "Berg", None, 0.9)),
        ("The mayor switched to backing the bridge.", ("mayor", "bridge", None, 0.9)),
        ("The union persuaded the mayor to back the truce.", ("mayor", "truce", None, 0.9)),
        ("The ruling prompted the mayor to oppose the bridge.", ("mayor", "bridge", None, -0.9)),
    ],
)
def test_a_position_behind_a_verb_of_turning_is_a_new_one(text: str, turn: Turn) -> None:
    assert turns(text) == [turn]
    assert rules(text) == ["turning_to_a_position"]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        (
            "The change in the cleric's stance on the protests surprised the capital.",
            ("cleric", "protests", None, None),
        ),
        ("The shift in the guild's position on the levy came late.", ("guild", "levy", None, None)),
    ],
)
def test_a_change_in_somebodys_stance_is_a_turn(text: str, turn: Turn) -> None:
    assert turns(text) == [turn]
    assert rules(text) == ["turn_in_the_stance_of_somebody"]


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Anna Berg once opposed the dam. Now she backs the dam.", ("she", "dam", -0.9, 0.9)),
        ("Anna Berg had supported the dam. Now she rejects the dam.", ("she", "dam", 0.9, -0.9)),
        ("Anna Berg once praised the dam. Now she condemns the dam.", ("she", "dam", 0.8, -0.8)),
    ],
)
def test_a_past_stance_beside_a_present_one_of_the_other_sign_is_a_turn(text: str, turn: Turn) -> None:
    assert turns(text) == [turn]
    assert rules(text) == ["stances_that_contradict_each_other"]


@pytest.mark.parametrize(
    "text",
    [
        # words of another sense
        "The car backed down the drive.",
        "The cook scrapped the burnt toast.",
        "The boat turned against the current.",
        "The guild reversed into the wall.",
        "The mayor changed his shirt.",
        "The mayor turned the key.",
        "The party turned to Anna Berg.",
        "The mayor switched to the evening train.",
        # nothing that the turn could be on
        "The mayor relented.",
        "The mayor changed his mind.",
        "The mayor opposed the bridge. It rained. It rained again. It snowed. It hailed. On Monday the mayor relented.",
        # no turn from or to a position
        "The guild supports the levy.",
        "The guild no longer owns the levy.",
        "The mayor no longer lives in the capital.",
        "The mayor turned to leave the room.",
        "The mayor promised to back the truce.",
        "The union persuaded the mayor to sing.",
        # changes of other things
        "The change in the weather surprised the capital.",
        "The turn in the road surprised the drivers.",
        "The change in the guild's stance came late.",
        "The guild's stance on the levy is known.",
        # two stances that go together
        "Anna Berg opposed the dam. Paul Weber backs the dam.",
        "Anna Berg once opposed the dam. Now she backs the bridge.",
        "Anna Berg once opposed the dam. She still opposes the dam.",
        # nobody whom the report knows
        "The wind turned against the boat.",
    ],
)
def test_nobody_turns(text: str) -> None:
    assert turns(text) == []


def test_a_turn_that_is_told_twice_is_one_with_both_places() -> None:
    text = "The union dropped its opposition to the plan. On Friday the union came round to the plan."
    _, made = found(text)
    assert len(made) == 1
    assert len(made[0].evidence) == 2


def test_a_turn_shows_the_position_before_it_and_the_one_after_it() -> None:
    parsed, made = found("The small party withdrew its support for the cabinet.")
    assert [(f.polarity, f.current) for f in positions_of_turns(parsed, made)] == [(0.8, False), (-0.6, True)]


def test_a_turn_that_two_stances_tell_shows_no_other_positions() -> None:
    parsed, made = found("Anna Berg once opposed the dam. Now she backs the dam.")
    assert made
    assert list(positions_of_turns(parsed, made)) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mayor dropped his objection to the bridge.", "asserted"),
        ("The guild no longer supports the levy.", "asserted"),
        ("The mayor did not drop his objection to the bridge.", "denied"),
        ("The mayor denied that he had dropped his objection to the bridge.", "denied"),
        ("The mayor refused to drop his objection to the bridge.", "denied"),
        ("The mayor might drop his objection to the bridge.", "hypothetical"),
    ],
)
def test_a_turn_that_is_denied_or_supposed_is_filed_so(text: str, modality: Modality) -> None:
    report = Report(id=ReportId("r-1"), text=text)
    coded = code_parsed(report, parse_one(text), lexicon())
    assert [c.modality for c in coded.claims if isinstance(c, Shift)] == [modality]
