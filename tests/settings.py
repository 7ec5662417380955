"""The settings under test: the project's own, with a key, apart from any .env."""

import os
import secrets
import tempfile

os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
os.environ["DEBUG"] = "False"
os.environ["SITE_URL"] = "http://127.0.0.1:8000"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["REDIS_URL"] = ""
os.environ.setdefault(
    "DATABASE_URL", f"sqlite:///{tempfile.gettempdir()}/newsroom-test.sqlite3"
)

from newsroom.settings import *  # noqa: E402, F403

# A file, so that the processes of a race see the same database; one for each run.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    DATABASES["default"]["TEST"] = {  # noqa: F405
        "NAME": f"{tempfile.gettempdir()}/newsroom-test-{os.getpid()}.sqlite3"
    }
    # A killed process loses nothing by it, and no test cuts the power.
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"  # noqa: F405
else:
    # A thread of the live server that keeps its connection would keep the database.
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405

# Nobody has collected static files for a test, nor for a process that it starts; and
# what somebody has collected here is not looked through for every test's client.
STATIC_ROOT = BASE_DIR / "staticfiles/nowhere"  # noqa: F405
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
