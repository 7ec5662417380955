"""docs/benchmarks.md, whole, out of what was measured."""

import os
import platform
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import django
from django.db import connection
from django.utils import timezone

from tests.benchmarks.pages import SEVERAL, Plan
from tests.benchmarks.serving import READERS, WORKERS, Cost


@dataclass(frozen=True)
class Measured:
    """One page in an archive of one size: made anew, and out of the page cache."""

    made: Cost
    kept: Cost
    plan: Plan
    queries_kept: int


AIMS = {"article": 4, "front": 8}  # milliseconds of the workers' CPU
Sizes = dict[int, dict[str, Measured]]

TEXT = """\
# What a page costs

Written by `make bench`; edit `tests/benchmarks/report.py`, not this file. Last run on
{day}: {machine}.

An archive of generated articles grows in a throw-away PostgreSQL: ten paragraphs of
Vietnamese syllables each, most with a picture, in 12 sections with 36 below them, by
200 authors, on 400 topics. gunicorn with {workers} workers (`deploy/gunicorn.conf.py`)
answers wrk with {readers} connections. Each figure is the median of {runs} runs of
{seconds} seconds; a page's runs are far apart. Articles and searches are {several}
different ones in turn. An empty Django view on the same stack is the base line: less
than its figure cannot be had.

CPU is what counts: user and system time of the workers, and of PostgreSQL's processes
for them, divided by the requests. Requests a second are told too, but wrk and whatever
else the machine does take their part of the same cores.

"Made" is a page that is made for every reader, with no cache at all. "Kept" is the same
page out of the page cache in Redis, where the stamp is asked of the database each time;
search is never kept. A page is made once a minute at most, and after each printing.

The lists are full from 10,000 articles on: among 1,000 a topic or an author has fewer
than the thirty of a page. What search costs PostgreSQL grows with the number of
articles that have the words; these here are common ones.

## The aims, in the largest archive

{aims}

## CPU of the workers, milliseconds a request

{cpu}

## CPU of PostgreSQL, milliseconds a request

{database}

## Requests a second

{rate}

## Queries, and how PostgreSQL answers them

Of the first address of each kind, made with nothing kept, the stamp's query among them;
in brackets those of a kept page. PostgreSQL asks once more each request whether the
connection still lives. Blocks are of 8 kB, in memory or not.

{queries}

{whole}

Indexes used there:

{indexes}
"""


def read_whole(sizes: Sizes) -> list[str]:
    """Which page reads which table as a whole, in the largest archive."""
    return [
        f"{name} reads {table}"
        for name, measured in sizes[max(sizes)].items()
        for table in measured.plan.read_whole
    ]


def report(sizes: Sizes, *, seconds: int, runs: int) -> str:
    largest, whole = sizes[max(sizes)], read_whole(sizes)
    return TEXT.format(
        day=timezone.localdate().isoformat(),
        machine=_machine(),
        workers=WORKERS,
        readers=READERS,
        runs=runs,
        seconds=seconds,
        several=SEVERAL,
        cpu=_both(sizes, lambda cost: f"{cost.workers:.2f}"),
        database=_both(sizes, lambda cost: f"{cost.database:.2f}"),
        rate=_both(sizes, lambda cost: f"{cost.a_second:.0f}"),
        aims=_table(
            ["page", "aim, ms", "kept", "made"],
            (
                [
                    name,
                    str(aim),
                    f"{largest[name].kept.workers:.2f}",
                    f"{largest[name].made.workers:.2f}",
                ]
                for name, aim in AIMS.items()
            ),
        ),
        whole=f"Read whole in the largest archive: {', '.join(whole)}."
        if whole
        else "In the largest archive no table of over a thousand rows is read whole.",
        queries=_queries(sizes),
        indexes="\n".join(
            f"- {name}: {', '.join(measured.plan.indexes)}"
            for name, measured in largest.items()
            if measured.plan.indexes
        ),
    )


def _both(sizes: Sizes, figure: Callable[[Cost], str]) -> str:
    heads = ["page", *(f"made, {_count(size)}" for size in sizes)]
    heads += [f"kept, {_count(size)}" for size in sizes]
    return _table(
        heads,
        (
            [
                name,
                *(figure(pages[name].made) for pages in sizes.values()),
                *(figure(pages[name].kept) for pages in sizes.values()),
            ]
            for name in next(iter(sizes.values()))
        ),
    )


def _queries(sizes: Sizes) -> str:
    heads = ["page", *(f"queries, {_count(size)}" for size in sizes)]
    heads += [f"ms, {_count(size)}" for size in sizes]
    heads += [f"blocks, {_count(size)}" for size in sizes]
    return _table(
        heads,
        (
            [
                name,
                *(f"{row.plan.queries} ({row.queries_kept})" for row in rows),
                *(f"{row.plan.milliseconds:.1f}" for row in rows),
                *(str(row.plan.blocks) for row in rows),
            ]
            for name in next(iter(sizes.values()))
            for rows in [[pages[name] for pages in sizes.values()]]
        ),
    )


def _table(heads: list[str], rows: Iterable[list[str]]) -> str:
    ruler = ["---", *("---:" for _head in heads[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ruler, *rows))


def _count(size: int) -> str:
    return f"{size:,}"


def _machine() -> str:
    cpu = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        database = cursor.fetchone()[0].split()[0]
    return (
        f"{os.cpu_count()} cores of {cpu[1] if cpu else platform.machine()}, "
        f"Python {platform.python_version()}, Django {django.get_version()}, "
        f"PostgreSQL {database}"
    )
