"""Where pictures are kept: folders of this machine, or two buckets."""

from collections.abc import Mapping
from typing import Any

# A public file's name changes with its content, so it is kept for ever.
FOR_EVER = {"CacheControl": "public, max-age=31536000, immutable"}


def stores(values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The stores "private" and "public" for STORAGES; `values` are the settings."""
    if not values["S3_PRIVATE_BUCKET"]:
        return {
            name: {"BACKEND": "photos.stores.Folder", "OPTIONS": {"folder": name}}
            for name in ("private", "public")
        }
    service = {
        "endpoint_url": values["S3_ENDPOINT_URL"] or None,
        "region_name": values["S3_REGION"] or None,
        "access_key": values["S3_ACCESS_KEY_ID"] or None,
        "secret_key": values["S3_SECRET_ACCESS_KEY"] or None,
    }
    return {
        name: {
            "BACKEND": "photos.buckets.Bucket",
            "OPTIONS": {**service, "bucket_name": bucket, "headers": headers},
        }
        for name, bucket, headers in (
            ("private", values["S3_PRIVATE_BUCKET"], {"CacheControl": "no-store"}),
            ("public", values["S3_PUBLIC_BUCKET"], FOR_EVER),
        )
    }
