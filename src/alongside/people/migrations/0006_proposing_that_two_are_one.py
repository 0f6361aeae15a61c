import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import alongside.foundation.keys


class Migration(migrations.Migration):
    dependencies = [("people", "0005_forms_of_names"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.UUIDField(default=alongside.foundation.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("together", models.UUIDField()),
                ("asked", models.BooleanField()),
                ("strength", models.TextField()),
                ("words", models.TextField(blank=True)),
                ("answer", models.TextField(blank=True, choices=[("one person", "one person"), ("two people", "two people"), ("ask", "let us talk")])),
                ("answer_words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("other", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person")),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person")),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [models.Index(fields=["person"], name="proposals_of_a_person"), models.Index(fields=["together"], name="proposals_together")],
            },
        ),
    ]
