from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("projects", "0002_referral_routes"),
    ]

    operations: list[object] = []
