"""make bench-photos: what the files of one 24-megapixel photo cost, one after another.

    python -m tests.benchmarks.photo_files

times intake's child, the child that makes what readers get, and the splice of metadata,
each several times; and writes docs/benchmarks-photos.md.
"""

import io
import os
import random
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PIL import Image, ImageChops

from photos.framing import Framing, resolved
from photos.iptc import Embedded, embed

REPORT = Path("docs/benchmarks-photos.md")
SIZE = (6000, 4000)
EMBEDDED = Embedded(
    "Mưa lớn ở Huế làm ngập nhiều tuyến phố.", ("Trần Mai",), "TTXVN", "© TTXVN"
)


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, and megabytes at the peak."""

    clock: float
    processor: float
    memory: float = 0


def picture() -> bytes:
    """Like a photo to an encoder: large shapes, fine texture, and a sensor's noise."""
    chance = random.Random(24)
    made = Image.new("RGB", SIZE, "#808080")
    for side, share in ((6, 1.0), (60, 0.35), (600, 0.15)):
        height = side * 2 // 3
        grains = chance.randbytes(side * height * 3)
        noise = Image.frombytes("RGB", (side, height), grains)
        made = Image.blend(made, noise.resize(SIZE, Image.Resampling.BICUBIC), share)
    grain = Image.effect_noise(SIZE, 6)
    made = ImageChops.add(made, Image.merge("RGB", [grain] * 3), offset=-128)
    buffer = io.BytesIO()
    made.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


# The peak is asked of the child's own memory: getrusage counts its parent's too.
CHILD = """
import resource, sys
from photos.decoding import main
main(*sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(used.ru_utime + used.ru_stime, peak.split()[1])
"""


def child(*words: str) -> Cost:
    """photos.decoding, as photos.sandbox starts it."""
    started = time.perf_counter()
    command = [sys.executable, "-E", "-s", "-c", CHILD, *words]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    clock = time.perf_counter() - started
    answer, figures = said.stdout.splitlines()
    if "refused" in answer:
        raise SystemExit(f"the picture was refused: {answer}")
    processor, kilobytes = map(float, figures.split())
    return Cost(clock, processor, kilobytes / 1024)


def splice(folder: Path) -> Cost:
    started, before = time.perf_counter(), time.process_time()
    for path in sorted(folder.iterdir()):
        embed(path.read_bytes(), EMBEDDED)
    return Cost(time.perf_counter() - started, time.process_time() - before)


def measured(runs: int) -> tuple[dict[str, list[Cost]], str]:
    width, height = SIZE
    crops = resolved({}, width=width, height=height, focus=(500, 500))
    recipes = Framing(width, height, crops).recipes
    wanted = f'{{"crops": {[list(c) for c in crops]}, "recipes": {recipes}}}'
    costs: dict[str, list[Cost]] = {"intake": [], "make": [], "splice": []}
    with tempfile.TemporaryDirectory() as name:
        original, folder = Path(name) / "original", Path(name) / "made"
        original.write_bytes(picture())
        for _run in range(runs):
            folder.mkdir(exist_ok=True)
            costs["intake"].append(child(str(original), str(folder)))
            words = wanted.replace("'", '"')
            costs["make"].append(child(str(original), str(folder), words))
            costs["splice"].append(splice(folder))
        sizes = {
            kind: sum(path.stat().st_size for path in folder.glob(f"*.{kind}"))
            for kind in ("avif", "jpg")
        }
        facts = (
            f"{original.stat().st_size / 1e6:.1f} MB JPEG; {len(recipes)} files:"
            f" {sizes['avif'] / 1e6:.2f} MB AVIF, {sizes['jpg'] / 1e6:.2f} MB JPEG"
        )
    return costs, facts


def machine() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    load = os.getloadavg()[0]
    return f"{len(names)} x {names[0] if names else '?'}, load {load:.1f} at the end"


NAMES = {
    "intake": "Intake: decoded whole and twice, 320 and 1200 px for the desk",
    "make": "All files of readers and desk, sequential, one process",
    "splice": "Metadata spliced into all of them",
}


def report(costs: dict[str, list[Cost]], facts: str) -> str:
    rows = [
        f"| {NAMES[name]} | {median(cost.clock for cost in runs):.3f}"
        f" | {median(cost.processor for cost in runs):.3f}"
        f" | {f'{max(cost.memory for cost in runs):.0f}' if name != 'splice' else ''} |"
        for name, runs in costs.items()
    ]
    return "\n".join(
        (
            "# What a photo's files cost",
            "",
            "Written by `make bench-photos`. One picture of 24 megapixels,",
            f"{facts}.",
            f"{machine()}; median of {len(costs['make'])} runs, memory the most.",
            "",
            "| step | clock, s | processor, s | peak memory, MB |",
            "|---|---|---|---|",
            *rows,
            "",
        )
    )


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--print", action="store_true", help="write no file")
    options = parser.parse_args()
    text = report(*measured(options.runs))
    print(text)
    if not options.print:
        REPORT.write_text(text)


if __name__ == "__main__":
    main()
