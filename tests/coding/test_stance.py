"""Who is for or against what: one sentence in, its stances out; and sentences in which nobody takes a side."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.mentions import cast
from volteface.coding.rules.frames import lexicon
from volteface.coding.rules.stance import RULES, stances
from volteface.record import Report
from volteface.record.words import ReportId


def told(text: str) -> list[tuple[str, str, float | None]]:
    """(holder, target, polarity) of every stance, the parties by their head words."""
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))
    return [
        (parsed.words[holder.head or 0].text, parsed.words[target.head or 0].text, f.polarity)
        for f in stances(parsed, people, lexicon())
        for holder in f.parts["holder"]
        for target in f.parts["target"]
    ]


@pytest.mark.parametrize(
    ("text", "holder", "target", "polarity"),
    [
        # a word that means support or opposition
        ("The finance minister backed the pension reform.", "minister", "reform", 0.9),
        ("The guild opposes the toll road.", "guild", "road", -0.9),
        ("The bishop condemned the mining permit.", "bishop", "permit", -0.8),
        ("The union welcomed the ruling.", "union", "ruling", 0.8),
        ("The deputies voted against the budget.", "deputies", "budget", -0.8),
        ("The guild is opposed to the merger.", "guild", "merger", -0.8),
        ("The senator is an advocate of the canal.", "senator", "canal", 0.8),
        ("The king's objection to the charter is well known.", "king", "charter", -0.8),
        ("The pension reform was rejected by the guild.", "guild", "reform", -0.9),
        ("Anna Berg hailed the accord between Karsia and Toron.", "Berg", "accord", 0.8),
        # a negated one: reserve, or neutrality
        ("The minister did not support the bill.", "minister", "bill", -0.6),
        ("The mayor never backed the bridge.", "mayor", "bridge", -0.6),
        ("The union does not oppose the merger.", "union", "merger", 0.0),
        # a refusal
        ("The premier would not sign the accord.", "premier", "accord", -0.8),
        # a wish for an act
        ("The premier wants to scrap the levy.", "premier", "levy", -0.8),
        ("Anna Berg vowed to build the dam.", "Berg", "dam", 0.8),
        ("The mayor does not want to close the harbour.", "mayor", "harbour", 0.8),
        ("The premier asked the guild to back the budget.", "premier", "budget", 0.8),
        ("The premier urged the council to reject the budget.", "premier", "budget", -0.8),
        # calling it good or bad
        ("The union called the pension plan a betrayal.", "union", "plan", -0.7),
        ("The mayor said that the accord was a mistake.", "mayor", "accord", -0.7),
        ("The mayor said that the accord was not a mistake.", "mayor", "accord", 0.7),
        ("The bishop described the ruling as a farce.", "bishop", "ruling", -0.7),
        ("Anna Berg called the vote a triumph.", "Berg", "vote", 0.7),
    ],
)
def test_who_is_for_or_against_what(text: str, holder: str, target: str, polarity: float) -> None:
    assert (holder, target, polarity) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        # acts and descriptions
        "The minister visited the dam.",
        "The minister announced a reform.",
        "The premier met the guild.",
        "The premier described the plan in detail.",
        "The minister said nothing about the plan.",
        "The deputies voted on Monday.",
        "The mayor called the council.",
        "The mayor called the plan long.",
        "The mayor said that the road was wet.",
        "The mayor wants to see the dam.",
        "The mayor hopes to meet the union.",
        "The mayor refused to comment.",
        "The bishop did not mock the plan.",
        "The premier did not sign the accord.",
        # words of another sense
        "The lorry backed into the yard.",
        "The support of the bridge cracked.",
        "The museum is open to visitors.",
        # holders who are no actors
        "Rain supported the crops.",
        "The wall supported the roof.",
        "The wind opposed the boat.",
        "The storm wants to scrap the roof.",
        "The plan is a mistake.",
        "Nobody backed the plan.",
        "She opposes the levy.",
        # on oneself
        "Anna Berg praised herself.",
        "Anna Berg supports Anna Berg.",
        "Anna Berg voted for herself.",
    ],
)
def test_nobody_takes_a_side(text: str) -> None:
    assert told(text) == []


def test_joint_parties_stand_side_by_side() -> None:
    assert told("The guild and the union rejected the levy and the toll.") == [
        ("guild", "levy", -0.9),
        ("guild", "toll", -0.9),
        ("union", "levy", -0.9),
        ("union", "toll", -0.9),
    ]


def test_stances_come_in_the_order_of_the_text() -> None:
    text = "The mayor wants to scrap the levy. The guild backs the levy. The union called the levy a bribe."
    assert [holder for holder, _, _ in told(text)] == ["mayor", "guild", "union"]


def test_every_rule_states_a_fact() -> None:
    for rule in RULES:
        assert (rule.__doc__ or "").strip(), rule.__name__


@pytest.mark.xfail(strict=True, reason="the small model hangs the adjective on 'as' by a label of its own")
def test_an_adjective_behind_as_is_a_judgement() -> None:
    assert ("bishop", "ruling", -0.7) in told("The bishop described the ruling as unjust.")
