"""Where sentences end: with a space behind them, or glued to the next one."""

import re

from wire.letters import LOWER, UPPER

_QUOTES = "\"”’'»)"
_OPEN = "[“\"‘'«(]?"
_END = re.compile(rf"[.!?…]+[{_QUOTES}]*(?=\s+{_OPEN}[{UPPER}\d])")
_GLUE = re.compile(
    rf"(?<=[{LOWER}{_QUOTES}%])(?:[.!?…]|\.\.\.)[”\"’]?(?={_OPEN}[{UPPER}])"
    rf"|(?<=[A-ZĐ][A-ZĐ])\.(?=[{UPPER}][{LOWER}])"
    rf"|(?<=\d)[.!?…](?={_OPEN}[{UPPER}][{LOWER} ])"
    rf"|(?<=[{LOWER}][{LOWER}][{LOWER}])\.(?=\d+[% ])"
)
_ABBREVIATIONS = "TP|Tp|GS|TS|ThS|Ths|PGS|BS|KTS|LS|Mr|Mrs|Ms|Dr|St|No|Co|vs|Ph|v\\.v"
_SHORT = re.compile(rf"\b(?:[{UPPER}][ghr]?|{_ABBREVIATIONS})\.$")
_ADDRESS = re.compile(r"://|www\.|@")


def ends(text: str) -> list[int]:
    """The offsets behind each sentence that another one follows after a space."""
    found = [match.end() for match in _END.finditer(text)]
    return [end for end in found if not _is_short(text, end)]


def glues(text: str) -> list[int]:
    """The offsets where a sentence begins right behind another one's end."""
    return [
        match.end()
        for match in _GLUE.finditer(text)
        if not _is_short(text, match.end())
        and not _ADDRESS.search(_last_word(text, match.start()))
    ]


def _last_word(text: str, end: int) -> str:
    return (text[max(0, end - 200) : end].rsplit(None, 1) or [""])[-1]


def _is_short(text: str, end: int) -> bool:
    """Whether the full stop is one of an abbreviation: "TP.", "V.", "ThS."."""
    return _SHORT.search(text[max(0, end - 6) : end]) is not None
