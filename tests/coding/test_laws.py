"""The five laws of the record, over every coder and every kind of claim, on reports of ours."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from volteface import pipeline
from volteface.coding.coder import CODERS, Coder
from volteface.pipeline import Reading
from volteface.record import Attribution, Claim, Document, Evidence, Participant, Ref, Report, Shift, from_json, to_json
from volteface.record.check import faults
from volteface.record.kinds import KINDS, kind_of, refs
from volteface.settings import DEFAULTS, Settings

EXAMPLES = sorted(str(path) for path in (Path(__file__).parents[2] / "examples").glob("*.txt"))

WINDOWS = (
    "---\r\npublisher: Harbour Gazette\r\ndate: 2024-05-06\r\nlanguage: en\r\n---\r\n"
    "The mayor of Lunby, Ada Holm, said that the port guild had rejected the levy.\r\n\r\n"
    "“We oppose the levy,” the guild’s chairman, Per Dahl, told the Gazette. “It’s a mistake.”\r\n"
    "The council demanded that the guild call off its strike.\r\n"
)
MARKED = (
    "---\npublisher: The Two Rivers\nlanguage: en\n---\n"
    "Minister \u200fسلمى الخطيب\u200f met the dockers\u2019 union on Monday \U0001f5f3\ufe0f. "
    "\u201cWe back the accord,\u201d the union said \U0001f44d\U0001f3fd. The cafe\u0301 owners\u2019 guild "
    "dropped its objection to the accord after the ministry offered the guild a subsidy.\n"
    "Le\u0301o Caron\u0303, the leader of the Civic Front, denied that he had met the rebels.\n"
)
NAMELESS = (
    "Two officials said that the premier would resign if the party withdrew its support for the budget. "
    "The premier denied it. The party, which once opposed the budget, now backs the budget. "
    "According to an aide, the premier promised the party two ministries. Nobody was hurt."
)
OURS = {"windows.txt": WINDOWS, "marked.txt": MARKED, "nameless.txt": NAMELESS}

PRONOUNS = frozenset(
    "i me we us he him she her it they them himself herself itself themselves his their its our".split()
)

Make = Callable[[Settings], Coder]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The reports that every coder codes."""
    folder = tmp_path_factory.mktemp("laws")
    for name, text in OURS.items():
        (folder / name).write_bytes(text.encode())
    return [*EXAMPLES, *(str(folder / name) for name in OURS)]


