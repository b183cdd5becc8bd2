"""Which later form of a name may stand for which earlier one, and which may not."""

import pytest

from volteface.identity.names import distance, folded, is_acronym, is_misspelt, is_short_form, stands_for


def test_case_accents_and_possessives_do_not_count() -> None:
    assert folded("Vučić's") == folded("VUCIC")
    assert folded("al-Sadr") == ("al", "sadr")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Marchbank", "Edith Marchbank"),
        ("Edith", "Edith Marchbank"),
        ("E. Marchbank", "Edith Marchbank"),
        ("George Bush", "George W. Bush"),
        ("Sadr", "Moqtada al-Sadr"),
        ("van der Plas", "Caroline van der Plas"),
    ],
)
def test_a_part_or_an_initial_is_a_short_form(short: str, full: str) -> None:
    assert is_short_form(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Edward Marchbank", "Edith Marchbank"),
        ("Edith Marchbank", "Marchbank"),
        ("F. Marchbank", "Edith Marchbank"),
        ("March", "Edith Marchbank"),
        ("", "Edith Marchbank"),
    ],
)
def test_another_given_name_or_a_piece_of_a_word_is_no_short_form(short: str, full: str) -> None:
    assert not is_short_form(short, full)


@pytest.mark.parametrize(
    ("form", "name"),
    [("Tsypras", "Alexis Tsipras"), ("al-Sard", "Moqtada al-Sadr"), ("Tashiyev", "Kamchybek Tashiev")],
)
def test_a_slip_of_the_pen_is_forgiven(form: str, name: str) -> None:
    assert is_misspelt(form, name)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Bush", "George Rush"),  # another first letter
        ("Khan", "Imran Khas"),  # too short a word
        ("Peter Hansen", "Paula Hansen"),  # another given name
        ("Montenegro", "Monterrey"),  # too far
    ],
)
def test_another_name_is_no_slip(form: str, name: str) -> None:
    assert not is_misspelt(form, name)


def test_neighbours_swapped_are_one_edit() -> None:
    assert distance("sard", "sadr") == 1
    assert distance("kurti", "kurti") == 0
    assert distance("abc", "xyz") == 3


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("TPLF", "Tigray People's Liberation Front"),
        ("DRC", "Democratic Republic of Congo"),
        ("U.N.", "United Nations"),
        ("N-VA", "Nieuw-Vlaamse Alliantie"),
    ],
)
def test_initials_stand_for_the_name(acronym: str, name: str) -> None:
    assert is_acronym(acronym)
    assert stands_for(acronym, name)


@pytest.mark.parametrize(("acronym", "name"), [("SPD", "Free Democrats"), ("EU", "Europe"), ("A", "Alliance")])
def test_other_letters_do_not(acronym: str, name: str) -> None:
    assert not stands_for(acronym, name)


def test_a_word_with_one_capital_is_no_acronym() -> None:
    assert not is_acronym("Kurti")
    assert not is_acronym("I")
