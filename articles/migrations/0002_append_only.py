"""On PostgreSQL the database itself refuses to change or remove an edition."""

from django.db import migrations

CREATE = """
CREATE FUNCTION articles_edition_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'articles_edition is append-only';
END
$$;
CREATE TRIGGER articles_edition_append_only BEFORE UPDATE OR DELETE ON articles_edition
    FOR EACH ROW EXECUTE FUNCTION articles_edition_append_only();
"""
DROP = """
DROP TRIGGER articles_edition_append_only ON articles_edition;
DROP FUNCTION articles_edition_append_only();
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(CREATE)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
