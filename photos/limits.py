"""What one picture may cost. Read by the child that decodes and by its parent."""

import resource

BYTES = 100 * 1024 * 1024  # of a file that is taken in
PIXELS = 128_000_000  # width x height, over all frames
FRAMES = 500
MEMORY = 768 * 1024 * 1024  # bytes of address space of the child
PROCESSOR = 15  # seconds
CLOCK = 20  # seconds; less than the 30 that gunicorn gives a worker
OUTPUT = 32 * 1024 * 1024  # bytes the child may write to a file


def bind() -> None:
    """Hold this process to them for good; and it leaves no core dump."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        stricter = [
            bound
            for bound in resource.getrlimit(what)
            if bound != resource.RLIM_INFINITY and bound < most
        ]
        bound = min(stricter, default=most)
        resource.setrlimit(what, (bound, bound))
