"""Whether this process can do its work: asked by whoever restarts it."""

import os

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from photos.files import private


def troubles() -> list[str]:
    """One word for each thing that stops the work: database, migrations, media.

    Redis is not among them: with it down, everything goes on.
    """
    found = []
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            found.append("migrations")
    except DatabaseError:
        found.append("database")
    scratch = private().scratch
    folder = scratch if scratch.is_dir() else scratch.parent
    if not os.access(folder, os.W_OK):
        found.append("media")
    return found
