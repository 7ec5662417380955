"""On PostgreSQL each photo keeps the words that it is found by, indexed.

The column is PostgreSQL's own, as those of articles are; no model knows it.
"""

from django.db import migrations

from newsroom.text.search import WORDS_FUNCTION

CREATE = """
ALTER TABLE photos_photo
    ADD COLUMN search_text_words text[]
        GENERATED ALWAYS AS (newsroom_words(search_text)) STORED;
CREATE INDEX photo_search_text_words ON photos_photo USING gin (search_text_words);
"""
DROP = "ALTER TABLE photos_photo DROP COLUMN search_text_words"


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(WORDS_FUNCTION)
        schema_editor.execute(CREATE)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("photos", "0003_rights")]
    operations = [migrations.RunPython(create, drop)]
