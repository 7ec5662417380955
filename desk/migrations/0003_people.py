"""A person may be limited to sections; accounts are called accounts."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_author_portrait'),
        ('desk', '0002_append_only'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='user',
            options={'verbose_name': 'account', 'verbose_name_plural': 'accounts'},
        ),
        migrations.AddField(
            model_name='user',
            name='sections',
            field=models.ManyToManyField(blank=True, related_name='+', to='articles.section', verbose_name='sections'),
        ),
    ]
