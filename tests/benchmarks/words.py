"""Invented Vietnamese for large archives: syllables, as often as real ones are."""

import random
from itertools import accumulate

_BEGINNINGS = "b c ch d đ g h kh l m n ng nh ph q r s t th tr v x"
_ENDINGS = """
    a á à ả ã ạ ang áng àng anh ánh ành ao áo ào ay áy ày ăn ắn ằn âm ấm ầm
    e é è em én ê ế ề ên ến ền i í ì iên iến iền in ính ình o ó ò oan oán
    ong óng òng ô ố ồ ông ống ồng ơ ớ ờ ơn u ú ù ung úng ùng ư ứ ừ ươi ười ước
"""
SYLLABLES = [
    beginning + ending
    for ending in _ENDINGS.split()
    for beginning in _BEGINNINGS.split()
]
# Zipf's law: the second is half as frequent as the first, the third a third.
_WEIGHTS = list(accumulate(1 / place for place in range(2, len(SYLLABLES) + 2)))


class Writer:
    """Always the same words for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self, count: int) -> str:
        return " ".join(self.random.choices(SYLLABLES, cum_weights=_WEIGHTS, k=count))

    def sentence(self, count: int) -> str:
        return f"{self.words(count).capitalize()}."

    def paragraphs(self, count: int) -> list[str]:
        """Of some sixty syllables each, as in the agency's stories."""
        return [
            " ".join(self.sentence(self.random.randint(14, 26)) for _line in range(3))
            for _paragraph in range(count)
        ]
