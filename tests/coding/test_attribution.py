"""Who says what by which word: one sentence in, its attributions out; and what attributes nothing."""

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.finding import Quote
from volteface.coding.mentions import cast
from volteface.coding.rules.attribution import RULES, quotes
from volteface.coding.rules.attribution.words import Group, parsed_words, words
from volteface.errors import UsageError
from volteface.grammar import Parsed
from volteface.record import Report
from volteface.record.ids import report_id


def found(text: str) -> tuple[Parsed, list[Quote]]:
    """The parse of a text and its attributions."""
    parsed = parse_one(text)
    report = Report(
        id=report_id(publisher="The Ledger", date=None, url=None, text=text), publisher="The Ledger", text=text
    )
    return parsed, quotes(parsed, cast(parsed, report))


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """(source, cue, contents) of each attribution."""
    parsed, made = found(text)
    return [
        (
            parsed.words[q.source].text if q.source is not None else "",
            text[q.cue.start : q.cue.end] if q.cue else "",
            tuple(text[s.start : s.end] for s in q.content),
        )
        for q in made
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents"),
    [
        # indirect speech
        ("The mayor said that the bridge was unsafe.", "mayor", "said", ("that the bridge was unsafe",)),
        ("The mayor said the bridge was unsafe.", "mayor", "said", ("the bridge was unsafe",)),
        ("The mayor told reporters that the bridge was unsafe.", "mayor", "told", ("that the bridge was unsafe",)),
        ("The bridge was unsafe, the mayor said.", "mayor", "said", ("The bridge was unsafe",)),
        ("The bridge, the mayor said, was unsafe.", "mayor", "said", ("The bridge", "was unsafe")),
        ("The road is shut, according to the police.", "police", "according to", ("The road is shut",)),
        ("According to the police, the road is shut.", "police", "According to", ("the road is shut",)),
        ("In her view, the deal is dead.", "her", "view", ("the deal is dead",)),
        # direct speech
        ('"We shall go," the mayor said.', "mayor", "said", ('"We shall go,"',)),
        ('The mayor said: "We shall go."', "mayor", "said", ('"We shall go."',)),
        ('"We shall go," he said. "We shall not return."', "he", "said", ('"We shall go,"', '"We shall not return."')),
        (
            'The mayor said that the offer was "a bad joke".',
            "mayor",
            "said",
            ('that the offer was "a bad joke"',),
        ),
        # voiced noun phrases
        ("The union called the offer a bribe.", "union", "called", ("the offer a bribe",)),
        ("The bishops called for a truce.", "bishops", "called for", ("a truce",)),
        ("The union accused the minister of theft.", "union", "accused", ("the minister of theft",)),
        ("The opposition spoke of blackmail.", "opposition", "spoke of", ("blackmail",)),
        ("The bishops urged both sides to talk.", "bishops", "urged", ("both sides to talk",)),
        ("The plan was praised by the union.", "union", "was praised", ("The plan",)),
        # belief, intention, question, denial
        ("The premier is expected to resign.", "", "is expected", ("to resign",)),
        ("The premier vowed to stay in office.", "premier", "vowed", ("to stay in office",)),
        ("The deputies asked whether he had known.", "deputies", "asked", ("whether he had known",)),
        ("The general denied having met the rebels.", "general", "denied", ("having met the rebels",)),
        ("The envoy made it clear that he would go.", "envoy", "made it clear", ("that he would go",)),
        ("The envoy let it be known that he would go.", "envoy", "let it be known", ("that he would go",)),
        ("The general used to say that war was folly.", "general", "used to say", ("that war was folly",)),
    ],
)
def test_who_says_what(text: str, source: str, cue: str, contents: tuple[str, ...]) -> None:
    assert (source, cue, contents) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "He said goodbye to the guests.",
        "He told a long story.",
        "The delegation called on the mayor at his residence.",
        "The union called a meeting.",
        "The generals saw the mayor.",
        "The mayor would say nothing of the sort.",
        "The opposition spoke in the square.",
        "The accused left by the back door.",
        "No group claimed the attack.",
        "The envoy asked not to be named.",
        "The claim was filed in May.",
        "The jury considered for an hour.",
        "He did not promise a new vote.",
        "The council voted to reject the plan.",
        "The promise was kept.",
        "The team played in the accord stadium.",
        "The band learned a new song.",
        "The ministry reports to the premier.",
        "Her voice was low.",
        "In the eye of the storm it was calm.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_quoted_as_saying_makes_two_attributions_of_one_content() -> None:
    made = told("The daily quoted an aide as saying that the talks had failed.")
    assert ("daily", "quoted", ("an aide as saying that the talks had failed",)) in made
    assert ("aide", "saying", ("that the talks had failed",)) in made


