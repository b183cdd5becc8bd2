"""Whatever leaves `ground` stands in the text, word for word, at its offsets; what does not is dropped and counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from volteface.coding.ground import ground, stands
from volteface.record import Actor, Attribution, Document, Driver, Evidence, Ref, Report, Shift, Source, Stance
from volteface.record.check import faults
from volteface.record.kinds import refs
from volteface.record.words import ActorId, AttributionId, ClaimId, ReportId

REPORT = ReportId("r-1")
AWKWARD = [
    "\u200f",
    "\u202e",
    "\u2067",
    "e\u0301",
    "n\u0303",
    "“",
    "”",
    "’",
    "«",
    "\r\n",
    "\r",
    "\U0001f5f3\ufe0f",
    "\U00010348",
]
texts = st.lists(st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)).map("".join)


def quote(text: str, start: int, end: int) -> Evidence:
    """The words that stand at the offsets."""
    return Evidence(REPORT, start, end, text[start:end])


@st.composite
def spans(draw: st.DrawFn, text: str) -> Evidence:
    """Evidence that stands in the text, or that is off by an offset, a letter, a form or a report."""
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text) + 2))))
    sound = quote(text, start, end)
    return draw(
        st.sampled_from(
            [
                sound,
                sound,
                replace(sound, start=start + 1),
                replace(sound, end=end + 1),
                replace(sound, quote=sound.quote.replace("\r\n", "\n").upper()),
                replace(sound, quote=sound.quote.strip()),
                replace(sound, report=ReportId("r-2")),
            ]
        )
    )


@st.composite
def references(draw: st.DrawFn, text: str) -> Ref:
    """A reference with offsets that hold its words, with offsets that do not, or without."""
    span = draw(spans(text))
    sound = Ref(ActorId("a-1"), span.quote, span.start, span.end)
    return draw(st.sampled_from([sound, Ref(None, span.quote), Ref(None, "", span.start, span.end), Ref(None, "x", 3)]))


@st.composite
def filed(draw: st.DrawFn) -> tuple[Report, tuple[Attribution, ...], tuple[Stance | Shift, ...]]:
    """A report in arbitrary characters and what a careless coder might file on it."""
    text = draw(texts)
    some = st.lists(spans(text), max_size=3).map(tuple)
    numbers = range(draw(st.integers(0, 4)))
    names = st.sampled_from([None, *(AttributionId(f"s-{k}") for k in numbers), AttributionId("s-none")])
    said = tuple(
        Attribution(
            id=AttributionId(f"s-{k}"),
            report=REPORT,
            parent=draw(st.sampled_from([None, *(AttributionId(f"s-{j}") for j in range(k))])),
            source=Source(text="x", start=draw(st.none() | st.integers(0, 9)), kind="named", spans=draw(some)),
            cue=draw(st.none() | spans(text)),
            content=draw(some),
            verb_class="statement",
            quotation="direct",
            chain=(draw(references(text)),),
        )
        for k in numbers
    )
    shared = [
        {
            "id": ClaimId(f"c-{k}"),
            "report": REPORT,
            "attribution": draw(names),
            "chain": (draw(references(text)),),
            "modality": "asserted",
            "confidence": 0.5,
            "coder": "test/1",
            "evidence": draw(some),
            "holder": draw(references(text)),
            "target": draw(references(text)),
        }
        for k in range(draw(st.integers(0, 3)))
    ]
    drivers = tuple(Driver(text="x", evidence=draw(some), attribution=draw(names)) for _ in range(2))
    claims = tuple(
        Stance(**row, polarity=0.5) if k % 2 else Shift(**row, drivers=drivers)  # type: ignore[arg-type]
        for k, row in enumerate(shared)
    )
    return Report(id=REPORT, text=text), said, claims


@given(filed())
@settings(max_examples=150, deadline=None)
def test_what_leaves_keeps_the_contract_whatever_came_in(
    made: tuple[Report, tuple[Attribution, ...], tuple[Stance | Shift, ...]],
) -> None:
    report, attributions, claims = made
    kept = ground(report, attributions, claims)
    document = Document(
        reports=(report,),
        actors=(Actor(id=ActorId("a-1"), name="x", kind="person"),),
        attributions=kept.attributions,
        claims=kept.claims,
    )
    assert list(faults(document)) == []
    assert kept.dropped == len(attributions) + len(claims) - len(kept.attributions) - len(kept.claims)


@given(filed())
@settings(max_examples=100, deadline=None)
def test_nothing_sound_is_lost(made: tuple[Report, tuple[Attribution, ...], tuple[Stance | Shift, ...]]) -> None:
    report, attributions, claims = made
    kept = ground(report, attributions, claims)
    known = {a.id for a in kept.attributions}
    for claim in claims:
        sound = any(stands(report, e) for e in claim.evidence) and claim.attribution in {None, *known}
        assert (claim.id in {c.id for c in kept.claims}) == sound
    for row in attributions:
        sound = any(stands(report, e) for e in row.content) and (row.cue is None or stands(report, row.cue))
        assert (row.id in known) == (sound and row.parent in {None, *known})


@given(filed())
@settings(max_examples=50, deadline=None)
def test_what_is_grounded_is_grounded_already(
    made: tuple[Report, tuple[Attribution, ...], tuple[Stance | Shift, ...]],
) -> None:
    report, attributions, claims = made
    once = ground(report, attributions, claims)
    again = ground(report, once.attributions, once.claims)
    assert (again.attributions, again.claims, again.dropped) == (once.attributions, once.claims, 0)


# --- by example ---

TEXT = "The guild said: “We reject the levy.”\r\nقال\u200f الوزير\U0001f5f3 no."
BOX = TEXT.index("\U0001f5f3")


def attribution(id: str, content: Evidence, **changes: object) -> Attribution:
    """One that stands in TEXT but for its content and the changes."""
    row = Attribution(
        id=AttributionId(id),
        report=REPORT,
        source=Source(text="The guild", start=0, end=9, kind="named", spans=(quote(TEXT, 0, 9),)),
        cue=quote(TEXT, 10, 14),
        content=(content,),
        verb_class="statement",
        quotation="direct",
        chain=(Ref(None, "The Lantern"), Ref(None, "The guild", 0, 9)),
    )
    return replace(row, **changes)


def stance(evidence: Evidence, **changes: object) -> Stance:
    """The guild is against the levy."""
    row = Stance(
        id=ClaimId("c-1"),
        report=REPORT,
        chain=(Ref(None, "The Lantern"),),
        modality="asserted",
        confidence=0.5,
        coder="test/1",
        evidence=(evidence,),
        holder=Ref(None, "The guild", 0, 9),
        target=Ref(None, "the levy"),
        polarity=-0.9,
    )
    return replace(row, **changes)


SOUND = quote(TEXT, 16, len(TEXT))


@pytest.mark.parametrize(
    "span",
    [
        quote(TEXT, 0, len(TEXT)),
        quote(TEXT, 15, 37),
        quote(TEXT, BOX, BOX + 1),
        quote(TEXT, TEXT.index("\r"), TEXT.index("\n") + 1),
        quote(TEXT, TEXT.index("\u200f") - 1, BOX),
    ],
    ids=lambda e: ascii(e.quote),
)
def test_what_is_verbatim_stands(span: Evidence) -> None:
    assert ground(Report(id=REPORT, text=TEXT), (), (stance(span),)).claims == (stance(span),)


@pytest.mark.parametrize(
    "span",
    [
        replace(SOUND, quote=SOUND.quote.replace("”", '"')),
        replace(SOUND, quote=SOUND.quote.replace("\r\n", "\n")),
        replace(SOUND, quote=SOUND.quote.replace("\u200f", "")),
        replace(SOUND, quote=SOUND.quote.lower()),
        replace(SOUND, start=17),
        replace(SOUND, end=len(TEXT) + 1),
        replace(SOUND, report=ReportId("r-2")),
        Evidence(REPORT, 4, 4, ""),
        Evidence(REPORT, 9, 4, ""),
        Evidence(REPORT, BOX, BOX + 2, "\U0001f5f3"),
    ],
    ids=lambda e: ascii((e.start, e.end, e.quote)),
)
def test_what_is_not_verbatim_is_dropped_and_counted(span: Evidence) -> None:
    kept = ground(Report(id=REPORT, text=TEXT), (attribution("s-1", span),), (stance(span),))
    assert (kept.attributions, kept.claims, kept.dropped) == ((), (), 2)


def test_a_claim_keeps_those_of_its_places_that_stand() -> None:
    claim = replace(stance(SOUND), evidence=(replace(SOUND, start=3), SOUND))
    assert ground(Report(id=REPORT, text=TEXT), (), (claim,)).claims == (stance(SOUND),)


def test_a_cue_that_does_not_stand_takes_its_attribution_with_it() -> None:
    row = attribution("s-1", SOUND, cue=Evidence(REPORT, 10, 14, "says"))
    assert ground(Report(id=REPORT, text=TEXT), (row,), ()).dropped == 1


def test_a_dropped_parent_takes_all_below_it_with_it() -> None:
    bad = attribution("s-1", replace(SOUND, start=3))
    child = attribution("s-2", SOUND, parent=AttributionId("s-1"))
    grandchild = attribution("s-3", SOUND, parent=AttributionId("s-2"))
    told = stance(SOUND, attribution=AttributionId("s-3"))
    beside = attribution("s-4", SOUND)
    kept = ground(Report(id=REPORT, text=TEXT), (grandchild, child, bad, beside), (told, stance(SOUND)))
    assert (kept.attributions, kept.claims, kept.dropped) == ((beside,), (stance(SOUND),), 4)


@pytest.mark.parametrize(
    "ref", [Ref(None, "the guild", 0, 9), Ref(None, "The guild", 1, 9), Ref(None, "The guild", 0), Ref(None, "", 0, 0)]
)
def test_a_reference_whose_words_stand_elsewhere_loses_its_offsets_and_no_more(ref: Ref) -> None:
    claim = stance(SOUND, holder=ref, chain=(ref,))
    (kept,) = ground(Report(id=REPORT, text=TEXT), (), (claim,)).claims
    assert kept == replace(claim, holder=Ref(None, ref.text), chain=(Ref(None, ref.text),))
    assert [r.start for _, r in refs(kept)] == [None, None]


def test_a_driver_that_does_not_stand_is_left_out_of_its_turn() -> None:
    turn = Shift(
        id=ClaimId("c-1"),
        report=REPORT,
        chain=(Ref(None, "The Lantern"),),
        modality="asserted",
        confidence=0.5,
        coder="test/1",
        evidence=(SOUND,),
        holder=Ref(None, "The guild", 0, 9),
        target=Ref(None, "the levy"),
        drivers=(
            Driver(text="no", evidence=(quote(TEXT, BOX + 2, BOX + 4),), attribution=AttributionId("s-none")),
            Driver(text="money", evidence=(Evidence(REPORT, 0, 5, "money"),)),
        ),
    )
    (kept,) = ground(Report(id=REPORT, text=TEXT), (), (turn,)).claims
    assert isinstance(kept, Shift)
    assert kept.drivers == (Driver(text="no", evidence=(quote(TEXT, BOX + 2, BOX + 4),)),)
