"""What a file says of its picture, once the three voices of its metadata are settled.

The rule, for each fact by itself:

1. What cameras write by default, and what is blank, says nothing.
2. XMP comes first, then IPTC-IIM, then EXIF: agencies and desks write the first two,
   cameras and operating systems the last.
3. Photoshop leaves a digest of the datasets. Where it does not fit any more, somebody
   changed IIM alone, later: then IIM comes before XMP (Metadata Working Group,
   Guidelines 2.0, section 3.3).
4. Of a text that was cut off, as IIM and EXIF cut, the longer one with the same
   beginning is taken, wherever it stands.
5. Keywords are joined, in this order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from newsroom.text.clean import clean_line
from newsroom.text.fold import fold
from photos import credits, house_style
from photos.agencies import is_known_agency
from photos.iptc import Metadata

_DEFAULT = re.compile(
    r"(?:(?:olympus|casio|minolta|konica|kodak|samsung|nikon|canon|pentax|ricoh|sony|"
    r"fujifilm|sanyo|hp|polaroid|vivitar)?\W*(?:digital camera|camera|dsc|dcs)\W*|"
    r"exif[_ ]jpeg[_ ]\w+|jpeg|untitled|default|unknown|photographer|<.*>|screenshot|"
    r"created by .* gimp|ascii|charset=.*|\W*)",
    re.IGNORECASE,
)
_TRUNCATED = 20  # letters: a shorter beginning may be another text


@dataclass(frozen=True)
class Facts:
    """`taken_at` is ISO 8601, as far as it is known, with an offset if there is one."""

    caption: str = ""
    headline: str = ""
    creators: tuple[str, ...] = ()
    credit: str = ""
    source: str = ""
    copyright: str = ""
    licence: str = ""
    instructions: str = ""
    alt: str = ""
    keywords: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    city: str = ""
    country: str = ""
    taken_at: str = ""


_XMP = {
    "caption": ["dc:description", "tiff:ImageDescription"],
    "headline": ["photoshop:Headline", "dc:title"],
    "creators": ["dc:creator", "tiff:Artist"],
    "credit": ["photoshop:Credit"],
    "source": ["photoshop:Source"],
    "copyright": ["dc:rights", "tiff:Copyright"],
    "licence": ["xmpRights:WebStatement", "xmpRights:UsageTerms"],
    "instructions": ["photoshop:Instructions"],
    "alt": ["Iptc4xmpCore:AltTextAccessibility"],
    "keywords": ["dc:subject"],
    "people": ["Iptc4xmpExt:PersonInImage"],
    "city": ["photoshop:City"],
    "country": ["photoshop:Country"],
}
_IIM = {
    "caption": ["Caption-Abstract"],
    "headline": ["Headline", "ObjectName"],
    "creators": ["By-line"],
    "credit": ["Credit"],
    "source": ["Source"],
    "copyright": ["CopyrightNotice"],
    "instructions": ["SpecialInstructions"],
    "keywords": ["Keywords"],
    "city": ["City"],
    "country": ["Country-PrimaryLocationName"],
}
_EXIF = {
    "caption": ["ImageDescription", "XPComment"],
    "headline": ["XPTitle"],
    "creators": ["Artist", "XPAuthor"],
    "copyright": ["Copyright"],
    "keywords": ["XPKeywords"],
}


def settled(said: Metadata) -> Facts:
    """The facts by the rule above. Total."""
    heard_as = {name.casefold(): values for name, values in said.items()}
    voices = [("XMP:", _XMP), ("IPTC:", _IIM), ("EXIF:", _EXIF)]
    if said.get("Photoshop:IPTCDigest") != said.get("File:CurrentIPTCDigest"):
        voices[:2] = voices[1::-1]
    heard = {
        fact: [
            values
            for prefix, names in voices
            for name in names.get(fact, ())
            if (values := _values(heard_as.get((prefix + name).casefold(), ()), fact))
        ]
        for fact in _XMP
    }
    return Facts(
        **{
            fact: _whole(values)
            for fact, values in heard.items()
            if fact not in ("creators", "keywords", "people")
        },
        creators=_names(heard["creators"]),
        keywords=tuple(dict.fromkeys(chain(*heard["keywords"]))),
        people=tuple(heard["people"][0]) if heard["people"] else (),
        taken_at=next(_moments(said, is_iim_first=voices[0][0] == "IPTC:"), ""),
    )


def _values(found: str | list[str] | tuple[()], fact: str) -> list[str]:
    texts = [found] if isinstance(found, str) else list(found)
    texts = [text for text in texts if not _DEFAULT.fullmatch(text.strip())]
    if fact == "caption":
        return texts
    return [line for text in texts if (line := clean_line(text))]


def _whole(heard: list[list[str]]) -> str:
    """The first one, or a longer one of which it is the beginning."""
    texts = [", ".join(values) for values in heard]
    if not texts:
        return ""
    same = [text for text in texts if _continues(texts[0], text)]
    return max(same, key=len, default=texts[0])


def _continues(cut: str, whole: str) -> bool:
    return len(cut) >= _TRUNCATED and whole.startswith(cut)


def _names(heard: list[list[str]]) -> tuple[str, ...]:
    """EXIF writes several with semicolons; IIM and EXIF cut after 31 or 32 bytes."""
    if not heard:
        return ()
    lists = [
        [name for text in texts for part in text.split(";") if (name := part.strip())]
        for texts in heard
    ]
    longer = {name: name for name in lists[0]}
    for name in longer:
        for other in (other for names in lists[1:] for other in names):
            if _continues(name, other) and len(other) > len(longer[name]):
                longer[name] = other
    return tuple(dict.fromkeys(longer.values()))


_MOMENT = re.compile(
    r"(\d{4})[:-]?(\d\d)[:-]?(\d\d)"
    r"(?:[ T]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?.*"
)


def _moments(said: Metadata, *, is_iim_first: bool) -> Iterator[str]:
    """When the picture was taken: the best first."""

    def text(name: str) -> str:
        value = said.get(name, "")
        return value if isinstance(value, str) else value[0]

    iim = f"{text('IPTC:DateCreated')}T{text('IPTC:TimeCreated')}".rstrip("T")
    exif = text("EXIF:DateTimeOriginal") + text("EXIF:OffsetTimeOriginal")
    xmp = [text("XMP:photoshop:DateCreated"), text("XMP:exif:DateTimeOriginal")]
    for value in [iim, *xmp, exif] if is_iim_first else [*xmp, iim, exif]:
        found = _MOMENT.fullmatch(value)
        if found and "00" not in found.groups()[1:3] and found[1] != "0000":
            day = "-".join(found.groups()[:3])
            if not found[4]:
                yield day
                continue
            offset = re.sub(r"(\d\d):?(\d\d)$", r"\1:\2", found[7] or "")
            clock = f"{found[4]}:{found[5]}:{found[6] or '00'}"
            yield f"{day}T{clock}{offset.replace('Z', '+00:00')}"


def caption_and_credit(facts: Facts) -> tuple[str, str]:
    """The caption without its credit, and the credit line: as it was written at the
    end of the caption, or else in house style from the names and the credit."""
    caption, line = credits.split(facts.caption)
    read = credits.parse(line)
    made = _credit(facts)
    written = {fold(name) for name in (*read.photographers, read.agency) if name}
    named = {fold(name) for name in (*made.photographers, made.agency) if name}
    is_whole = caption.count("(") == caption.count(")")
    if written and is_whole and (not named or written & named):
        return caption, line
    return facts.caption, house_style.format(made)


def _credit(facts: Facts) -> credits.Credit:
    """Who made it, and the houses that "AFP/Getty Images" names."""
    read = credits.parse(f"Ảnh: {facts.credit}" if facts.credit else "")
    if not facts.creators:
        return replace(read, style="") if facts.credit else read
    known = {fold(name) for name in facts.creators}
    parts = [part.strip(" ©") for part in facts.credit.split("/")]
    houses = [part for part in parts if part and fold(part) not in known]
    if not houses and is_known_agency(facts.source) and fold(facts.source) not in known:
        houses = [facts.source]
    return credits.Credit(
        facts.creators,
        agency=houses[0] if houses else "",
        relay=houses[-1] if len(houses) > 1 else "",
        kind=read.kind,
    )
