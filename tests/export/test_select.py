"""Filters drop claims and leave a valid document."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.export.select import Wanted, selected
from volteface.record import Document
from volteface.record.check import faults
from volteface.record.kinds import KINDS, kind_of
from volteface.record.words import AttributionId

from .small import event, full, shift, small, stance


def kinds(document: Document) -> set[str]:
    return {kind_of(claim).name for claim in document.claims}


def test_wanting_all_leaves_the_document_as_it_is() -> None:
    document = full()
    assert selected(document, Wanted()) is document


def test_kinds_are_kept() -> None:
    assert kinds(selected(full(), Wanted(kinds=frozenset({"shift", "offer"})))) == {"shift", "offer"}


@pytest.mark.parametrize("name", ["reed", "TOM", "reéd", "Mr. R"])
def test_an_actor_is_found_by_part_of_any_name(name: str) -> None:
    assert kinds(selected(full(), Wanted(actor=name))) == {"stance", "event", "demand", "relation"}


def test_who_only_says_it_is_no_party() -> None:
    assert selected(full(), Wanted(actor="Courier")).claims == ()


def test_words_that_are_no_actor_of_ours_are_searched_too() -> None:
    assert kinds(selected(full(), Wanted(actor="TOLL"))) == {"shift", "stance"}


def test_unsure_claims_go() -> None:
    document = small(stance(confidence=0.5), shift(confidence=0.4))
    assert kinds(selected(document, Wanted(min_confidence=0.5))) == {"stance"}


def test_what_the_claims_rest_on_stays_and_the_rest_goes() -> None:
    found = selected(small(event(attribution=AttributionId("s-inner")), stance()), Wanted(kinds=frozenset({"event"})))
    assert [row.id for row in found.attributions] == ["s-reed", "s-inner"]
    assert {actor.id for actor in found.actors} == {"a-paper", "a-reed", "a-brook"}


def test_the_sources_of_causes_stay() -> None:
    assert [row.id for row in selected(small(shift()), Wanted(min_confidence=0.1)).attributions] == ["s-aide"]


@given(
    st.builds(
        Wanted,
        kinds=st.frozensets(st.sampled_from(list(KINDS))),
        actor=st.none() | st.sampled_from(["", "Reed", "x", "the"]),
        min_confidence=st.floats(0, 1),
    )
)
def test_every_filter_leaves_a_valid_document(wanted: Any) -> None:
    found = selected(full(), wanted)
    assert list(faults(found)) == []
    assert found.reports == full().reports
