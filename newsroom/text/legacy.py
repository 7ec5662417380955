"""The Vietnamese encodings from before Unicode: TCVN3 (ABC), VNI-Windows, windows-1258.

The tables are facts of the encodings. None has a mark of its own: which one it is, who
reads decides by the syllables it gives.
"""

import re
import unicodedata

# TCVN 5712:1993 VN3: the first byte of a run, and its letters.
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3 = {
    chr(first + number): letter
    for first, letters in _TCVN3_RUNS.items()
    for number, letter in enumerate(letters)
}
_TCVN3 = {ord(sign): letter for sign, letter in TCVN3.items()}
# VNI-Windows: a letter, then its marks as one more byte; some letters are one byte.
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300\u0301\u0303\u0309\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    **dict(zip("øùõûï", (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True)),
    "â": _HAT,
    **dict(zip("àáãåä", (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True)),
    "ê": _BREVE,
    **dict(zip("èéüúë", (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True)),
}
_VNI_LETTERS = dict(zip("ôöñæóòîíì", "ơưđỉĩịỵíì", strict=True))
_VNI_LETTERS |= {a.upper(): b.upper() for a, b in _VNI_LETTERS.items()}
_VNI = re.compile(r"([aeouyôöAEOUYÔÖ])([øùõûïâàáãåäêèéüúëØÙÕÛÏÂÀÁÃÅÄÊÈÉÜÚË])|[^\W\d_]")
_WORD = re.compile(r"([^\W\d_]+)")
_TONED = "".join(letter for letter in TCVN3.values() if letter not in "ăâêôơưđ")
_OPENING = re.compile(rf"(?:^|(?<=[.!?…] )|(?<=[.!?…] [“\"]))[{_TONED}]", re.MULTILINE)


def from_tcvn3(raw: bytes) -> str:
    """Its capitals with tones are small letters in another font: capitals again."""
    text = raw.decode("cp1252", "replace").translate(_TCVN3)
    pieces = _WORD.split(text)  # every other piece is a word
    sure = [_is_capital(piece, plain=2) for piece in pieces]
    for number in range(1, len(pieces), 2):
        beside = sure[max(0, number - 2)] or any(sure[number + 2 : number + 3])
        if sure[number] or (beside and _is_capital(pieces[number], plain=1)):
            pieces[number] = pieces[number].upper()
    return _OPENING.sub(lambda found: found[0].upper(), "".join(pieces))


def _is_capital(word: str, *, plain: int) -> bool:
    """ "CéNG" is "CỘNG": so many plain capitals, and no plain small letter."""
    letters = [letter for letter in word if letter.isascii()]
    return len(letters) >= plain and all(letter.isupper() for letter in letters)


def from_vni(raw: bytes) -> str:
    return _VNI.sub(_vni_letter, raw.decode("cp1252", "replace"))


def _vni_letter(found: re.Match[str]) -> str:
    letter, mark = found[1], found[2]
    if not letter:
        return _VNI_LETTERS.get(found[0], found[0])
    marks = _VNI_MARKS[mark.lower()]
    if mark.lower() in "àáãåä":
        marks = _HAT + marks
    elif mark.lower() in "èéüúë":
        marks = _BREVE + marks
    return unicodedata.normalize("NFC", _VNI_LETTERS.get(letter, letter) + marks)


def from_windows_1258(raw: bytes) -> str:
    """Its tones are marks of their own: one letter again by NFC."""
    return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))


TCVN3_NAME = "TCVN3 (ABC)"
READERS = {
    "windows-1258": from_windows_1258,
    TCVN3_NAME: from_tcvn3,
    "VNI-Windows": from_vni,
}
