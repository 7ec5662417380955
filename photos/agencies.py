"""Which names in a credit, dateline or sign-off are agencies, papers or sources."""

import re

from newsroom.text.fold import fold

_AGENCIES = """
    ttxvn, vna, vns, vnanet, vnews, vnp, bnews, vietnam+, vietnamplus, ttx viet nam,
    vgp, vov, vov4, vtv, vtc, tto, tno, tpo, plo, sggp, qdnd, vne, vnexpress, zing,
    znews, tuoi tre, thanh nien, tien phong, lao dong, nhan dan, dan tri, nguoi lao
    dong, sai gon giai phong, quan doi nhan dan, tin tuc, bao tin tuc, thoi bao, the
    thao van hoa, the thao & van hoa, dat viet, dan viet, tri thuc, cong thuong,
    phap luat, an ninh thu do, giao thong, xay dung, afp, ap, reuters, yonhap, thx,
    xinhua, tan hoa xa, tan hoa, kyodo, jiji, epa, efe, tass, itar-tass, ria
    novosti, sputnik, ani, pti, anadolu, irna, kcna, spa, wam, mti, dpa, upi,
    bernama, antara, kpl, bbc, cnn, cgtn, cctv, nhk, wsj, getty, getty images,
    gettyimages, shutterstock, istock, pexels, pixabay, unsplash, bloomberg,
    internet, it, facebook, fb, youtube, tiktok, weibo, zalo, instagram, twitter,
    mang xa hoi, mxh, vovworld, ictnews, plvn, rt, rfi, rfa, abc news, sky news, al
    jazeera, the guardian, vietnamnet, kenh14, soha, cand, cong an nhan dan,
    infonet, genk, cafef, cafebiz, vneconomy, vietnam news, vnanet.vn, nhandan.vn,
    gia dinh, phu nu, suc khoe & doi song, suc khoe va doi song, doi song, doanh
    nghiep, giao duc & thoi dai, giao duc va thoi dai, thong tan xa viet nam
    """
_KNOWN = frozenset(" ".join(name.split()) for name in _AGENCIES.split(","))
_HOUSE = re.compile(
    r"(?:báo|đài|tạp chí|công an|công ty|bệnh viện|bộ|sở|cục|tổng cục|ubnd|ban|hội"
    r"|cổng|trung tâm|trường|viện|hãng|tập đoàn|đại sứ quán|quân đội|bộ đội|biên phòng"
    r"|cảnh sát|csgt|vktb|the|mạng|nguồn|chính phủ|kênh)(?:\s|$)",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news|times|post|press|images?|shimbun|online|tv|media|agency|daily|radio"
    r"|herald|novosti|telegraph|guardian|video|asean|group|studio)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:@\S+|\S+\.(?:vn|com|net|org|info|ru|cn|jp|uk|gov|edu)\S*)$")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_STAFF = re.compile(r"(?:PV|CTV|P\.?V|[A-ZĐ]{1,2}|(?:\w{1,2}\.)+\w*)\.?")

# What a new house's table of rights begins with; from then on staff keep it.
FIRST_RIGHTS = {
    "own": "TTXVN, VNA, VNS, Vietnam+, VietnamPlus, Vnews, Bnews, VNP, Báo Tin tức",
    "agency": "AFP, AP, Reuters, EPA, THX, Xinhua, Tân Hoa xã, Kyodo, Jiji, Yonhap,"
    " TASS, ITAR-TASS, RIA Novosti, Sputnik, ANI, PTI, Anadolu, IRNA, KCNA, SPA, WAM,"
    " MTI, DPA, UPI, Bernama, Antara, KPL",
    "licensed": "Getty Images, Shutterstock, iStock, Bloomberg",
}


def is_known_agency(name: str) -> bool:
    """Whether `name` is an agency, paper or source on the list, in any case."""
    return fold(name).strip(" .!") in _KNOWN


def is_agency(name: str) -> bool:
    """Whether `name` is to be read as an agency or source, not as a person."""
    if is_known_agency(name) or _HOUSE.match(name) or _OUTLET.search(name):
        return True
    if _DOMAIN.fullmatch(name):
        return True
    if _STAFF.fullmatch(name):
        return False
    if len(name) <= 6 and name.isupper() and name.isascii():
        return _SYLLABLE.fullmatch(fold(name)) is None
    words = re.split(r"[\s.]+", fold(name).strip(". "))
    if len(words) == 1 and re.fullmatch(r"[A-ZĐ]{1,2}[A-ZĐ][^\WA-ZĐ]+", name):
        return False
    return len(words) < 3 and not all(map(_SYLLABLE.fullmatch, words))


def is_full_name(name: str) -> bool:
    """Whether `name` is two to four capitalised words that name no house."""
    words = name.split()
    is_house = _HOUSE.match(name) or _OUTLET.search(name) or is_known_agency(name)
    return 1 < len(words) < 5 and not is_house and all(w[0].isupper() for w in words)


def is_person(name: str) -> bool:
    """Whether `name` has the shape of a Vietnamese name: two to five syllables."""
    words = name.split()
    return (
        1 < len(words) < 6
        and all(word[0].isupper() for word in words)
        and all(map(_SYLLABLE.fullmatch, fold(name).split()))
        and not is_agency(name)
    )
