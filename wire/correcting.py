"""A reading that a person corrects: which part is what is chosen, the rest follows.

Pure. What comes out is a dispatch like any other: its parts, joined, are the text.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from newsroom.text.canonical import digest
from photos import credits
from wire import datelines, signoffs
from wire.datelines import Dateline
from wire.dispatch import BLOCKS, Dispatch, DispatchPhoto, Part, Unsure
from wire.headline import odd_section
from wire.kinds import CHOICES, JOINED, LABELS, SINGLE
from wire.lines import Line
from wire.markup import IS_MARKUP
from wire.signoffs import SignOff

Choices = Mapping[str, str]  # a kind, by the name of a piece


@dataclass(frozen=True)
class Piece:
    """A part that may be chosen anew, and its place among the parts.

    `name` tells its words, so that no choice goes astray when the text is changed
    elsewhere.
    """

    name: str
    part: Part
    place: int
    is_on_a_new_line: bool


@dataclass(frozen=True)
class _Chosen:
    part: Part
    is_chosen: bool = False


def pieces(dispatch: Dispatch) -> list[Piece]:
    """Everything that has a kind, in order; spaces and single signs have none."""
    found: list[Piece] = []
    seen: Counter[str] = Counter()
    gap, is_first = "", True
    for place, part in enumerate(dispatch.parts):
        if _is_gap(part):
            gap += part.text
            continue
        key = digest(part.text)[:16]
        seen[key] += 1
        is_new = is_first or _breaks(gap, dispatch)
        found.append(Piece(f"{key}-{seen[key]}", part, place, is_new))
        gap, is_first = "", False
    return found


def corrected(dispatch: Dispatch, choices: Choices) -> Dispatch:
    """The dispatch with other kinds where others were chosen.

    Neighbours on one line that were made alike become one part, and so does what was
    chosen to go on from above. Photos, dateline and names follow. What was doubted of
    a kind that was chosen, or chosen away, is no doubt any more.
    """
    chosen = {
        piece.place: kind
        for piece in pieces(dispatch)
        if (kind := choices.get(piece.name, "")) in CHOICES and kind != piece.part.kind
    }
    if not chosen:
        return dispatch
    parts = _rejoined(dispatch, chosen)
    doubts = _odd_section(dispatch, parts) if "section" in chosen.values() else []
    touched = {*chosen.values(), *(dispatch.parts[place].kind for place in chosen)}
    return replace(
        dispatch,
        parts=tuple(each.part for each in parts),
        photos=tuple(_photos(dispatch, parts)),
        dateline=_dateline(dispatch, parts),
        sign_offs=_sign_offs(dispatch, parts),
        unsure=(*dispatch.unsure_but_for(*touched), *doubts),
    )


def _odd_section(dispatch: Dispatch, parts: list[_Chosen]) -> list[Unsure]:
    """A doubt as reading has it: no section is made of a line that may be none."""
    for each in parts:
        name = dispatch.said(each.part)
        if each.part.kind == "section" and not Line(0, name).is_section:
            return [Unsure("section", odd_section(name))]
    return []


def contradictions(dispatch: Dispatch) -> list[Unsure]:
    """What cannot be told in one story: two headlines, two datelines."""
    said = _("More than one part is “%(kind)s”: choose something else for the others.")
    return [
        Unsure(kind, said % {"kind": LABELS[kind]})
        for kind in SINGLE
        if len(dispatch.texts(kind)) > 1
    ]


def _is_gap(part: Part) -> bool:
    is_sign = part.kind == "other" and not any(map(str.isalnum, part.text))
    return part.kind in ("space", "markup") or is_sign


def _breaks(gap: str, dispatch: Dispatch) -> bool:
    """Whether a new line begins in what lies between two parts."""
    return bool(IS_MARKUP.search(gap)) if dispatch.is_markup else "\n" in gap


def _rejoined(dispatch: Dispatch, chosen: Mapping[int, str]) -> list[_Chosen]:
    parts: list[_Chosen] = []
    last = -1  # the part before, in `parts`
    for place, part in enumerate(dispatch.parts):
        if _is_gap(part):
            parts.append(_Chosen(part))
            continue
        kind, is_chosen = chosen.get(place, part.kind), place in chosen
        before = parts[last] if last >= 0 else None
        gap = "".join(each.part.text for each in parts[last + 1 :])
        is_alike = before is not None and kind == before.part.kind
        is_made_alike = is_alike and (is_chosen or parts[last].is_chosen)
        if before and (kind == JOINED or is_made_alike and not _breaks(gap, dispatch)):
            text = before.part.text + gap + part.text
            parts[last:] = [_Chosen(Part(before.part.kind, text), True)]
            continue
        kind = part.kind if kind == JOINED else kind
        last = len(parts)
        parts.append(_Chosen(Part(kind, part.text), is_chosen))
    return parts


def _is_chosen(dispatch: Dispatch, parts: list[_Chosen], *kinds: str) -> bool:
    """Whether the parts of these kinds are others than those that were read."""
    now = [each.part for each in parts if each.part.kind in kinds]
    return now != [part for part in dispatch.parts if part.kind in kinds]


def _photos(dispatch: Dispatch, parts: list[_Chosen]) -> Iterator[DispatchPhoto]:
    """As read, or built anew; a picture without any words stays where it was."""
    if not _is_chosen(dispatch, parts, "caption", "credit", *BLOCKS):
        yield from dispatch.photos
        return
    found = [each for each in dispatch.photos if not (each.caption or each.credit_line)]
    after, caption = 0, ""
    told = [each for each in parts if not _is_gap(each.part)]
    for number, each in enumerate(told):
        text, following = dispatch.said(each.part), told[number + 1 : number + 2]
        if each.part.kind in BLOCKS:
            after += 1
        elif each.part.kind == "caption":
            if following and following[0].part.kind == "credit":
                caption = text
                continue
            words = credits.split(text) if each.is_chosen else (text, "")
            found.append(_photo(*words, after))
        elif each.part.kind == "credit":
            found.append(_photo(caption, text, after))
        caption = ""
    yield from sorted(found, key=lambda photo: photo.after_paragraph)


def _photo(caption: str, credit_line: str, after: int) -> DispatchPhoto:
    credit = credits.parse(credit_line, caption=caption)
    return DispatchPhoto(caption, credit_line, credit, after)


def _dateline(dispatch: Dispatch, parts: list[_Chosen]) -> Dateline | None:
    if not _is_chosen(dispatch, parts, "dateline"):
        return dispatch.dateline
    texts = [dispatch.said(each.part) for each in parts if each.part.kind == "dateline"]
    if not texts:
        return None
    found = datelines.read(texts[0]) or datelines.mention(texts[0])
    return replace(found or Dateline(""), text=texts[0], is_inline=False)


def _sign_offs(dispatch: Dispatch, parts: list[_Chosen]) -> tuple[SignOff, ...]:
    if not _is_chosen(dispatch, parts, "sign_off"):
        return dispatch.sign_offs
    texts = [dispatch.said(each.part) for each in parts if each.part.kind == "sign_off"]
    return tuple(signoffs.read(text) or SignOff((text,)) for text in texts)
