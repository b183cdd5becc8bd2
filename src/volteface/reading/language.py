"""A text -> its language; a language as written -> its BCP 47 tag. Both offline.

A language is detected only where there is enough text to tell; below that, English is assumed, and marked as assumed.
"""

import re

from msgspec import Struct

from volteface.errors import InputError

ENOUGH = 200  # characters below which detection is a toss-up
SAMPLE = 20_000  # characters that detection looks at
NO_LANGUAGE = "zxx"  # what detection calls a text that is all marks and numbers

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)

# ISO 639-2 codes that BCP 47 writes with two letters.
_LONGER = (
    "ara:ar bel:be ben:bn bos:bs bul:bg cat:ca ces:cs cze:cs cmn:zh chi:zh zho:zh cym:cy dan:da deu:de ger:de "
    "ell:el gre:el eng:en est:et eus:eu fas:fa per:fa fin:fi fra:fr fre:fr gle:ga heb:he hin:hi hrv:hr hun:hu "
    "hye:hy arm:hy ind:id isl:is ice:is ita:it jpn:ja kat:ka geo:ka kaz:kk kik:ki kor:ko kur:ku lav:lv lit:lt "
    "mkd:mk mac:mk mon:mn msa:ms may:ms mya:my bur:my nep:ne nld:nl dut:nl nno:nn nob:nb nor:no pol:pl por:pt "
    "pus:ps ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl som:so spa:es sqi:sq alb:sq srp:sr swa:sw swe:sv tam:ta "
    "tha:th tur:tr ukr:uk urd:ur uzb:uz vie:vi"
)
_SHORTER = dict(pair.split(":") for pair in _LONGER.split())


class Guess(Struct, frozen=True):
    """A text's language, and whether it was assumed because the text is too short to tell."""

    language: str
    assumed: bool


def detect(text: str) -> Guess:
    """The language of a text of 200 characters or more; English, assumed, for a shorter one."""
    sample = text.strip()[:SAMPLE]
    if len(sample) < ENOUGH:
        return Guess("en", assumed=True)
    import py3langid

    language, _ = py3langid.classify(sample)
    return Guess(normal_tag(language), assumed=False)


def normal_tag(value: str) -> str:
    """EN -> en, en_us.UTF-8 -> en-US, zh-hant-tw -> zh-Hant-TW, deu -> de; an InputError where it is no tag."""
    tag = re.split(r"[.@]", value.strip(), maxsplit=1)[0].replace("_", "-")
    if not _TAG.fullmatch(tag):
        raise InputError(
            f"has the language {value[:60]!r}, which is no BCP 47 tag; write it as en, en-GB or de, or leave it out"
        )
    primary, *rest = tag.lower().split("-")
    return "-".join([_SHORTER.get(primary, primary), *_cased(rest)])


def normal_tag_or_none(value: str | None) -> str | None:
    """The tag where a page or a PDF gives a sound one; else the language is detected."""
    try:
        return normal_tag(value) if value else None
    except InputError:
        return None


def _cased(subtags: list[str]) -> list[str]:
    """Scripts are written Latn and regions GB, all else small; what follows a single letter is private."""
    cased: list[str] = []
    for i, subtag in enumerate(subtags):
        if len(subtag) == 1:
            return cased + subtags[i:]
        cased.append(subtag.title() if len(subtag) == 4 and subtag.isalpha() else _region(subtag))
    return cased


def _region(subtag: str) -> str:
    return subtag.upper() if len(subtag) == 2 else subtag
