"""Reports in our own words, and who is meant by what in them; as many that must stay open as that must not."""

import time

import pytest

from tests.coding.conftest import parse_one
from volteface.coding.cast import Cast
from volteface.coding.mentions import cast
from volteface.record import Actor, Report
from volteface.record.words import ReportId


def read(text: str, publisher: str | None = "The Harbour Herald") -> Cast:
    return cast(parse_one(text), Report(id=ReportId("r-1"), text=text, publisher=publisher))


def meant(found: Cast, form: str, nth: int = 0) -> Actor | None:
    """The actor whom the nth mention that reads so means."""
    text = found.parsed.text
    fitting = [m for m in found.mentions if text[m.span.start : m.span.end] == form]
    return found.actors[fitting[nth].actor] if nth < len(fitting) else None


MEANT = [
    # later, shorter and misspelt forms
    ("Moqtada al-Sadr left the talks. Later al-Sard changed his mind.", "al-Sard", "Moqtada al-Sadr"),
    ("Alexis Tsipras refused. On Friday Tsypras signed.", "Tsypras", "Alexis Tsipras"),
    ("Aleksandar Vučić refused. On Friday Vucic signed.", "Vucic", "Aleksandar Vučić"),
    ("Edith Marchbank resigned. Mrs Marchbank gave no reason.", "Marchbank", "Edith Marchbank"),
    (
        "The Tigray People's Liberation Front (TPLF) agreed. The TPLF will disarm.",
        "TPLF",
        "Tigray People's Liberation Front",
    ),
    ("Ankara refused to pay. Turkey had promised the money.", "Ankara", "Turkey"),
    # appositions and introductions
    ("Kenya's president, William Ruto, arrived on Monday.", "Kenya's president", "William Ruto"),
    ("Raila Odinga, the leader of the opposition, refused.", "the leader of the opposition", "Raila Odinga"),
    ("Kenya's president arrived on Monday. William Ruto met the envoys.", "Kenya's president", "William Ruto"),
    # descriptions
    ("Ayatollah Ali Hosseini met the envoy. The cleric refused the offer.", "The cleric", "Ali Hosseini"),
    ("Gen. Khalid Omar met Governor Ruth Mbeki. The general refused the offer.", "The general", "Khalid Omar"),
    ("Premier Ana Kovač resigned. The prime minister gave no reason.", "The prime minister", "Ana Kovač"),
    ("A Western diplomat denied it. The diplomat asked not to be named.", "The diplomat", "A Western diplomat"),
    # pronouns
    ("Angela Kovač met Boris Novak. She refused his offer.", "She", "Angela Kovač"),
    ("Angela Kovač met Boris Novak. She refused his offer.", "his", "Boris Novak"),
    ("Boris Novak said he would resign.", "he", "Boris Novak"),
    ("Boris Novak praised himself.", "himself", "Boris Novak"),
    ("The Labour Party said it would vote against the bill.", "it", "Labour Party"),
    ("Protesters gathered in Nairobi. They burned tyres.", "They", "Protesters"),
    ("A month after he left the alliance, Boris Novak returned to it.", "he", "Boris Novak"),
    # inside quotation marks
    ("“I will not sign this,” Boris Novak told reporters.", "I", "Boris Novak"),
    ("Boris Novak said: “We will not sign this.”", "We", "Boris Novak"),
    # papers and publishers
    ("A report released by Reuters blamed the rebels. The report called them thieves.", "The report", "Reuters"),
    ("Boris Novak told the Harbour Herald that he would resign.", "Harbour Herald", "The Harbour Herald"),
]


@pytest.mark.parametrize(("text", "form", "name"), MEANT)
def test_a_mention_means(text: str, form: str, name: str) -> None:
    actor = meant(read(text), form)
    assert actor is not None
    assert actor.name == name


OPEN = [
    ("The plan failed because it cost too much.", "it"),
    ("It is clear that the plan has failed.", "It"),
    ("It rained while the ministers met.", "It"),
    ("The bill was long, and its critics were many.", "its"),
    ("I doubt that the minister will resign.", "I"),
    ("We have seen this before, and Boris Novak knows it.", "We"),
    ("The Finance Bill passed on Monday.", "Finance Bill"),
    ("The Finance Bill passed on Monday.", "Monday"),
    ("Boris Novak arrived in July.", "July"),
    ("Boris Novak spoke at Independence Square.", "Independence Square"),
    ("He refused.", "He"),
    ("They say that the winter will be long.", "They"),
    ("The table stood in the corner.", "The table"),
    ("Boris Novak arrived in Nairobi.", "Nairobi"),
    ("Boris Novak spent 40 million dollars.", "40 million dollars"),
    ("ATHENS - Boris Novak resigned.", "ATHENS"),
    ("Boris Novak is a politician.", "a politician"),
    ("Boris Novak served as minister.", "minister"),
    ("The constitution forbids it.", "The constitution"),
    ("The river rose, and the harvest was lost.", "The river"),
]


