"""Ties: one sentence in, who stands how to whom out; and sentences that state no tie."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.mentions import cast
from volteface.coding.rules.frames import lexicon
from volteface.coding.rules.relation import relations
from volteface.record import Report
from volteface.record.words import ReportId


def told(text: str) -> list[tuple[str, str, str]]:
    """(subject, predicate, object) of every tie in the text, the parties by their head words."""
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))
    ties = (
        (f.parts["subject"][0].head, f.words["predicate"], f.parts["object"][0].head)
        for f in relations(parsed, people, lexicon())
    )
    return [(parsed.words[s or 0].text, predicate, parsed.words[o or 0].text) for s, predicate, o in ties]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Anna Berg, the leader of the Civic Union, arrived.", ("Berg", "leads", "Union")),
        ("The leader of the Civic Union, Anna Berg, arrived.", ("Berg", "leads", "Union")),
        ("The union's chairman, Paul Weber, arrived.", ("Weber", "leads", "union")),
        ("Anna Berg, who leads the Civic Union, arrived.", ("Berg", "leads", "Union")),
        ("Anna Berg is the leader of the Civic Union.", ("Berg", "leads", "Union")),
        ("Anna Berg, the foreign minister of Karsia, left.", ("Berg", "foreign minister of", "Karsia")),
        ("A spokesman for the ministry denied it.", ("spokesman", "spokesman of", "ministry")),
        ("An aide to Anna Berg denied it.", ("aide", "aide to", "Berg")),
        ("Factions backed by Iran took the town.", ("Iran", "backs", "Factions")),
        ("The truce was brokered by Qatar.", ("Qatar", "brokered", "truce")),
        ("Anna Berg belongs to the Civic Union.", ("Berg", "member of", "Union")),
        ("Anna Berg, whose party lost, resigned.", ("Berg", "leads", "party")),
    ],
)
def test_who_stands_how_to_whom(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in told(text)


def test_a_pair_is_told_once() -> None:
    text = "Anna Berg, the leader of the Civic Union, arrived. Anna Berg, who leads the Civic Union, spoke."
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Berg arrived.",
        "The minister slept through the debate.",
        "Anna Berg is not the leader of the Civic Union.",
        "Heads of state met in the capital.",
        "The road leads the hikers to a lake.",
        "The head of the bed was broken.",
        "The theory is backed by new findings.",
        "The red line represents the river.",
        "The hotel is close to the beach.",
        "Its supporters cheered.",
        "Time was the best ally of all.",
    ],
)
def test_no_tie_is_stated(text: str) -> None:
    assert told(text) == []
