"""On PostgreSQL each article keeps the words of its text and headline, indexed.

The columns are PostgreSQL's own: it makes them of search_text and headline, and no
model knows them. They hold each word, and each with the next one: "to lam".
newsroom/text/search.py asks them; SQLite reads the texts instead.
"""

from django.db import migrations

from newsroom.text.search import BARE, WORDS_FUNCTION

CREATE = """
ALTER TABLE articles_article
    ADD COLUMN headline_words text[]
        GENERATED ALWAYS AS (
            newsroom_words(translate(headline, '{letters}', '{bare}'))
        ) STORED,
    ADD COLUMN search_text_words text[]
        GENERATED ALWAYS AS (newsroom_words(search_text)) STORED;
CREATE INDEX article_headline_words ON articles_article USING gin (headline_words);
CREATE INDEX article_search_text_words
    ON articles_article USING gin (search_text_words);
"""
DROP = """
ALTER TABLE articles_article DROP COLUMN headline_words, DROP COLUMN search_text_words;
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        letters, bare = "".join(BARE), "".join(BARE.values())
        schema_editor.execute(WORDS_FUNCTION)
        schema_editor.execute(CREATE.format(letters=letters, bare=bare))


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_author_portrait")]
    operations = [migrations.RunPython(create, drop)]