@pytest.mark.parametrize(("text", "form"), OPEN)
def test_nobody_is_meant(text: str, form: str) -> None:
    assert meant(read(text), form) is None


APART = [
    ("Edith Marchbank resigned. Edward Marchbank did not.", "Edith Marchbank", "Edward Marchbank"),
    ("Mr Marchbank resigned. Mrs Marchbank did not.", "Marchbank", "Marchbank"),
    ("North Korea refused. South Korea agreed.", "North Korea", "South Korea"),
    ("Boris Novak met his aide.", "Boris Novak", "his aide"),
    ("A spokeswoman denied it. A spokesman confirmed it.", "A spokeswoman", "A spokesman"),
    ("The finance minister resigned. The foreign minister stayed.", "The finance minister", "The foreign minister"),
    ("Boris Novak criticised him.", "Boris Novak", "him"),
    ("Judge Anna Petrov spoke. The general refused to answer.", "Anna Petrov", "The general"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_stay_apart(text: str, one: str, other: str) -> None:
    found = read(text)
    first, second = meant(found, one), meant(found, other, 1 if one == other else 0)
    assert first is not None
    assert first != second


def test_titles_are_roles_and_no_part_of_the_name() -> None:
    actor = meant(read("Prime Minister Ana Kovač spoke."), "Ana Kovač")
    assert actor is not None
    assert (actor.name, actor.roles, actor.kind, actor.sector) == ("Ana Kovač", ("prime minister",), "person", "GOV")


def test_courtesies_are_no_roles() -> None:
    actor = meant(read("Mrs Marchbank spoke."), "Marchbank")
    assert actor is not None
    assert actor.roles == ()


def test_coordinated_names_have_a_mention_each() -> None:
    found = read("Albin Kurti and Ana Kovač met on Friday.")
    assert [a.name for a in found.actors.values() if a.kind == "person"] == ["Albin Kurti", "Ana Kovač"]


def test_aliases_stand_in_order_of_appearance_and_hold_no_pronouns() -> None:
    actor = meant(read("Edith Marchbank spoke. She left. Later Marchbank returned."), "Marchbank")
    assert actor is not None
    assert actor.aliases == ("Edith Marchbank", "Marchbank")


def test_countries_come_from_possessors_and_adjectives() -> None:
    found = read("Iranian officials met Kenya's president.")
    assert [(a.name, a.country) for a in found.actors.values() if a.country and a.kind != "country"] == [
        ("Iranian officials", "IRN"),
        ("Kenya's president", "KEN"),
    ]


def test_unnamed_sources_are_unnamed() -> None:
    actor = meant(read("Two officials denied it."), "Two officials")
    assert actor is not None
    assert (actor.kind, actor.sector) == ("unnamed", "GOV")


def test_the_publisher_is_an_actor_even_where_the_text_does_not_name_it() -> None:
    found = read("Nothing happened.")
    assert found.publisher is not None
    assert found.publisher.name == "The Harbour Herald"
    assert found.publisher.id in found.actors
    assert read("Nothing happened.", publisher=None).publisher is None


def test_ids_do_not_depend_on_what_else_was_read() -> None:
    text = "Boris Novak met the envoy. He refused."
    assert list(read(text).actors) == list(read(text).actors)


def test_every_mention_lies_in_the_text_at_its_head() -> None:
    found = read("“I am for it,” said Boris Novak's spokesman, Jan Kees, whose party (the DVU) is not.")
    for mention in found.mentions:
        head = found.parsed.words[mention.head]
        assert mention.span.start <= head.start < head.end <= mention.span.end
        assert found.at(mention.head) is mention


@pytest.mark.parametrize(
    "text", ["(" * 3000, "Kim and " * 1500, "Al-" * 3000, '"He said" ' * 1500, "A" * 20000, "de van al " * 1500]
)
def test_hostile_text_takes_no_longer_than_other_text(text: str) -> None:
    parsed = parse_one(text)
    start = time.perf_counter()
    cast(parsed, Report(id=ReportId("r-1"), text=text))
    assert time.perf_counter() - start < 3
