from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("housevisits", "0002_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="importsession",
            name="digest",
            field=models.BinaryField(max_length=32, null=True),
        ),
        migrations.AddField(
            model_name="importsession",
            name="stored_on",
            field=models.DateField(null=True),
        ),
    ]
