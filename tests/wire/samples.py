"""A dispatch of our own, to be taken apart: invented names, places as they are."""

from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared/data"
LEAD = "Sáng nay, cây cầu mới qua sông Lam được thông xe, nối liền hai bờ sau ba năm."
DATELINE = "TTXVN - Ngày 2/9, tại Nghệ An,"
END_MARK = ".../."
STORY = {
    "section": "Giao thông",
    "headline": "Thông xe cây cầu mới nối hai bờ sông Lam",
    "standfirst": LEAD,
    "photo": "Dòng xe đầu tiên qua cầu sáng nay. (Ảnh: Minh Hạ/TTXVN)",
    "first": "Sở Giao thông tổ chức lễ thông xe cây cầu mới.",
    "second": LEAD,
    "third": "Cây cầu dài 1.200 mét, có bốn làn xe và hai lề cho người đi bộ",
    "sign_off": "Thu Cúc",
    "related": "Tin liên quan",
    "more": "Xem thêm.",
}
Lines = list[tuple[str, str]]


def written(
    lines: Lines | None = None,
    *,
    dateline: str | None = "first",
    end_mark: str | None = "third",
    gap: str = "\n\n",
    **changes: str,
) -> str:
    """The story as a text: `dateline` and `end_mark` name the lines that hold them."""
    texts = []
    for name, line in lines if lines is not None else list(STORY.items()):
        text = changes.get(name, line)
        text = f"{DATELINE} {text}" if name == dateline else text
        text = f"{text}{changes.get('mark', END_MARK)}" if name == end_mark else text
        texts.append(text)
    return gap.join(filter(None, texts))


def joined(dispatch: object) -> str:
    return "".join(part.text for part in dispatch.parts)
