"""What a finding becomes: one claim for each of joint parties, its chain, its odds; and what is not filed at all."""

from collections.abc import Iterator

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.chains import Spoken
from volteface.coding.filing import Context, file
from volteface.coding.finding import Finding, Party, Reason
from volteface.coding.mentions import cast
from volteface.coding.rules.attribution import quotes
from volteface.coding.rules.english import code_parsed
from volteface.coding.rules.frames import lexicon
from volteface.grammar import Span
from volteface.record import Claim, Event, Offer, Ref, Relation, Report, Shift, Stance
from volteface.record.ids import report_id
from volteface.record.kinds import refs
from volteface.record.words import Modality


def report_of(text: str, publisher: str | None = "The Lantern") -> Report:
    """A report of the day on which a week begins."""
    id = report_id(publisher=publisher, date="2024-05-06", url=None, text=text)
    return Report(id=id, publisher=publisher, date="2024-05-06", text=text)


def claims(text: str, publisher: str | None = "The Lantern") -> tuple[Claim, ...]:
    """Every claim that is filed on the text."""
    return code_parsed(report_of(text, publisher), parse_one(text), lexicon()).claims


def stances(text: str) -> Iterator[Stance]:
    return (c for c in claims(text) if isinstance(c, Stance))


def context(text: str) -> Context:
    """The text with all that is known of it."""
    report, parsed = report_of(text), parse_one(text)
    people = cast(parsed, report)
    return Context(report, parsed, people, Spoken(quotes(parsed, people), people, report), lexicon())


def finding(made: Context, holder: str, anchor: str, target: str, **more: object) -> Finding:
    """A stance between words of the text."""
    number = {w.text: w.i for w in made.parsed.words}
    fields: dict[str, object] = {
        "kind": "stance",
        "anchor": number[anchor],
        "evidence": (Span(0, len(made.report.text)),),
        "reason": Reason("rule", None, "says"),
        "parts": {"holder": (Party(head=number[holder]),), "target": (Party(head=number[target]),)},
        "polarity": -0.9,
    }
    return Finding(**{**fields, **more})  # type: ignore[arg-type]


# --- joint parties ---


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The guild rejected the levy.", {("The guild", "the levy")}),
        ("The guild and the union rejected the levy.", {("The guild", "the levy"), ("the union", "the levy")}),
        ("The guild rejected the levy and the toll.", {("The guild", "the levy"), ("The guild", "the toll")}),
    ],
)
def test_joint_parties_hold_a_stance_each(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(s.holder.text, s.target.text) for s in stances(text)} == pairs


def test_joint_doers_share_one_event() -> None:
    (event,) = (c for c in claims("The guild and the union rejected the levy.") if isinstance(c, Event))
    assert [(p.text, p.role) for p in event.participants] == [("The guild", "actor"), ("the union", "actor")]


def test_joint_proposers_make_an_offer_each() -> None:
    made = [c for c in claims("The premier and the mayor offered the guild a seat.") if isinstance(c, Offer)]
    assert {c.proposer.text for c in made if c.proposer} == {"The premier", "the mayor"}
    assert {c.recipient.text for c in made if c.recipient} == {"the guild"}


def test_a_long_list_of_parties_makes_six_claims_at_most() -> None:
    made = context("The guild rejected the levy and the toll.")
    number = {w.text: w.i for w in made.parsed.words}
    both = (Party(head=number["levy"]), Party(head=number["toll"])) * 5
    found = finding(made, "guild", "rejected", "levy", parts={"holder": (Party(head=number["guild"]),), "target": both})
    assert len(list(file(found, made))) == 6


# --- who a pronoun means ---


@pytest.mark.parametrize(
    "text",
    [
        "She opposed the levy.",
        "It opposed the levy.",
        "They met.",
        "They demanded a new vote.",
        "She offered him a seat.",
        "The guild condemned it.",
        "Rain fell in the south.",
    ],
)
def test_a_pronoun_that_names_nobody_makes_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_a_pronoun_points_to_the_actor_and_keeps_its_form() -> None:
    (stance,) = stances("Anna Berg arrived. She opposed the levy.")
    assert stance.holder.text == "She"
    assert stance.holder.actor is not None


def test_a_pronoun_for_a_thing_shows_the_thing() -> None:
    (stance,) = stances("The bill passed on Monday. The guild condemned it.")
    assert (stance.target.text, stance.target.actor) == ("The bill", None)


