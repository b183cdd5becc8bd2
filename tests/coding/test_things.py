"""What an "it" or "them" stands for that is no actor: the bill, the plan, the treaties; or nothing at all."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.mentions import cast
from volteface.coding.rules.frames import lexicon
from volteface.coding.things import thing_meant
from volteface.record import Report
from volteface.record.words import ReportId


def meant(text: str) -> str | None:
    """The head word of the thing that the last object of the text stands for."""
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))
    pronoun = max(w.i for w in parsed.words if w.dep == "dobj")
    thing = thing_meant(parsed, people, lexicon(), pronoun)
    return None if thing is None else parsed.words[thing].text


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The bill passed on Monday. The guild condemned it.", "bill"),
        ("The council adopted the levy. The guild condemned it.", "levy"),
        ("The levy was adopted at noon. The guild condemned it.", "levy"),
        ("When the levy came, the guild condemned it.", "levy"),
        ("The ministers signed two treaties. The guild condemned them.", "treaties"),
        # a proposal before another thing
        ("The minister explained the plan with a drawing. The guild condemned it.", "plan"),
        ("The minister left the plan in a drawer. The guild condemned it.", "plan"),
        # the near before the far
        ("The council adopted the levy. The council adopted the reform. The guild condemned it.", "reform"),
        # the only one of its number
        ("The ministers signed two treaties after the vote on a budget. The guild condemned them.", "treaties"),
    ],
)
def test_it_stands_for_the_most_prominent_thing(text: str, thing: str) -> None:
    assert meant(text) == thing


@pytest.mark.parametrize(
    "text",
    [
        "The guild condemned it.",
        "The guild condemned them.",
        # actors are the business of mentions
        "The mayor arrived. The guild condemned it.",
        # of the other number
        "The levy was adopted at noon. The guild condemned them.",
        "The ministers signed two treaties. The guild condemned it.",
        # times are no things
        "The guild waited for two hours. The union regretted them.",
        # too far back
        "The council adopted the levy. Rain fell. Snow fell. Hail fell. The guild condemned it.",
        # what comes only later
        "The guild condemned it. The council adopted the levy and Anna Berg left her.",
        # words that stand for somebody, or for themselves
        "The council adopted the levy. The guild condemned him.",
        "The council adopted the levy. The guild condemned everything.",
    ],
)
def test_it_stands_for_no_thing(text: str) -> None:
    assert meant(text) is None
