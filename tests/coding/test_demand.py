"""Demands: one sentence in, who asks of whom for what out; and sentences that ask nothing."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.finding import Party
from volteface.coding.mentions import cast
from volteface.coding.rules.demand import demands
from volteface.coding.rules.frames import lexicon
from volteface.record import Report
from volteface.record.words import ReportId


def told(text: str) -> list[tuple[str, str, str]]:
    """(by, of, what) of every demand in the text, the parties by their head words."""
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))

    def words(parties: tuple[Party, ...]) -> str:
        return ", ".join(parsed.words[p.head].text for p in parties if p.head is not None)

    return [
        (words(f.parts["by"]), words(f.parts.get("of", ())), "; ".join(text[s.start : s.end] for s in f.terms["what"]))
        for f in demands(parsed, people, lexicon())
    ]


@pytest.mark.parametrize(
    ("text", "by", "of", "what"),
    [
        ("The miners demanded that the shaft be reopened.", "miners", "", "the shaft be reopened"),
        ("The bishops urged the president to free the hostages.", "bishops", "president", "free the hostages"),
        ("The senate was urged by the governors to pass the budget.", "governors", "senate", "pass the budget"),
        ("The union asked the government for a wage rise.", "union", "government", "a wage rise"),
        ("The opposition called on the minister to resign.", "opposition", "minister", "resign"),
        ("The opposition called for an early election.", "opposition", "", "an early election"),
        ("The rebels insisted on an amnesty.", "rebels", "", "an amnesty"),
        ("The union wants the government to drop the law.", "union", "government", "drop the law"),
        ("The general told the rebels to leave the town.", "general", "rebels", "leave the town"),
        ("The party renewed its call for a referendum.", "its", "", "a referendum"),
        (
            "The government must free the prisoners, said Anna Berg.",
            "Berg",
            "government",
            "free the prisoners",
        ),
        (
            "The party will not enter the cabinet unless the law is passed.",
            "party",
            "",
            "the law is passed",
        ),
    ],
)
def test_who_asks_of_whom_for_what(text: str, by: str, of: str, what: str) -> None:
    assert (by, of, what) in told(text)


def test_joint_parties_make_one_demand_each() -> None:
    assert [by for by, _, _ in told("France and Spain demanded a new vote.")] == ["France", "Spain"]


@pytest.mark.parametrize(
    "text",
    [
        "The job demands patience.",
        "The minister told reporters that the plan would stay.",
        "The ministers asked how to vote.",
        "The unions called a strike for Friday.",
        "Two deputies spoke, requesting anonymity.",
        "An official who did not want to be named confirmed it.",
        "The coach urged the striker to shoot.",
        "The recipe calls for butter.",
        "The guest asked for tea.",
        "Demand for cars fell in May.",
        "The minister insists that the plan is sound.",
        "The roses will not flower unless they are watered.",
        "The thieves must have left by the window, said the minister.",
    ],
)
def test_nothing_is_asked(text: str) -> None:
    assert told(text) == []
