"""Stories exported as "Key: value" lines: Title, Source, Author, Summary, Content."""

import re

from wire.lines import Line

_FIELD = re.compile(r"(?P<name>[^\W\d_][\w ]{1,24}?)\s*:(?P<value>[^\n]*)")
_FIELDS = {
    "headline": "title headline tiêu_đề tít",
    "standfirst": "lead sapo summary description tóm_tắt mô_tả",
    "section": "section category chuyên_mục mục",
    "sign_off": "author authors byline tác_giả",
    "date": "date published published_date ngày ngày_đăng thời_gian time created",
    "body": "content body nội_dung text bài_viết",
    "other": "source link url tags keywords nguồn từ_khóa image id tag site",
}
_NAMES = {
    name.replace("_", " "): kind
    for kind, all_ in _FIELDS.items()
    for name in all_.split()
}


def fields(lines: list[Line]) -> list[tuple[str, Line, Line]]:
    """(kind, name with colon, value) of the "Key: value" lines a text opens with.

    Nothing unless three stand together and one of them is a title.
    """
    found = []
    for line in lines:
        match = _FIELD.match(line.text[:40000])
        kind = _NAMES.get(match["name"].strip().lower()) if match else None
        if match is None or kind is None:
            break
        colon = match.start("value")
        found.append((kind, line.piece(0, colon), line.piece(colon, len(line.text))))
    is_export = len(found) >= 3 and "headline" in {kind for kind, *_ in found}
    return found if is_export else []
