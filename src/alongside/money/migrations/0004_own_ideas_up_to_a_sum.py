from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("money", "0003_grants")]
    operations = [migrations.AddField("ways", "own_idea_pence", models.PositiveBigIntegerField(default=10_000))]
