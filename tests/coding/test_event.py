"""What happened: who did what to whom, in sentences of our own."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.cast import Cast
from volteface.coding.finding import Finding
from volteface.coding.mentions import cast
from volteface.coding.rules.event import events
from volteface.coding.rules.frames import lexicon
from volteface.record import Report
from volteface.record.words import ReportId


def found_in(text: str) -> tuple[list[Finding], Cast]:
    parsed = parse_one(text)
    who = cast(parsed, Report(id=ReportId("r"), text=text))
    return events(parsed, who, lexicon()), who


def told(text: str) -> list[tuple[str | None, dict[str, list[str]]]]:
    """(type, field -> phrases) of every event."""
    found, who = found_in(text)
    return [
        (
            f.type,
            {role: [who.ref(p.head).text for p in parties if p.head is not None] for role, parties in f.parts.items()},
        )
        for f in found
    ]


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Anna Dusek and Peter Weil met in Vienna.", "CONSULT", ["Anna Dusek", "Peter Weil"], []),
        ("Anna Dusek met with Peter Weil.", "CONSULT", ["Anna Dusek", "Peter Weil"], []),
        ("Anna Dusek held talks with Peter Weil.", "CONSULT", ["Anna Dusek", "Peter Weil"], []),
        ("France signed a treaty with Spain.", "AGREE", ["France", "Spain"], []),
        ("Police arrested Peter Weil.", "COERCE", ["Police"], ["Peter Weil"]),
        ("Peter Weil was arrested.", "COERCE", [], ["Peter Weil"]),
        ("Peter Weil was arrested by police.", "COERCE", ["police"], ["Peter Weil"]),
        ("Peter Weil accused the ministry of lying.", "ACCUSE", ["Peter Weil"], ["the ministry"]),
        ("Peter Weil rejected Berlin's plan.", "REJECT", ["Peter Weil"], ["Berlin"]),
        ("Anna Dusek called on the miners to return.", "REQUEST", ["Anna Dusek"], ["the miners"]),
        ("Anna Dusek demanded that the miners stop the strike.", "REQUEST", ["Anna Dusek"], ["the miners"]),
        ("The rebels declared a ceasefire.", "RETREAT", ["The rebels"], []),
        ("Police fired tear gas at the miners.", "COERCE", ["Police"], ["the miners"]),
        ("A bomb killed two soldiers.", "ASSAULT", [], ["two soldiers"]),
        ("Peter Weil threatened to sue the ministry.", "THREATEN", ["Peter Weil"], []),
    ],
)
def test_an_act_has_its_doer_and_its_other_side(text: str, type: str, actors: list[str], recipients: list[str]) -> None:
    (kind, parts), *_ = told(text)
    assert kind == type
    assert parts.get("actor", []) == actors
    assert parts.get("recipient", []) == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The storm threatened the coast.",
        "The flood killed seven people.",
        "Anna Dusek met the deadline.",
        "Anna Dusek asked whether the train had left.",
        "Anna Dusek declined to comment.",
        "The understudy seized the crown in the third act.",
        "A truce was called at ninety minutes.",
        "The play opens with a coup.",
        "The recipe demands two eggs.",
        "The price of salt surrendered to inflation.",
        "Anna Dusek released an album.",
        "Peter Weil dropped a glass.",
    ],
)
def test_words_of_politics_without_its_actors_are_no_event(text: str) -> None:
    assert told(text) == []


def test_the_asking_is_the_event_and_not_what_is_asked() -> None:
    assert [kind for kind, _ in told("Anna Dusek asked Peter Weil to resign.")] == ["REQUEST"]


def test_the_refusal_is_the_event_and_not_what_is_refused() -> None:
    assert [kind for kind, _ in told("Peter Weil refused to sign the agreement.")] == ["REJECT"]


def test_an_act_and_its_noun_are_one_event() -> None:
    assert [kind for kind, _ in told("Anna Dusek held a meeting with Peter Weil.")] == ["CONSULT"]


def test_firing_and_killing_are_one_event() -> None:
    assert [kind for kind, _ in told("Police fired on the miners, killing two farmers.")] == ["ASSAULT"]


def test_harm_with_a_condition_is_a_threat_too() -> None:
    kinds = [kind for kind, _ in told("Peter Weil would quit the coalition if the pit closed.")]
    assert sorted(str(k) for k in kinds) == ["SANCTION", "THREATEN"]


def test_the_place_is_where_the_clause_says() -> None:
    ((_, parts),) = told("Anna Dusek met Peter Weil in Vienna.")
    assert parts["place"] == ["Vienna"]


def test_where_the_subject_comes_from_is_no_place() -> None:
    ((_, parts),) = told("Miners from the valley in Austria met Peter Weil.")
    assert "place" not in parts


def test_here_is_the_place_of_the_dateline() -> None:
    ((_, parts),) = told("VIENNA, May 3 - Anna Dusek met Peter Weil here on Friday.")
    assert parts["place"] == ["VIENNA"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Police opened fire on the miners, killing two farmers and wounding 14.",
            {"dead": "two farmers", "injured": "14"},
        ),
        ("Gunmen killed 13 people.", {"dead": "13 people"}),
        ("The army sent 60 soldiers to the border.", {"size": "60 soldiers"}),
        ("Police arrested Peter Weil.", {}),
    ],
)
def test_how_many_is_told_in_the_report_s_words(text: str, said: dict[str, str]) -> None:
    found, _ = found_in(text)
    assert found[0].words == said


def test_the_topic_is_the_report_s_words() -> None:
    text = "Anna Dusek held talks with Peter Weil on the budget."
    (finding,), _ = found_in(text)
    (span,) = finding.terms["topic"]
    assert text[span.start : span.end] == "the budget"
