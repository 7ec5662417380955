"""A throw-away PostgreSQL cluster from the system's binaries.

    python tests/postgres.py COMMAND...

starts it, runs COMMAND with DATABASE_URL naming it, stops it, and removes it. As root
the server runs as the user `postgres`, because PostgreSQL refuses to run as root.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PORT = 5432  # names the socket's file; nothing listens on the network


def binaries() -> Path:
    """The folder of initdb and pg_ctl of the newest installed PostgreSQL."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: float(path.parts[4]),
    )
    if not found:
        sys.exit("PostgreSQL is missing: sudo apt-get install postgresql")
    return found[-1].parent


def main(command: list[str]) -> int:
    folder = Path(tempfile.mkdtemp(prefix="newsroom-pg-"))
    data = folder / "data"
    bin_ = binaries()
    is_root = os.geteuid() == 0
    prefix = ["runuser", "-u", "postgres", "--"] if is_root else []
    if is_root:
        shutil.chown(folder, "postgres")

    def run(*arguments: str) -> None:
        subprocess.run(
            [*prefix, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL
        )

    # No autovacuum: it would count the rows of tables that a test has just rolled back,
    # and plan the next test's five thousand for a table of one. No fsync: the cluster
    # outlives a killed process, and is not there after a power cut.
    options = (
        f"-k {folder} -p {PORT} -c listen_addresses='' -c max_connections=200"
        " -c autovacuum=off -c fsync=off -c full_page_writes=off"
    )
    try:
        run(
            *(str(bin_ / "initdb"), "-D", str(data), "-U", "newsroom", "-A", "trust"),
            *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync"),
        )
        run(
            *(str(bin_ / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")),
            *("-o", options, "start"),
        )
        url = f"postgres://newsroom@socket:{PORT}/{folder}/postgres"
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": url}
        ).returncode
    finally:
        if (data / "postmaster.pid").exists():
            run(str(bin_ / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