def test_a_cited_source_has_the_content_of_the_one_who_cites() -> None:
    made = told("The daily, citing two aides, reported that the talks had failed.")
    assert ("aides", "citing", ("that the talks had failed",)) in made


def test_a_passing_on_source_has_the_content_of_those_it_quotes() -> None:
    made = told("Officials, quoted by the agency, feared that the talks would fail.")
    assert ("agency", "quoted by", ("that the talks would fail",)) in made


def test_a_second_verb_goes_with_the_speaker_and_not_with_what_he_said() -> None:
    made = told("A spokeswoman said the city would appeal and called the ruling an affront.")
    assert ("spokeswoman", "called", ("the ruling an affront",)) in made
    assert ("spokeswoman", "said", ("the city would appeal",)) in made


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = 'The mayor said: "We shall go.\n\n"We shall not return."'
    _, made = found(text)
    assert [len(q.content) for q in made] == [2]


def test_two_labelled_paragraphs_make_a_digest() -> None:
    text = "LIBERTY TIMES: The premier has gone.\n\nCHINA POST: The premier has stayed."
    assert told(text) == [("TIMES", "", ("The premier has gone.",)), ("POST", "", ("The premier has stayed.",))]


def test_a_dateline_makes_no_digest() -> None:
    assert told("KOCHI: The premier has gone.\n\nRain fell in the south.") == []


def test_a_name_in_apposition_is_the_source() -> None:
    assert ("Vardan", "said", ("that he would go",)) in told("Its leader, Emil Vardan, said that he would go.")


def test_source_kinds() -> None:
    sentences = {
        "Emil Vardan said that he would go.": "named",
        "Two officials said that he would go.": "unnamed",
        "The newspaper said that he would go.": "publication",
        "He is expected to go.": "unnamed",
        "We believe that he will go.": "author",
    }
    assert {text: found(text)[1][0].source_kind for text in sentences} == sentences


def test_text_that_says_nothing_but_verbs_of_saying_ends() -> None:
    told("He said she said " * 300 + '"' * 500)


# --- the lexicon ---


def _groups() -> list[Group]:
    return [*words().verbs, *words().nouns]


@pytest.mark.parametrize("group", _groups(), ids=lambda g: f"{g.name}: {g.example}")
def test_the_example_of_a_group_is_an_attribution(group: Group) -> None:
    classes = [q.verb_class for q in found(group.example)[1]]
    assert group.verb_class in classes


@pytest.mark.parametrize("group", _groups(), ids=lambda g: f"{g.name}: {g.counter}")
def test_the_counter_example_of_a_group_is_none(group: Group) -> None:
    assert told(group.counter) == []


def test_every_rule_states_a_fact_with_an_example() -> None:
    for rule in RULES:
        assert ": " in (rule.__doc__ or ""), f"{rule.__name__} states no fact and example"


_GOOD = "{name: x, class: statement, words: [say], takes: [clause], example: a, counter: b}"


@pytest.mark.parametrize(
    ("yaml", "parts"),
    [
        ("verbs: [{name: x, class: shout}]", ["mine.yaml", "verbs 1 (x)", "statement, belief"]),
        (f"verbs: [{_GOOD.replace('[clause]', '[clauses]')}]", ["mine.yaml", "verbs 1 (x)", "speech, clause"]),
        (
            f"verbs: [{_GOOD.replace('words', 'lemmas')}]",
            ["mine.yaml", "verbs 1 (x)", "the keys are name, class, words"],
        ),
        (f"verbs: [{_GOOD}]", ["mine.yaml", "nouns"]),
        ("- say", ["mine.yaml", "mapping", "verbs, nouns"]),
        ("a: [", ["mine.yaml", "not YAML"]),
    ],
)
def test_a_faulty_file_names_file_entry_and_allowed_values(yaml: str, parts: list[str]) -> None:
    with pytest.raises(UsageError) as error:
        parsed_words(yaml, "mine.yaml")
    assert [p for p in parts if p not in str(error.value)] == []
