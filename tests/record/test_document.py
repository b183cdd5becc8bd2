"""The record's JSON: what goes in comes out, and what is not of the contract is refused with its place."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import FormatError
from volteface.record import Document, Evidence, Ref, Report, Stance, from_json, json_schema, to_json
from volteface.record.ids import report_id
from volteface.record.words import ClaimId, ReportId

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


def stance(text: str, start: int, end: int) -> Document:
    report = Report(id=ReportId("r-1"), text=text)
    span = Evidence(report.id, start, end, text[start:end])
    claim = Stance(
        id=ClaimId("c-1"),
        report=report.id,
        chain=(Ref(),),
        modality="asserted",
        confidence=0.5,
        coder="test/1",
        evidence=(span,),
        holder=Ref(None, "the guild"),
        target=Ref(None, "the levy"),
        polarity=-0.9,
    )
    return Document(reports=(report,), claims=(claim,))


@given(words)
def test_a_document_survives_its_json(text: str) -> None:
    document = stance(text, 0, len(text))
    assert from_json(to_json(document)) == document
    assert to_json(from_json(to_json(document, indent=2))) == to_json(document)


def test_no_field_is_left_out_in_writing() -> None:
    claim = msgspec.json.decode(to_json(stance("The guild is against it.", 0, 9)))["claims"][0]
    assert claim["kind"] == "stance"
    assert claim["condition"] is None
    assert claim["time"] == {"start": None, "end": None, "text": None}


def test_what_may_be_null_may_be_missing_in_reading() -> None:
    raw = b"""{"format": "volteface/1", "reports": [{"id": "r", "text": "Words."}], "claims": [{"kind": "demand",
      "id": "c", "report": "r", "chain": [{}], "modality": "asserted", "confidence": 1, "coder": "x/1",
      "evidence": [{"report": "r", "start": 0, "end": 5, "quote": "Words"}], "what": "words"}]}"""
    assert from_json(raw).claims[0].condition is None


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"nonsense", "not JSON"),
        (b'{"format": "volteface/2"}', "$.format"),
        (b'{"format": "volteface/1", "claims": [{"kind": "rumour"}]}', "rumour"),
        (b'{"format": "volteface/1", "reports": [{"id": "r", "text": 5}]}', "$.reports[0].text"),
        (b'{"format": "volteface/1", "reports": [{"id": "r", "text": "", "titel": "x"}]}', "titel"),
        (b"\xff\xfe", "not JSON"),
    ],
)
def test_what_is_not_of_the_contract_is_refused_with_its_place(raw: bytes, place: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_json(raw)
    assert place in str(caught.value)


def test_an_empty_evidence_list_is_refused() -> None:
    raw = to_json(stance("The guild.", 0, 9)).replace(b'"evidence":[{', b'"evidence":[],"x":[{')
    with pytest.raises(FormatError):
        from_json(raw)


def test_the_schema_names_every_kind_of_claim() -> None:
    text = msgspec.json.encode(json_schema()).decode()
    for name in ("Stance", "Shift", "Event", "Offer", "Demand", "Relation"):
        assert f'"{name}"' in text


def test_ids_depend_on_the_report_alone() -> None:
    one = report_id(publisher="Lantern", date="2020-02-01", url=None, text="Words.")
    assert one == report_id(publisher="Lantern", date="2020-02-01", url=None, text="Words.")
    assert one != report_id(publisher="Mail", date="2020-02-01", url=None, text="Words.")
    assert len(one) == len("r-") + 16
