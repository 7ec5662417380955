"""On PostgreSQL each article keeps the words of its text and headline, indexed.

The columns are PostgreSQL's own: it makes them of search_text and headline, and no
model knows them. newsroom/text/search.py asks them; SQLite reads the texts instead.
"""

from django.db import migrations

from newsroom.text.search import BARE, LONGEST_WORD

CREATE = """
CREATE FUNCTION newsroom_words(text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    WITH word AS (
        SELECT left(found[1], {longest}) AS one, place
        FROM regexp_matches(translate($1, '{letters}', '{bare}'), '[[:alnum:]]+', 'g')
            WITH ORDINALITY AS t (found, place)
    ), pair AS (
        SELECT one, one || ' ' || lead(one) OVER (ORDER BY place) AS two FROM word
    )
    SELECT coalesce(array_agg(DISTINCT item), '{{}}') FROM (
        SELECT one FROM pair UNION ALL SELECT two FROM pair WHERE two IS NOT NULL
    ) AS items (item)
$$;
ALTER TABLE articles_article
    ADD COLUMN headline_words text[]
        GENERATED ALWAYS AS (newsroom_words(headline)) STORED,
    ADD COLUMN search_text_words text[]
        GENERATED ALWAYS AS (newsroom_words(search_text)) STORED;
CREATE INDEX article_headline_words ON articles_article USING gin (headline_words);
CREATE INDEX article_search_text_words
    ON articles_article USING gin (search_text_words);
"""
DROP = """
ALTER TABLE articles_article DROP COLUMN headline_words, DROP COLUMN search_text_words;
DROP FUNCTION newsroom_words(text);
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        letters, bare = "".join(BARE), "".join(BARE.values())
        schema_editor.execute(
            CREATE.format(longest=LONGEST_WORD, letters=letters, bare=bare)
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_author_portrait")]
    operations = [migrations.RunPython(create, drop)]
