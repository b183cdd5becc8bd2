"""Single measures on small made-up input: mentions, calibration, floors, sentences."""

import pytest

from benchmarks import floors
from benchmarks.quality import calibration, mentions, shown
from benchmarks.quality.mentions import Mention, Sought

TEXT = "Kenya's president met Rao Pell. Police watched. He said the minister of finance, who left, backed the tram."


def content(form: str) -> set[str]:
    return set(form.casefold().split()) - {"the", "he"}


def gold(*refs: tuple[str, str]) -> dict[str, object]:
    """An analyst's document that refers to each (actor, form) once."""
    actors = [
        {"id": "k", "name": "Ruth Oduya", "kind": "person", "aliases": ["Kenya's president"]},
        {"id": "o", "name": "Rao Pell", "kind": "person", "aliases": ["Rao Pell"]},
        {"id": "u", "name": "police", "kind": "unnamed", "aliases": ["Police"]},
    ]
    claims = [{"holder": {"actor": actor, "text": form, **dict(zip(("start", "end"), place(form), strict=True))}}
              for actor, form in refs]  # fmt: skip
    return {"reports": [{"text": TEXT}], "actors": actors, "claims": claims}


def place(form: str) -> tuple[int, int]:
    start = TEXT.index(form)
    return start, start + len(form)


def mention(form: str, *forms: str) -> Mention:
    return Mention(*place(form), frozenset(forms))


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("Kenya's president", "president"),
        ("Rao Pell", "Pell"),
        ("the minister of finance, who left", "minister"),
        ("He", "He"),
        ("Kenya's", "Kenya"),
    ],
)
def test_the_head_is_the_last_word_before_what_hangs_on_it(form: str, word: str) -> None:
    start, end = mentions.head(TEXT, *place(form))
    assert TEXT[start:end] == word


@pytest.mark.parametrize(
    ("form", "kind", "expected"),
    [
        ("He", "person", "pronoun"),
        ("Rao Pell", "person", "name"),
        ("Kenya's president", "person", "description"),
        ("the minister of finance", "person", "description"),
        ("Police", "unnamed", "description"),
        ("Kenya", "country", "name"),
    ],
)
def test_a_reference_is_pronoun_name_or_description(form: str, kind: str, expected: str) -> None:
    assert mentions.class_of(TEXT, Sought(*place(form), form, kind, frozenset())) == expected


def test_a_mention_is_right_wrong_or_unresolved() -> None:
    ours = [mention("He", "Rao Pell"), mention("Kenya's president", "Ruth Oduya")]
    found = mentions.counts(ours, gold(("k", "He"), ("k", "Kenya's president"), ("o", "Rao Pell")), content)
    assert found == {
        "mentions.pronoun.wrong": 1,
        "mentions.description.right": 1,
        "mentions.bound.right": 1,
        "mentions.name.unresolved": 1,
    }


def test_a_description_that_knows_only_itself_is_not_bound() -> None:
    ours = [mention("Kenya's president", "Kenya's president")]
    found = mentions.counts(ours, gold(("k", "Kenya's president")), content)
    assert found == {"mentions.description.right": 1, "mentions.bound.wrong": 1}


def test_the_tightest_mention_decides() -> None:
    ours = [mention("met Rao Pell", "Ruth Oduya"), mention("Pell", "Rao Pell")]
    assert mentions.counts(ours, gold(("o", "Rao Pell")), content) == {"mentions.name.right": 1}


def test_a_pronoun_among_aliases_names_nobody() -> None:
    (filed,) = mentions.filed(
        {**gold(("o", "He")), "actors": [{"id": "o", "name": "Rao Pell", "aliases": ["He", "him"]}]}
    )
    assert filed.forms == {"Rao Pell"}


def test_well_calibrated_confidence_has_no_error() -> None:
    outcomes = [(0.5, i % 2 == 0) for i in range(40)] + [(1.0, True)] * 40
    assert calibration.error(calibration.bins(outcomes)) == 0


def test_confidence_above_agreement_is_error() -> None:
    parts = calibration.bins([(0.9, i % 2 == 0) for i in range(100)])
    assert [b.claims for b in parts] == [10] * 10
    assert calibration.error(parts) == pytest.approx(0.4)


def test_the_order_of_claims_decides_nothing() -> None:
    outcomes = [(0.7, i < 30) for i in range(57)] + [(0.2, i < 3) for i in range(40)]
    assert calibration.bins(outcomes) == calibration.bins(outcomes[::-1])


def test_no_claims_have_no_error() -> None:
    assert calibration.error(calibration.bins([])) == 0


def test_a_floor_and_a_limit_are_told_when_broken() -> None:
    limits = floors.Floors({"recall": 0.5, "precision": 0.5}, {"traps": 2})
    told = list(floors.breaches(limits, {"recall": 0.4, "precision": 0.5, "traps": 3}, whole=True))
    assert told == ["recall is 0.4, under its floor of 0.5", "traps is 3, over its limit of 2"]


def test_a_floor_of_no_figure_is_told_on_a_whole_run_only() -> None:
    limits = floors.Floors({"recal": 0.5})
    assert list(floors.breaches(limits, {"recall": 1}, whole=False)) == []
    assert list(floors.breaches(limits, {"recall": 1}, whole=True)) == [
        "recal has a floor but was not measured; mend its name in floors.toml, or what measures it"
    ]


def test_the_floors_file_holds_both_benchmarks() -> None:
    assert floors.load("quality", floors.FILE).at_least
    assert floors.load("speed", floors.FILE).at_most


def test_a_sentence_is_shown_around_its_evidence() -> None:
    start, end = place("watched")
    assert shown.sentence(TEXT, [{"start": start, "end": end, "quote": "watched"}]) == "Police [[watched]]."
