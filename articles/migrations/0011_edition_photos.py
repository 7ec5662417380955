"""Which photos the editions showed: asked by "where used". Old ones are read."""

import json

import django.db.models.deletion
from django.db import migrations, models


def read_editions(apps, schema_editor):
    Edition = apps.get_model("articles", "Edition")
    EditionPhoto = apps.get_model("articles", "EditionPhoto")
    rows = Edition.objects.order_by("pk").values_list("pk", "content")
    for number, content in rows.iterator():
        photos = {picture["photo"] for picture in json.loads(content)["pictures"]}
        EditionPhoto.objects.bulk_create(
            EditionPhoto(edition_id=number, photo_id=photo) for photo in sorted(photos)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_search_words"), ("photos", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="EditionPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photos",
                        to="articles.edition",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="photos.photo",
                    ),
                ),
            ],
            options={
                "ordering": ["edition", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("photo", "edition"), name="edition_photo_once"
                    )
                ],
            },
        ),
        migrations.RunPython(read_editions, migrations.RunPython.noop),
    ]
