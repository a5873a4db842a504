from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="auditrow",
            index=models.Index(fields=["act", "id"], name="audit_act"),
        ),
        migrations.AddIndex(
            model_name="auditrow",
            index=models.Index(fields=["at"], name="audit_at"),
        ),
    ]
