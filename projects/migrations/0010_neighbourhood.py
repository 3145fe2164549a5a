from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("projects", "0009_timeline")]

    operations = []
