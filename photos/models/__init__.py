"""The nouns of the photo desk, grouped by subject."""

from photos.models.photos import (
    FormerOriginal,
    Photo,
    PhotoPhotographer,
    new_public_key,
)
from photos.models.rights import Agency, Lease, Override, Rights

__all__ = [
    "Agency",
    "FormerOriginal",
    "Lease",
    "Override",
    "Photo",
    "PhotoPhotographer",
    "Rights",
    "new_public_key",
]
