"""Every frame's example yields what it says, and its counter-example yields nothing by that frame."""

from functools import lru_cache
from pathlib import Path

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.cast import Cast
from volteface.coding.finding import Finding
from volteface.coding.mentions import cast
from volteface.coding.rules.demand import demands
from volteface.coding.rules.event import events
from volteface.coding.rules.frames import Frame, lexicon
from volteface.coding.rules.match import term_span
from volteface.coding.rules.offer import offers
from volteface.coding.rules.relation import relations
from volteface.coding.rules.shift import shifts
from volteface.coding.rules.stance import frames_name_support_and_opposition, stances
from volteface.errors import UsageError
from volteface.grammar import Parsed
from volteface.record import Report
from volteface.record.words import ReportId

FRAMES = lexicon().frames


@lru_cache(maxsize=64)
def found(text: str, kind: str) -> tuple[Parsed, Cast, tuple[Finding, ...]]:
    parsed = parse_one(text)
    people = cast(parsed, Report(id=ReportId("r-1"), text=text))
    known = lexicon()
    match kind:
        case "stance":
            rows = list(stances(parsed, people, known))
        case "shift":
            held = list(frames_name_support_and_opposition(parsed, people, known))
            rows = shifts(parsed, people, known, held)
        case "event":
            rows = events(parsed, people, known)
        case "offer":
            rows = offers(parsed, people, known)
        case "demand":
            rows = demands(parsed, people, known)
        case _:
            rows = relations(parsed, people, known)
    return parsed, people, tuple(rows)


def words_of(parsed: Parsed, people: Cast, finding: Finding, field: str) -> str:
    """What stands in a field, in the sentence's words."""
    spans = [*finding.terms.get(field, ())]
    said = [finding.words[field]] if field in finding.words else []
    for party in finding.parts.get(field, ()):
        if party.head is not None:
            verbal = parsed.words[party.head].pos in ("VERB", "AUX")
            ref = people.ref(party.head)
            said.append(parsed.text[slice(*term_span(parsed, party.head))] if verbal else ref.text)
            said.append(parsed.words[party.head].text)
        elif party.actor is not None:
            said.append(people.actors[party.actor].name)
    return " ".join([*said, *(parsed.text[s.start : s.end] for s in spans)])


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.kind}: {f.name}")
def test_its_example_yields_what_it_says(frame: Frame) -> None:
    parsed, people, rows = found(frame.example, frame.kind)
    mine = [f for f in rows if f.reason.frame == frame.name]
    assert mine, f"no finding by this frame in {frame.example!r}"
    for field, words in frame.yields.items():
        assert any(words in words_of(parsed, people, f, field) for f in mine), (field, words)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.kind}: {f.name}")
def test_its_counter_example_yields_nothing(frame: Frame) -> None:
    _, _, rows = found(frame.counter, frame.kind)
    assert not [f for f in rows if f.reason.frame == frame.name]


def test_the_lexicon_stays_small_enough_to_read() -> None:
    assert len(FRAMES) <= 150


def test_a_frame_of_the_same_name_replaces_ours(tmp_path: Path) -> None:
    frame = """
- name: plain support
  form: verb
  lemmas: [acclaim]
  roles: {holder: subject, target: object}
  polarity: 0.9
  example: The guild acclaimed the plan.
  yields: {holder: guild}
  counter: The guild met.
"""
    (tmp_path / "stance.yaml").write_text(frame, encoding="utf-8")
    ours = {f.name: f for f in lexicon().frames}
    laid_over = {f.name: f for f in lexicon(tmp_path).frames}
    assert laid_over["plain support"].lemmas == ("acclaim",)
    assert laid_over.keys() == ours.keys()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- name: x\n  form: verbs\n", "form"),
        ("- name: x\n  lema: [y]\n", "lema"),
        ("just words", "no list"),
        ("- name: [", "not YAML"),
    ],
)
def test_a_broken_entry_is_named_with_its_file(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "stance.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        lexicon(tmp_path)
    assert "stance.yaml" in str(caught.value)
    assert said in str(caught.value)


def test_an_unknown_class_is_named_with_those_there_are(tmp_path: Path) -> None:
    frame = """
- name: odd
  form: verb
  lemmas: [acclaim]
  roles: {holder: subject, target: object}
  needs: {object: nonsense}
  example: a
  yields: {}
  counter: b
"""
    (tmp_path / "stance.yaml").write_text(frame, encoding="utf-8")
    with pytest.raises(UsageError, match=r"'nonsense'.*there are: .*backing"):
        lexicon(tmp_path)