def coded(make: Make, files: Sequence[str]) -> list[Reading]:
    """The files as read by one coder alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "CODERS", (make,))
        return list(pipeline.read(files, DEFAULTS))


@pytest.fixture(scope="module", params=CODERS, ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Make:
    """Each coder in turn."""
    found: Make = request.param
    return found


@pytest.fixture(scope="module")
def readings(make: Make, files: list[str]) -> list[Reading]:
    """What the coder files; a coder of a language that no report here is in has no laws to keep yet."""
    made = coded(make, files)
    assert any(r.document.claims for r in made), "no report here is in the coder's language: add some of ours"
    return made


@pytest.fixture(scope="module")
def documents(readings: list[Reading]) -> list[Document]:
    """The documents of the reports that were coded."""
    return [r.document for r in readings if r.document.reports]


def claims(documents: list[Document]) -> Iterator[tuple[Report, Claim]]:
    return ((d.reports[0], claim) for d in documents for claim in d.claims)


def attributions(documents: list[Document]) -> Iterator[tuple[Report, Attribution]]:
    return ((d.reports[0], row) for d in documents for row in d.attributions)


def every_quote(document: Document) -> Iterator[Evidence]:
    """All evidence in a document, wherever it stands."""
    for row in document.attributions:
        yield from (*row.content, *row.source.spans, *([row.cue] if row.cue else []))
    for claim in document.claims:
        yield from claim.evidence
        if isinstance(claim, Shift):
            yield from (e for driver in claim.drivers for e in driver.evidence)


def every_ref(document: Document) -> Iterator[Ref | Participant]:
    """All references in a document, those of chains among them."""
    for row in document.attributions:
        yield from row.chain
    for claim in document.claims:
        yield from claim.chain
        yield from (ref for _, ref in refs(claim))


def test_the_reports_hold_claims_of_every_kind(documents: list[Document]) -> None:
    assert {kind_of(claim).name for _, claim in claims(documents)} == set(KINDS)


def test_nothing_failed_and_nothing_was_dropped(readings: list[Reading]) -> None:
    assert [p for r in readings for p in r.document.problems] == []
    assert [r.dropped for r in readings] == [0] * len(readings)


# --- 1: grounded ---


def test_every_quote_stands_in_its_report(documents: list[Document]) -> None:
    for document in documents:
        text = document.reports[0].text
        assert [q for q in every_quote(document) if text[q.start : q.end] != q.quote] == []


def test_every_claim_and_attribution_has_words_of_the_report(documents: list[Document]) -> None:
    assert all(claim.evidence for _, claim in claims(documents))
    assert all(row.content for _, row in attributions(documents))


def test_offsets_count_code_points_after_line_ends_became_lf(documents: list[Document]) -> None:
    (windows,) = (d.reports[0] for d in documents if d.reports[0].publisher == "Harbour Gazette")
    assert "\r" not in windows.text
    (marked,) = (d for d in documents if d.reports[0].publisher == "The Two Rivers")
    behind = marked.reports[0].text.index("\U0001f44d")
    assert any(q.start > behind for q in every_quote(marked))


# --- 2: attributed ---


def test_every_chain_begins_with_the_publisher(documents: list[Document]) -> None:
    for report, row in (*claims(documents), *attributions(documents)):
        assert row.chain[0].text == (report.publisher or "")
        assert (row.chain[0].actor is None) == (report.publisher is None)


def test_a_claims_chain_is_that_of_its_attribution(documents: list[Document]) -> None:
    for document in documents:
        known = {row.id: row for row in document.attributions}
        for claim in document.claims:
            if claim.attribution is not None:
                assert claim.chain == known[claim.attribution].chain
            else:
                assert len(claim.chain) == 1


def test_an_attributions_chain_ends_with_its_source_and_goes_on_from_its_parents(documents: list[Document]) -> None:
    for document in documents:
        known = {row.id: row for row in document.attributions}
        for row in document.attributions:
            assert (row.chain[-1].actor, row.chain[-1].text) == (row.source.actor, row.source.text)
            if row.parent is not None:
                outer = known[row.parent].chain
                assert row.chain[: len(outer)] == outer


# --- 3: nothing is lost ---


def test_ids_are_unique_and_every_claim_says_what_spoke_for_it(readings: list[Reading]) -> None:
    rows = [row.id for r in readings for row in (*r.document.claims, *r.document.attributions, *r.document.actors)]
    assert len(rows) == len(set(rows))
    for reading in readings:
        assert {c.id for c in reading.document.claims} == reading.reasons.keys()


# --- 4: modality is part of the fact ---


def test_every_claim_says_how_it_stands(documents: list[Document]) -> None:
    modalities = {claim.modality for _, claim in claims(documents)}
    assert modalities <= {"asserted", "denied", "hypothetical", "planned"}
    assert {"asserted", "denied"} <= modalities


def test_a_denied_meeting_is_filed_as_denied(documents: list[Document]) -> None:
    told = [c for _, c in claims(documents) if any("he had met the rebels" in e.quote for e in c.evidence)]
    assert told
    assert {c.modality for c in told} == {"denied"}


# --- 5: one actor, many names ---


def test_every_reference_points_to_an_actor_of_its_document(documents: list[Document]) -> None:
    for document in documents:
        known = {actor.id for actor in document.actors}
        assert {ref.actor for ref in every_ref(document) if ref.actor is not None} <= known


def test_every_form_in_a_reference_is_kept_with_its_actor(documents: list[Document]) -> None:
    for document in documents:
        forms = {actor.id: {form.lower() for form in (actor.name, *actor.aliases)} for actor in document.actors}
        said = [(ref.actor, ref.text.lower()) for ref in every_ref(document) if ref.actor is not None and ref.text]
        assert [form for actor, form in said if form not in forms[actor] | PRONOUNS] == []


# --- the document as a whole ---


def test_the_record_has_no_faults(documents: list[Document]) -> None:
    assert [fault for document in documents for fault in faults(document)] == []


def test_the_same_input_gives_the_same_bytes(make: Make, files: list[str], documents: list[Document]) -> None:
    again = [r.document for r in coded(make, files) if r.document.reports]
    assert [to_json(d) for d in again] == [to_json(d) for d in documents]


def test_a_report_gives_the_same_whatever_else_is_read(make: Make, files: list[str], documents: list[Document]) -> None:
    backwards = [r.document for r in coded(make, files[::-1]) if r.document.reports]
    alone = [r.document for r in coded(make, files[-2:-1])]
    assert [to_json(d) for d in backwards[::-1]] == [to_json(d) for d in documents]
    assert to_json(alone[0]) == to_json(documents[-2])


def test_a_document_survives_its_json(documents: list[Document]) -> None:
    for document in documents:
        assert from_json(to_json(document)) == document
