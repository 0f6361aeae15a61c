import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import alongside.foundation.keys


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0006_without_a_yes"),
        ("people", "0006_proposing_that_two_are_one"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Blotted",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("table", models.TextField(db_column="table_name")),
                ("column", models.TextField(db_column="column_name")),
                ("row", models.TextField(db_column="row_key")),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person")),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [models.Index(fields=["person"], name="blotted_of_a_person")],
            },
        ),
    ]
