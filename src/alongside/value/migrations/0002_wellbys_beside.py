from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("value", "0001_valuations")]

    operations = [migrations.AddField(model_name="version", name="beside", field=models.JSONField(null=True))]
