"""Names of sections that newsrooms use, and the paths of them: "Thời sự > Xã hội"."""

import re

from newsroom.text.fold import fold

_SECTIONS = """
    xay dung dang, thoi su, chinh tri, kinh te, xa hoi, the gioi, quoc te, van hoa,
    the thao, giao duc, y te, suc khoe, phap luat, khoa hoc, cong nghe, quoc hoi,
    chinh phu, dang, nha nuoc, doi ngoai, ngoai giao, quoc phong, an ninh, moi truong,
    du lich, doi song, giai tri, nong nghiep, nong thon moi, giao thong, bat dong san,
    tai chinh, ngan hang, chung khoan, thi truong, doanh nghiep, lao dong, viec lam,
    dan toc, ton giao, dia phuong, tin tuc, phong su, binh luan, goc nhin, cong dong,
    nguoi viet bon phuong, kieu bao, bien dao, khuyen hoc, cong nghe thong tin,
    tieng noi tu co so, trong nuoc, kinh doanh, bong da, gioi tre, ban doc, van nghe,
    do thi, trang chu, home, su kien, tin nong, tieu diem, multimedia, media, video,
    phong su anh, chuyen doi so, nhip song tre, gia dinh, dan sinh, hoi nhap, xe,
    politics, business, society, world, culture, sports, environment, sci-tech, travel,
    economy, health, education, politique, economie, societe, monde
    """
_NAMES = frozenset(" ".join(name.split()) for name in _SECTIONS.split(","))
_BETWEEN = re.compile(r"\s*(?:[>»›/|•&]|\s[-–—]\s|\bva\b)+\s*")
LONGEST = 60


def is_section(text: str) -> bool:
    """Whether `text` is such a name, or several with signs between them."""
    if len(text) >= LONGEST:
        return False
    names = [name for name in _BETWEEN.split(fold(text)) if name]
    return bool(names) and all(name in _NAMES for name in names)
