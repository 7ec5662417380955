"""make bench: an archive that grows, and what each page costs in it.

    python tests/postgres.py python -m tests.benchmarks

writes docs/benchmarks.md. `--sizes 1000 --seconds 1 --runs 1 --print` is a quick look.
"""

import os
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

import django


def arguments() -> Namespace:
    parser = ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--seconds", type=int, default=2, help="of each run")
    parser.add_argument("--runs", type=int, default=5, help="of each page")
    parser.add_argument("--print", action="store_true", help="and write no file")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        os.environ["BENCH_STATIC"] = f"{folder}/static"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
        django.setup()
        from tests.benchmarks.measuring import run
        from tests.benchmarks.report import read_whole, report

        measured = run(asked, Path(folder))
        text = report(measured, seconds=asked.seconds, runs=asked.runs)
    if asked.print:
        print(text)
    else:
        Path("docs/benchmarks.md").write_text(text)
    if whole := read_whole(measured):
        sys.exit(f"A table is read from one end to the other: {', '.join(whole)}.")


if __name__ == "__main__":
    main()
