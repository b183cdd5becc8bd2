"""What is told as so, as denied, as ahead or as supposed: one sentence in, how one of its verbs stands out."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.modality import Standing, standing
from volteface.grammar import clauses


def stand(text: str, verb: str, *, flips: bool = False) -> Standing:
    """How the verb, by its dictionary form, stands in the text."""
    parsed = parse_one(text)
    clause = next(c for c in clauses(parsed) if c.lemma == verb)
    return standing(parsed, clause, flips=flips)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor signed the contract.", "sign"),
        ("The mayor said that the union had left.", "leave"),
        ("The union told the mayor that it had left.", "leave"),
        ("The union believes that the mayor lied.", "lie"),
        ("The union insisted that the mayor had lied.", "lie"),
        ("The union warned that the mayor had lied.", "lie"),
        ("The mayor confirmed that he had met the rebels.", "meet"),
        ("The mayor managed to sign the contract.", "sign"),
        ("He was forced to sign the contract.", "sign"),
        ("The mayor left because the union struck.", "strike"),
        ("The mayor left because the union struck.", "leave"),
        ("When the mayor left, the union struck.", "leave"),
        ("The mayor signed the contract after he met the union.", "meet"),
        # told in words that a request might have, too
        ("“We oppose the levy,” the guild told the Gazette.", "oppose"),
        ("The guilds told the mayor that they oppose the levy.", "oppose"),
        ("The mayor warned that the guilds oppose the levy.", "oppose"),
        # what stands beside a denial, a plan or a request is not below it
        ("The mayor, who signed the contract, denied the charge.", "sign"),
        ("The mayor, who had denied the charge, signed the contract.", "sign"),
        ("The mayor denied that he had met the rebels.", "deny"),
        ("The union asked the mayor to sign the contract.", "ask"),
        ("The mayor thanked the union for leaving the square.", "leave"),
        ("The claim that the mayor fled is a surprise.", "flee"),
        ("It is likely that the mayor fled.", "flee"),
        ("It is true that the mayor fled.", "flee"),
        ("The mayor rejected the offer that the rebels had made.", "make"),
        # what is not denied, or not prevented
        ("The mayor did not deny that he had met the rebels.", "meet"),
        ("It is not untrue that the mayor fled.", "flee"),
        ("The mayor did not stop the rebels from taking the town.", "take"),
        # a question that turns its words round is no condition
        ('"Had the rebels left the town?" the mayor asked.', "ask"),
    ],
)
def test_what_is_told_plainly_is_asserted(text: str, verb: str) -> None:
    assert stand(text, verb) == Standing("asserted")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor did not sign the contract.", "sign"),
        ("The mayor never met the rebels.", "meet"),
        ("No minister signed the contract.", "sign"),
        ("The mayor has not yet met the union.", "meet"),
        ("The mayor denied that he had met the rebels.", "meet"),
        ("The mayor denied having met the rebels.", "meet"),
        ("Reports that the mayor had met the rebels were dismissed by his office.", "meet"),
        ("The mayor rejected the claim that he had met the rebels.", "meet"),
        ("It was never true that the mayor had met the rebels.", "meet"),
        ("It was never true, the statement went on, that the mayor had met the rebels.", "meet"),
        ("It is untrue that the mayor fled.", "flee"),
        ("The claim that the mayor fled is a lie.", "flee"),
        ("The mayor does not plan to sign the contract.", "sign"),
        # refused, and kept from
        ("The mayor refused to sign the contract.", "sign"),
        ("The mayor declined to meet the union.", "meet"),
        ("The mayor failed to sign the contract.", "sign"),
        ("The mayor avoided meeting the rebels.", "meet"),
        ("The mayor prevented the rebels from taking the town.", "take"),
    ],
)
def test_what_is_said_not_to_be_so_is_denied(text: str, verb: str) -> None:
    assert stand(text, verb).modality == "denied"


@pytest.mark.parametrize(
    ("text", "verb", "decided"),
    [
        ("The mayor will sign the contract.", "sign", True),
        ("The mayor said that the union would strike.", "strike", True),
        ("The mayor agreed to sign the contract.", "sign", True),
        ("The mayor plans to sign the contract.", "sign", False),
        ("The mayor vowed to sign the contract.", "sign", False),
        ("The mayor threatened to close the harbour.", "close", False),
        ("The mayor tried to stop the march.", "stop", False),
    ],
)
def test_what_lies_ahead_is_planned(text: str, verb: str, decided: bool) -> None:
    stood = stand(text, verb)
    assert (stood.modality, stood.decided) == ("planned", decided)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor might sign the contract.", "sign"),
        ("The mayor could sign the contract.", "sign"),
        ("The guild wondered whether the mayor had signed.", "sign"),
        ("The guild doubted that the mayor had signed.", "sign"),
        ("The mayor asked whether the rebels had left.", "leave"),
        ("If the mayor signs the contract, the union will strike.", "sign"),
        ("Had they left the town, the mayor would have signed.", "leave"),
    ],
)
def test_what_nobody_says_is_so_is_hypothetical(text: str, verb: str) -> None:
    stood = stand(text, verb)
    assert (stood.modality, stood.requested) == ("hypothetical", False)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The union asked the mayor to sign the contract.", "sign"),
        ("The union demanded that the contract be signed.", "sign"),
        ("The union demanded that the envoy leave the town.", "leave"),
        ("The union demanded that the envoys leave the town.", "leave"),
        ('"Leave the town," the mayor told the rebels.', "leave"),
        ("The union urged the mayor to meet the rebels.", "meet"),
        ("The council ordered the guards to leave the square.", "leave"),
    ],
)
def test_what_somebody_is_asked_to_do_is_requested(text: str, verb: str) -> None:
    stood = stand(text, verb)
    assert (stood.modality, stood.requested) == ("hypothetical", True)


@pytest.mark.parametrize(
    ("text", "verb", "condition"),
    [
        ("The union will strike if the mayor signs the contract.", "strike", "if the mayor signs the contract"),
        ("If the mayor signs the contract, the union will strike.", "strike", "If the mayor signs the contract"),
        ("The union will strike unless the mayor resigns.", "strike", "unless the mayor resigns"),
        ("The union said that it would strike if the mayor signed.", "strike", "if the mayor signed"),
        ("Were the mayor to sign, the union would strike.", "strike", "Were the mayor to sign"),
        ("Had they left the town, the mayor would have signed.", "sign", "Had they left the town"),
        ("Had the rebels left, the mayor would have signed the contract.", "sign", "Had the rebels left"),
        ("The union will strike should the mayor sign the contract.", "strike", "should the mayor sign the contract"),
    ],
)
def test_what_hangs_on_a_condition_is_hypothetical_and_keeps_its_words(text: str, verb: str, condition: str) -> None:
    stood = stand(text, verb)
    assert stood.modality == "hypothetical"
    assert stood.condition is not None
    assert text[slice(*stood.condition)] == condition


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The union will strike.", "strike"),
        ("The union struck when the mayor signed.", "strike"),
        ("The mayor asked whether the union would strike.", "strike"),
        ("The mayor would say that the rebels had left.", "say"),
        ('"Had the rebels left the town?" the mayor asked.', "ask"),
    ],
)
def test_what_hangs_on_nothing_has_no_condition(text: str, verb: str) -> None:
    assert stand(text, verb).condition is None


def test_a_denial_outweighs_a_plan_and_a_condition() -> None:
    text = "The mayor denied that he would sign the contract if the union asked him."
    assert stand(text, "sign").modality == "denied"


def test_a_negation_that_turned_the_sign_of_a_stance_denies_nothing() -> None:
    text = "The guild does not back the levy."
    assert stand(text, "back").modality == "denied"
    assert stand(text, "back", flips=True).modality == "asserted"


@pytest.mark.xfail(strict=True, reason="the small model's lemma of 'hopes' is 'hop'")
def test_what_is_hoped_for_is_planned() -> None:
    assert stand("The mayor hopes to sign the contract.", "sign").modality == "planned"
