"""The pages that are measured, and how the database answers them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import masthead
from articles.lists import address_of
from articles.models import Article

SEVERAL = 100  # articles and searches that are asked in turn
SECTION, AUTHOR, TOPIC = "muc-3", "nguoi-7", "viec-7"
LARGE = 1_000  # rows: a larger table must not be read from one end to the other


def pages() -> dict[str, list[str]]:
    """Addresses of each kind of page; the same ones in an archive of every size."""
    paper = masthead.masthead()
    newest = list(Article.objects.order_by("pk")[:SEVERAL])
    section = f"/{SECTION}/"
    return {
        "an empty view": ["/trong/"],
        "article": [address_of(row, paper) for row in newest],
        "front": ["/"],
        "section": [section],
        "section, deep": [f"{section}?truoc={_deep_place()}"],
        "latest": ["/tin-moi-nhat/"],
        "topic": [f"/chu-de/{TOPIC}/"],
        "author": [f"/tac-gia/{AUTHOR}/"],
        "search": [f"/tim-kiem/?q={quote(_words(row))}" for row in newest],
        "RSS": ["/rss/"],
    }


def _deep_place() -> str:
    """Where the last tenth of the section begins."""
    rows = Article.objects.filter(top_section__slug=SECTION)
    rows = rows.order_by("-first_printed_at", "-id")
    row = rows[rows.count() * 9 // 10]
    return f"{row.first_printed_at.timestamp() * 1e6:.0f}-{row.pk}"


def _words(row: Article) -> str:
    return " ".join(row.headline.split()[2:4])


@dataclass(frozen=True)
class Plan:
    """How PostgreSQL answered the queries of one page, the stamp's among them."""

    queries: int
    milliseconds: float
    blocks: int
    indexes: tuple[str, ...]
    read_whole: tuple[str, ...]


def plan_of(path: str) -> Plan:
    """Of the page made anew, with every query explained as it was run."""
    cache.clear()
    masthead.kept.cache_clear()
    client = Client()
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path, headers={"host": "127.0.0.1"})
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    plans = [_explained(query["sql"]) for query in captured]
    nodes = [node for plan in plans for node in _nodes(plan["Plan"])]
    return Plan(
        queries=len(plans),
        milliseconds=sum(plan["Execution Time"] for plan in plans),
        blocks=sum(
            plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]
            for plan in plans
        ),
        indexes=tuple(
            sorted({node["Index Name"] for node in nodes if "Index Name" in node})
        ),
        read_whole=tuple(
            sorted(
                node["Relation Name"]
                for node in nodes
                if node["Node Type"] == "Seq Scan" and _rows_read(node) > LARGE
            )
        ),
    )


def _explained(sql: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}")
        return cursor.fetchone()[0][0]


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", []):
        yield from _nodes(inner)


def _rows_read(node: dict[str, Any]) -> float:
    return node["Actual Loops"] * (
        node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
    )


def queries_kept(path: str) -> int:
    """Of the second reader of a page that is kept."""
    client = Client()
    for _reader in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(path, headers={"host": "127.0.0.1"})
    return len(captured)
