"""Sentences and the clauses they hold: who does what to whom, however it is worded."""

import pytest

from tests.coding.conftest import parse_one
from volteface.grammar import Clause, Parsed, clause_of, clauses


def clause(parsed: Parsed, lemma: str) -> Clause:
    return next(c for c in clauses(parsed) if c.lemma == lemma)


def said(parsed: Parsed, found: Clause) -> dict[str, list[str]]:
    return {role: [parsed.words[i].text for i in words] for role, words in found.slots.items()}


@pytest.mark.parametrize(
    ("sentence", "lemma", "slots"),
    [
        ("The minister rejected the plan.", "reject", {"subject": ["minister"], "object": ["plan"]}),
        ("The plan was rejected by the minister.", "reject", {"subject": ["minister"], "object": ["plan"]}),
        ("The envoy and the general signed the pact.", "sign", {"subject": ["envoy", "general"], "object": ["pact"]}),
        ("The general, who signed the pact, resigned.", "sign", {"subject": ["general"], "object": ["pact"]}),
        ("The pact that the general signed was torn up.", "sign", {"subject": ["general"], "object": ["pact"]}),
        ("The envoy met the rebels and promised a truce.", "promise", {"subject": ["envoy"], "object": ["truce"]}),
        ("The governor wants to close the port.", "close", {"subject": ["governor"], "object": ["port"]}),
        ("The governor urged the union to accept the deal.", "accept", {"subject": ["union"], "object": ["deal"]}),
        ("A deal brokered by Qatar was rejected.", "broker", {"subject": ["Qatar"], "object": ["deal"]}),
        ("Officials seeking a compromise met the union.", "seek", {"subject": ["Officials"], "object": ["compromise"]}),
        ("After meeting the envoy, the king left.", "meet", {"subject": ["king"], "object": ["envoy"]}),
    ],
)
def test_arguments_are_found_by_role(sentence: str, lemma: str, slots: dict[str, list[str]]) -> None:
    parsed = parse_one(sentence)
    found = said(parsed, clause(parsed, lemma))
    assert {role: found.get(role) for role in slots} == slots


def test_a_preposition_is_a_role() -> None:
    parsed = parse_one("The cabinet offered the rebels two seats in return for a truce.")
    found = said(parsed, clause(parsed, "offer"))
    assert found["in return for"] == ["truce"]


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("The union did not back the strike.", "back"),
        ("The union never backed the strike.", "back"),
        ("No union backed the strike.", "back"),
        ("Nobody backed the strike.", "back"),
    ],
)
def test_negation_is_seen(sentence: str, lemma: str) -> None:
    assert clause(parse_one(sentence), lemma).negated


def test_what_is_not_negated_is_not() -> None:
    assert not clause(parse_one("The union backed the strike."), "back").negated


@pytest.mark.parametrize(
    ("sentence", "lemma", "tense"),
    [
        ("The union will back the strike.", "back", "future"),
        ("The union backs the strike.", "back", "present"),
        ("The union backed the strike.", "back", "past"),
    ],
)
def test_tense_is_told_by_the_finite_word(sentence: str, lemma: str, tense: str) -> None:
    assert clause(parse_one(sentence), lemma).tense == tense


def test_a_particle_belongs_to_the_verb() -> None:
    parsed = parse_one("The union called off the strike.")
    assert clause(parsed, "call off").slots["object"]


def test_a_noun_opens_as_a_clause() -> None:
    parsed = parse_one("His support for the bill surprised the party.")
    noun = next(w.i for w in parsed.words if w.text == "support")
    assert said(parsed, clause_of(parsed, noun)) == {"owner": ["His"], "for": ["bill"]}


def test_a_whose_party_is_no_object() -> None:
    parsed = parse_one("The premier, whose party won in May, called a vote.")
    assert "object" not in clause(parsed, "win").slots


def test_an_if_marks_its_clause() -> None:
    parsed = parse_one("If the union strikes, the port will close.")
    assert clause(parsed, "strike").marker == "if"
