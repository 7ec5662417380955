"""What each page costs in an archive that grows."""

from argparse import Namespace
from pathlib import Path
from statistics import median

from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from tqdm import tqdm

from articles.models import Article
from tests.benchmarks import archive
from tests.benchmarks.pages import pages, plan_of, queries_kept
from tests.benchmarks.report import Measured, Sizes
from tests.benchmarks.serving import Cost, Server, serving
from tests.redis import redis_server

LOCAL = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def run(asked: Namespace, folder: Path) -> Sizes:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", "--no-input", verbosity=0)
    archive.furnish()
    newest = timezone.now()
    measured: Sizes = {}
    for size in asked.sizes:
        archive.grow(size, newest=newest)
        assert Article.objects.count() == size
        measured[size] = _measure(folder, asked)
    return measured


def _measure(folder: Path, asked: Namespace) -> dict[str, Measured]:
    found = pages()
    with serving(folder) as server:
        made = _costs(server, found, asked, "made")
    with (
        redis_server(folder) as (url, _redis),
        serving(folder, redis_url=url) as server,
    ):
        kept = _costs(server, found, asked, "kept")
    with override_settings(CACHES=LOCAL):
        return {
            name: Measured(
                made[name], kept[name], plan_of(paths[0]), queries_kept(paths[0])
            )
            for name, paths in found.items()
        }


def _costs(
    server: Server, found: dict[str, list[str]], asked: Namespace, word: str
) -> dict[str, Cost]:
    """The median of each figure; the runs of one page are far apart in time."""
    runs: dict[str, list[Cost]] = {name: [] for name in found}
    for _run in tqdm(range(asked.runs), desc=f"each page {word}"):
        for name, paths in found.items():
            runs[name].append(server.cost(paths, seconds=asked.seconds))
    return {
        name: Cost(
            median(cost.workers for cost in several),
            median(cost.database for cost in several),
            median(cost.a_second for cost in several),
        )
        for name, several in runs.items()
    }