# --- chains ---


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The guild rejected the levy.", ["The Lantern"]),
        ("The mayor said that the guild had rejected the levy.", ["The Lantern", "The mayor"]),
        (
            "According to the mayor, the guild told the paper that the union had rejected the levy.",
            ["The Lantern", "the mayor", "the guild"],
        ),
    ],
)
def test_an_act_is_told_by_whoever_tells_of_it(text: str, chain: list[str]) -> None:
    acts = [c for c in claims(text) if isinstance(c, Event)]
    assert [[ref.text for ref in c.chain] for c in acts] == [chain]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The guild rejected the levy.", ["The Lantern", "The guild"]),
        ('"We oppose the levy," the guild said.', ["The Lantern", "the guild"]),
        ("The mayor said that the guild rejected the levy.", ["The Lantern", "The mayor", "the guild"]),
    ],
)
def test_a_position_that_somebody_voices_ends_with_him(text: str, chain: list[str]) -> None:
    (stance,) = stances(text)
    assert [ref.text for ref in stance.chain] == chain


@pytest.mark.xfail(strict=True, reason="an attribution has one source, so the second of joint speakers is not in it")
def test_a_position_that_two_voice_ends_with_each() -> None:
    for stance in stances("The guild and the union rejected the levy."):
        assert stance.chain[-1].actor == stance.holder.actor


def test_an_unknown_publisher_is_an_empty_reference() -> None:
    heads = {claim.chain[0] for claim in claims("The guild rejected the levy.", publisher=None)}
    assert heads == {Ref()}


# --- odds ---


@pytest.mark.parametrize(
    ("likely", "confidence"),
    [(1.5, 0.95), (0.95, 0.95), (0.7, 0.7), (0.333, 0.33), (0.25, 0.25), (0.24, None), (0, None)],
)
def test_the_odds_have_a_ceiling_and_below_the_least_nothing_is_filed(likely: float, confidence: float | None) -> None:
    made = context("The guild rejected the levy.")
    filed = [f.claim.confidence for f in file(finding(made, "guild", "rejected", "levy", likely=likely), made)]
    assert filed == ([] if confidence is None else [confidence])


@pytest.mark.parametrize("modality", ["denied", "hypothetical"])
def test_what_is_denied_or_supposed_is_less_sure(modality: Modality) -> None:
    made = context("The guild rejected the levy.")
    (plain,), (other,) = (
        list(file(finding(made, "guild", "rejected", "levy", modality=m), made)) for m in ("asserted", modality)
    )
    assert other.claim.modality == modality
    assert other.claim.confidence < plain.claim.confidence


def test_a_turn_that_somebody_is_only_asked_for_is_not_filed_as_likely() -> None:
    asked = [
        c for c in claims("The union asked the mayor to drop his objection to the bridge.") if isinstance(c, Shift)
    ]
    done = [c for c in claims("The mayor dropped his objection to the bridge.") if isinstance(c, Shift)]
    assert done
    assert all(c.confidence < done[0].confidence for c in asked)


# --- the fields that all kinds share ---


def test_a_condition_is_kept_in_its_words() -> None:
    (stance,) = stances("The guild would accept the levy if the mayor resigned.")
    assert (stance.modality, stance.condition) == ("hypothetical", "if the mayor resigned")


def test_a_day_is_reckoned_from_the_report() -> None:
    (event,) = claims("The guild met the union on Sunday.")
    assert isinstance(event, Event)
    assert event.date == event.time.start == "2024-05-05"


def test_evidence_holds_the_words_of_the_claim() -> None:
    text = "Rain fell. The guild rejected the levy. Snow fell."
    quoted = {(e.quote, text[e.start : e.end]) for claim in claims(text) for e in claim.evidence}
    assert quoted == {("The guild rejected the levy", "The guild rejected the levy")}


def test_nobody_is_tied_to_himself() -> None:
    text = "Anna Berg leads the Civic Union. Anna Berg is a member of the Civic Union. Anna Berg backs Anna Berg."
    ties = [c for c in claims(text) if isinstance(c, Relation)]
    assert ties
    assert all(c.subject.actor != c.object.actor for c in ties)


def test_a_reference_shows_the_form_of_its_very_mention() -> None:
    text = "Anna Berg arrived. Berg rejected the levy."
    shown = {(ref.text, text[ref.start : ref.end]) for claim in claims(text) for _, ref in refs(claim)}
    assert ("Berg", "Berg") in shown
    assert all(form == words for form, words in shown)
