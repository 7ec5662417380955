"""Places a story may be stamped with: provinces, cities and countries."""

import unicodedata

from newsroom.text.fold import fold

_PLACES = """
    An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre,
    Bình Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà
    Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà
    Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh
    Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam
    Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam,
    Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái
    Nguyên, Thanh Hóa, Thừa Thiên Huế, Thừa Thiên - Huế, Huế, Tiền Giang, TP HCM,
    TP.HCM, TP. HCM, TPHCM, TP Hồ Chí Minh, TP.Hồ Chí Minh, TP. Hồ Chí Minh, Thành
    phố Hồ Chí Minh, Hồ Chí Minh City, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc,
    Yên Bái, Sài Gòn, Vũng Tàu, Nha Trang, Đà Lạt, Hạ Long, Phú Quốc, Côn Đảo,
    Trường Sa, Hoàng Sa, Hội An, Sa Pa, Quy Nhơn, Vinh, Buôn Ma Thuột, Hanoi,
    Vietnam, Việt Nam, Lào, Campuchia, Thái Lan, Myanmar, Malaysia, Singapore,
    Indonesia, Philippines, Brunei, Đông Timor, Trung Quốc, Hong Kong, Hồng Kông,
    Macau, Đài Loan, Nhật Bản, Nhật, Hàn Quốc, Triều Tiên, Mông Cổ, Ấn Độ, Pakistan,
    Bangladesh, Sri Lanka, Nepal, Bhutan, Maldives, Afghanistan, Kazakhstan,
    Uzbekistan, Iran, Iraq, Israel, Palestine, Syria, Liban, Lebanon, Jordan, Yemen,
    Oman, Qatar, Kuwait, Bahrain, UAE, Saudi Arabia, Arab Saudi, Thổ Nhĩ Kỳ, Nga,
    Ukraine, Belarus, Gruzia, Georgia, Armenia, Azerbaijan, Moldova, Anh, Pháp, Đức,
    Italy, Italia, Tây Ban Nha, Bồ Đào Nha, Hà Lan, Bỉ, Luxembourg, Thụy Sĩ, Thụy
    Sỹ, Áo, Ba Lan, Séc, Cộng hòa Séc, Slovakia, Hungary, Romania, Bulgaria, Hy Lạp,
    Serbia, Croatia, Slovenia, Bosnia, Albania, Kosovo, Đan Mạch, Na Uy, Thụy Điển,
    Phần Lan, Iceland, Ireland, Estonia, Latvia, Litva, Vatican, Mỹ, Hoa Kỳ, Canada,
    Mexico, Cuba, Haiti, Venezuela, Colombia, Ecuador, Peru, Bolivia, Chile,
    Argentina, Brazil, Uruguay, Paraguay, Ai Cập, Libya, Tunisia, Algeria, Morocco,
    Maroc, Sudan, Nam Sudan, Ethiopia, Somalia, Kenya, Uganda, Rwanda, Congo,
    Nigeria, Ghana, Mali, Niger, Senegal, Nam Phi, Zimbabwe, Mozambique, Angola,
    Madagascar, Australia, Úc, New Zealand, Fiji, Bangkok, Bắc Kinh, Thượng Hải,
    Tokyo, Seoul, Bình Nhưỡng, New Delhi, Jakarta, Manila, Kuala Lumpur, Phnom Penh,
    Vientiane, Viêng Chăn, Moskva, Moscow, London, Paris, Berlin, Rome, Madrid,
    Brussels, Geneva, Vienna, Washington, New York, Ottawa, Mexico City, La Habana,
    Havana, Buenos Aires, Brasilia, Cairo, Pretoria, Canberra, Sydney, Melbourne,
    Wellington, Kiev, Kyiv, Praha, Budapest, Warsaw, Tehran, Baghdad, Jerusalem, Tel
    Aviv, Dubai, Yangon, Dhaka, Islamabad, HCM City, Ho Chi Minh City
    """


def _spelt(name: str) -> str:
    """One spelling of the tone's place: "Thanh Hoá" as "Thanh Hóa"; accents stay."""
    name = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    return name.replace("oà", "òa").replace("oá", "óa")


_KNOWN = frozenset(_spelt(name) for name in _PLACES.split(",") if name.strip())
_FOLDED = frozenset(map(fold, _KNOWN))
LONGEST = max(map(len, _KNOWN))


def is_place(name: str) -> bool:
    """Whether `name` is a province, city or country on the list, accents and all."""
    is_plain = (
        name.isascii() and len(name) > 5 and fold(name) in _FOLDED
    )  # English copy
    return is_plain or _spelt(name) in _KNOWN
