"""The same store in a bucket, of Amazon S3 or of any service that speaks its protocol.

An upload is there when all of it has arrived, and its MD5 is proved by the service; a
download is counted. A service that hangs, fails or cuts off is Unreachable, soon enough
for the person who waits.
"""

import mimetypes
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from hashlib import md5
from os.path import commonprefix
from pathlib import Path
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from storages.backends.s3 import S3Storage

from photos.refusals import Unreachable
from photos.stores import Store, Stored

ATTEMPTS = 2
_AT_ONCE = 8  # uploads
_CHUNK = 1024 * 1024  # bytes
_MOST = 1000  # names that one request may remove
_MISSING = {"404", "NoSuchKey", "NotFound"}


def config() -> Config:
    """An upload and its undoing fail before the 30 seconds that a worker has."""
    return Config(
        connect_timeout=3,  # seconds
        read_timeout=6,
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        max_pool_connections=2 * _AT_ONCE,
        # Services other than Amazon's do not know the newer checksums.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


class Bucket(Store):
    """`headers` are put_object's, for every file. Nothing here gives an address."""

    def __init__(self, *, headers: dict[str, str], **options: Any) -> None:
        self._headers = headers
        self._storage = S3Storage(client_config=config(), **options)

    @property
    def scratch(self) -> Path:
        return Path(settings.MEDIA_ROOT) / "private"

    @cached_property
    def _client(self) -> Any:
        """One for all threads: it is made to be shared, and slow to make."""
        return self._storage.connection.meta.client

    def _ask(self, act: str, **words: Any) -> dict[str, Any]:
        with _reaching(str(words.get("Key", act))):
            bucket = self._storage.bucket_name
            answer: dict[str, Any] = getattr(self._client, act)(Bucket=bucket, **words)
            return answer

    def place(self, files: Mapping[str, Path]) -> None:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(self._upload, files.items()))

    def _upload(self, file: tuple[str, Path]) -> None:
        name, path = file
        with path.open("rb") as body:
            proof = md5(usedforsecurity=False)
            while chunk := body.read(_CHUNK):
                proof.update(chunk)
            body.seek(0)
            self._ask(
                "put_object",
                Key=name,
                Body=body,
                ContentMD5=b64encode(proof.digest()).decode(),
                ContentType=mimetypes.guess_type(name)[0] or "application/octet-stream",
                **self._headers,
            )

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        with self.workspace() as work:
            path = work.path / "file"
            with path.open("wb") as target:
                self._download(name, target.write)
            yield path

    def read(self, name: str) -> bytes:
        parts: list[bytes] = []
        self._download(name, parts.append)
        return b"".join(parts)

    def _download(self, name: str, keep: Callable[[bytes], object]) -> None:
        """Raises Unreachable when fewer bytes come than were announced."""
        body = self._ask("get_object", Key=name)["Body"]
        with _reaching(name):
            for chunk in body.iter_chunks(_CHUNK):
                keep(chunk)

    def list(self, prefix: str = "") -> Iterator[Stored]:
        words: dict[str, str] = {"Prefix": prefix}
        while True:
            answer = self._ask("list_objects_v2", **words)
            for each in answer.get("Contents", ()):
                moment = each["LastModified"].timestamp()
                yield Stored(each["Key"], each["Size"], moment)
            if not answer.get("IsTruncated"):
                return
            words["ContinuationToken"] = answer["NextContinuationToken"]

    def find(self, name: str) -> Stored | None:
        try:
            answer = self._ask("head_object", Key=name)
        except FileNotFoundError:
            return None
        moment = answer["LastModified"].timestamp()
        return Stored(name, answer["ContentLength"], moment)

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """One question for all of them, where they begin alike."""
        wanted = set(names)
        if "/" not in commonprefix(sorted(wanted)):
            return super().sizes(wanted)
        found = self.list(commonprefix(sorted(wanted)))
        return {file.name: file.size for file in found if file.name in wanted}

    def remove(self, names: Iterable[str]) -> None:
        wanted = list(dict.fromkeys(names))
        for start in range(0, len(wanted), _MOST):
            objects = [{"Key": name} for name in wanted[start : start + _MOST]]
            answer = self._ask("delete_objects", Delete={"Objects": objects})
            if answer.get("Errors"):
                raise Unreachable(str(answer["Errors"][0]))


@contextmanager
def _reaching(name: str) -> Iterator[None]:
    """What boto3 raises, as an error of files."""
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _MISSING:
            raise FileNotFoundError(name) from error
        raise Unreachable(f"{name}: {error}") from error
    except BotoCoreError as error:
        raise Unreachable(f"{name}: {error}") from error
