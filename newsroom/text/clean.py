"""The one entrance for text: what every letter passes before it is kept.

Nothing here refuses: what may not stay is taken out, and the rest is kept as it was.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, all but tab and line feed
    "\xad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff"  # zero width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction (bidi)
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"  # interlinear, no letters, tags
)


def without_controls(text: str) -> str:
    """Line ends as LF, and no NUL, surrogate, zero-width or bidi control.

    Surrogate pairs become the character they spell. Joiners (U+200D) go too, so an
    emoji made of several becomes these several: what no eye can see would make two
    equal headlines differ.
    """
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def clean(text: str) -> str:
    """without_controls(), in NFC. Total and idempotent."""
    return unicodedata.normalize("NFC", without_controls(text))


def clean_line(text: str) -> str:
    """clean() for one line: line ends and tabs are spaces, none at either end."""
    return re.sub("[\n\t]+", " ", clean(text)).strip()
