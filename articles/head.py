"""What a page says of itself to machines: title, address, and a picture to share."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from articles.pictures import Image

LOCALES = {"vi": "vi_VN", "en": "en_GB"}


@dataclass(frozen=True)
class Head:
    """`address` is whole and the page's only one; `kind` is Open Graph's."""

    title: str
    address: str
    description: str = ""
    language: str = "vi"
    kind: str = "website"
    image: Image | None = None
    published: datetime | None = None
    modified: datetime | None = None
    section: str = ""
    is_hidden: bool = False

    @property
    def locale(self) -> str:
        return LOCALES.get(self.language, self.language)

    @property
    def site(self) -> str:
        """The site's own address, without a slash at its end."""
        return urljoin(self.address, "/").rstrip("/")

    @property
    def picture(self) -> str:
        """The whole address of the picture that is shared."""
        return urljoin(self.address, self.image.share.src) if self.image else ""
