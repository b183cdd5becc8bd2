"""Offers: one sentence in, who holds out what to whom for what out; and sentences that offer nothing."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.finding import Finding
from volteface.coding.mentions import cast
from volteface.coding.rules.frames import lexicon
from volteface.coding.rules.offer import offers
from volteface.record import Report
from volteface.record.words import ReportId


def told(text: str) -> list[dict[str, str]]:
    """Every offer in the text, field by field, the parties by their head words."""
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))

    def fields(f: Finding) -> dict[str, str]:
        parties = {
            name: ", ".join(parsed.words[p.head].text for p in ps if p.head is not None) for name, ps in f.parts.items()
        }
        return parties | {name: "; ".join(text[s.start : s.end] for s in spans) for name, spans in f.terms.items()}

    return [fields(f) for f in offers(parsed, people, lexicon())]


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        (
            "The premier offered the party two ministries.",
            {"proposer": "premier", "recipient": "party", "benefits": "two ministries"},
        ),
        (
            "The premier offered two ministries to the party.",
            {"proposer": "premier", "recipient": "party", "benefits": "two ministries"},
        ),
        (
            "The senator was promised a seat and a pension.",
            {"recipient": "senator", "benefits": "a seat; a pension"},
        ),
        (
            "The government promised to pay the farmers if the roads were cleared.",
            {
                "proposer": "government",
                "recipient": "farmers",
                "benefits": "pay the farmers",
                "conditions": "the roads were cleared",
            },
        ),
        (
            "The minister assured the farmers that no land would be taken.",
            {"proposer": "minister", "recipient": "farmers", "benefits": "no land would be taken"},
        ),
        (
            "The Greens would back the budget if the premier dropped the tax.",
            {
                "proposer": "Greens",
                "recipient": "premier",
                "benefits": "back the budget",
                "conditions": "the premier dropped the tax",
            },
        ),
    ],
)
def test_who_holds_out_what_to_whom(text: str, offer: dict[str, str]) -> None:
    assert offer in told(text)


def test_an_exchange_is_two_offers_each_the_others_condition() -> None:
    mine, theirs = sorted(
        told("The ministry will pay for the school. In return, the council will drop its lawsuit."),
        key=lambda offer: offer["benefits"],
    )
    assert mine["proposer"] == theirs["recipient"] == "council"
    assert theirs["proposer"] == mine["recipient"] == "ministry"
    assert mine["benefits"] == theirs["conditions"] == "drop its lawsuit"
    assert theirs["benefits"] == mine["conditions"] == "pay for the school"


def test_what_is_asked_in_return_is_a_condition() -> None:
    offer = next(o for o in told("The party secured a new bridge in exchange for its votes.") if "recipient" in o)
    assert (offer["recipient"], offer["benefits"], offer["conditions"]) == ("party", "a new bridge", "its votes")


@pytest.mark.parametrize(
    "text",
    [
        "The terrace offers guests a view of the bay.",
        "The offer of the week is cheese.",
        "The teacher gave the pupils a book.",
        "The runner got a medal.",
        "The minister offered his resignation to the king.",
        "The ministers agreed to meet at dawn.",
        "The party would vote against the budget if the premier kept the tax.",
        "The bridge would fall if the river rose.",
        "The film promises laughs.",
    ],
)
def test_nothing_is_offered(text: str) -> None:
    assert told(text) == []
