from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0002_calendars_chasing_reflection"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="agreed",
            index=models.Index(condition=Q(("answer__in", ("", "not yet", "cannot"))), fields=["seat"], name="agreed_that_is_open"),
        ),
    ]
