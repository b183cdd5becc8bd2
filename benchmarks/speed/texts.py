"""A number of words -> political reporting of that length, in our own words; the same seed gives the same text.

Sentences are cut from the demo corpus where there is one, else filled from templates with invented names, a new name in
every report, as a day's press would have it.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ENOUGH_WORDS = 1_500  # an examples folder with less is too little to time by

TEMPLATES = (
    "{name} said on {day} that the {party} would no longer support the {bill} after {other} refused to change it.",
    "The {party} leader, {name}, who had backed the {bill} since the spring, told reporters that he now opposed it.",
    "According to two officials close to the talks, {name} offered {other} the {post} in return for votes on it.",
    "The {office} denied that it had asked {name} to withdraw the {bill}.",
    '"We shall not sit in a cabinet that ignores the {town} agreement," {name} told the newspaper.',
    "{other} accused the {party} of breaking its word and demanded that {name} resign.",
    "If the {bill} passes, the unions in {town} say, they will call a strike that could last until {month}.",
    "Delegates of both sides met in {town} on {day}, and an aide to {other} described the mood as cool but polite.",
    "{name} once called the {bill} a gift to speculators; in {month} she voted for it, citing pressure from {town}.",
    "The {office} plans to send the {bill} back to committee, a spokesman said, unless {other} drops his objections.",
    "Analysts in {town} doubt that the {party}, which lost nine seats last year, can afford another turn.",
    "Police used tear gas against some two hundred demonstrators outside the {office}, witnesses said.",
)
WORDS = {
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    "month": ["March", "April", "May", "June", "September", "October", "November"],
    "bill": ["water bill", "pension reform", "budget", "port concession", "land act", "fuel levy", "electoral law"],
    "post": ["interior ministry", "speaker's chair", "governorship", "seat on the central bank's board"],
    "office": ["Prime Minister's office", "Foreign Ministry", "regional council", "Constitutional Court"],
    "party": ["Civic Union", "Farmers' League", "National Front for Renewal", "Liberal Bloc", "Labour Alliance"],
}
GIVEN = ["Anna", "Tomas", "Ilir", "Besa", "Marek", "Joana", "Davit", "Salma", "Henrik", "Noor", "Petra", "Samuel"]
BEGIN = ["Bal", "Kor", "Mar", "Ves", "Tal", "Dren", "Har", "Lis", "Pol", "Sor", "Gan", "Ber", "Ost", "Zel"]
MIDDLE = ["a", "e", "i", "o", "an", "en", "or", "il", "ov"]
END = ["ski", "dze", "mann", "ovic", "ari", "berg", "eta", "ulu", "well", "ana"]
PLACE_END = ["ford", "ville", "burg", "grad", "mouth", "stan", "haven", "pol"]

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def reports(count: int, words: int, *, seed: int = 1, examples: Path = EXAMPLES) -> list[str]:
    """`count` texts of about `words` words each: from the examples in turn, else from templates."""
    sentences = _of_examples(examples)
    if sum(len(s.split()) for s in sentences) < ENOUGH_WORDS:
        return [invented(words, seed=seed * 100_000 + i) for i in range(count)]
    offset, texts = 0, []
    for _ in range(count):
        taken = list(_take(sentences, words, offset))
        offset += len(taken)
        texts.append(_paragraphs(taken))
    return texts


def invented(words: int, *, seed: int) -> str:
    """One text from templates, of at least `words` words."""
    chance = random.Random(seed)
    names = {"name": _person(chance), "other": _person(chance), "town": _town(chance)}
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < words:
        picked = {slot: chance.choice(choices) for slot, choices in WORDS.items()}
        sentences.append(chance.choice(TEMPLATES).format(**names, **picked))
    return _paragraphs(sentences)


def filed(texts: list[str], folder: Path) -> list[Path]:
    """The texts as files with front matter, a day apart."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"report-{i:05}.txt" for i in range(len(texts))]
    for i, (path, text) in enumerate(zip(paths, texts, strict=True)):
        front = f"---\ntitle: Report {i}\npublisher: Speed Gazette\ndate: 2024-03-{i % 28 + 1:02}\nlanguage: en\n---\n"
        path.write_text(front + text, encoding="utf-8")
    return paths


def _of_examples(folder: Path) -> list[str]:
    texts = [_FRONT_MATTER.sub("", p.read_text(encoding="utf-8")) for p in sorted(folder.rglob("*.txt"))]
    return [s.strip() for text in texts for s in _SENTENCE_END.split(text) if s.strip()]


def _take(sentences: list[str], words: int, offset: int) -> Iterator[str]:
    while words > 0:
        sentence = sentences[offset % len(sentences)]
        words, offset = words - len(sentence.split()), offset + 1
        yield sentence


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)) + "\n"


def _person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(BEGIN)}{chance.choice(MIDDLE)}{chance.choice(END)}"


def _town(chance: random.Random) -> str:
    return chance.choice(BEGIN) + chance.choice(MIDDLE) + chance.choice(PLACE_END)
