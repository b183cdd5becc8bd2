"""Nouns for actors, the gender that words tell, and what a broken list says."""

from pathlib import Path

import msgspec
import pytest

from volteface.errors import VoltefaceError
from volteface.identity import words
from volteface.identity.nouns import gender_of, noun, same_office
from volteface.identity.words import noun_list, read

_SECTORS = set("GOV MIL REB OPP PTY JUD LEG BUS MED COP SPY LAB REL EDU HLH CRM NGO IGO CVL any".split())


@pytest.mark.parametrize(
    ("lemma", "kind", "sector"),
    [
        ("cleric", "person", "REL"),
        ("minister", "person", "GOV"),
        ("ministry", "organization", "GOV"),
        ("troops", "group", "MIL"),
        ("draft", "document", None),
        ("harpsichordist", "person", None),
        ("union", "organization", "LAB"),
    ],
)
def test_a_noun_calls_an_actor(lemma: str, kind: str, sector: str | None) -> None:
    found = noun(lemma)
    assert found is not None
    assert (found.kind, found.sector) == (kind, sector)


@pytest.mark.parametrize("lemma", ["table", "plan", "bill", "list of things", "twist", "checklist", "budget"])
def test_a_thing_calls_nobody(lemma: str) -> None:
    assert noun(lemma) is None


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Mrs", "f"),
        ("Mr.", "m"),
        ("spokeswoman", "f"),
        ("Inés", "f"),
        ("Boris", "m"),
        ("minister", None),
        ("bill", None),
    ],
)
def test_gender_is_told_by_titles_nouns_and_given_names(word: str, gender: str | None) -> None:
    assert gender_of(word) == gender


def test_like_offices_share_a_set_and_unlike_ones_do_not() -> None:
    assert same_office("premier") & same_office("prime minister")
    assert not same_office("premier") & same_office("judge")


def test_sectors_are_plover_s() -> None:
    lists = noun_list()
    used = {s for kind in (lists.person, lists.group, lists.organization, lists.document) for s in kind}
    assert used <= _SECTORS


def test_a_broken_list_names_file_and_entry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "countries.yaml").write_text("KEN: {names: Kenya}\n", encoding="utf-8")
    monkeypatch.setattr(words, "files", lambda _: tmp_path)
    with pytest.raises(VoltefaceError, match=r"countries\.yaml.*\$.*mend the entry") as caught:
        read("countries.yaml", dict[str, words.State])
    assert isinstance(caught.value.__cause__, msgspec.ValidationError)
