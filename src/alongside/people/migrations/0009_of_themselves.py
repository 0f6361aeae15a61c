import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import alongside.foundation.keys


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_how_they_like_to_be_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OfThemselves",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "sex",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("female", "female"),
                            ("male", "male"),
                            ("another answer", "another answer"),
                            ("rather not", "would rather not say"),
                        ],
                    ),
                ),
                (
                    "ethnic_group",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("asian", "Asian, Asian British or Asian Welsh"),
                            ("black", "Black, Black British, Black Welsh, Caribbean or African"),
                            ("mixed", "mixed or multiple ethnic groups"),
                            ("white", "White"),
                            ("other", "another ethnic group"),
                            ("rather not", "would rather not say"),
                        ],
                    ),
                ),
                ("ethnic_words", models.TextField(blank=True)),
                (
                    "caring",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("cares", "looks after somebody"),
                            ("no caring role", "looks after nobody"),
                            ("rather not", "would rather not say"),
                        ],
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("person", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person")),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
    ]
