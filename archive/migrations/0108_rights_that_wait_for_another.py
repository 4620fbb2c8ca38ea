"""What an administrator of people gave to who publishes or gives rights waits for another one."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("archive", "0107_where_people_are_signed_in")]

    operations = [
        migrations.CreateModel(
            name="AccessChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                ("password", models.CharField(blank=True, editable=False, max_length=128)),
                ("is_of_password", models.BooleanField(default=False, verbose_name="a new password")),
                ("roles", models.JSONField(blank=True, default=list, verbose_name="new roles")),
                ("may_sign_in", models.BooleanField(default=False, verbose_name="may sign in again")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                ("is_confirmed", models.BooleanField(default=False, verbose_name="confirmed")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_changes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of who gets in",
                "verbose_name_plural": "changes of who gets in",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(answered_by=None, answered_at=None) | Q(answered_by__isnull=False, answered_at__isnull=False),
                        name="access_change_answered_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=Q(answered_by=None) | Q(password=""), name="access_change_forgets_password"
                    ),
                    models.CheckConstraint(
                        condition=Q(is_confirmed=False) | ~Q(answered_by=F("by")), name="access_change_confirmed_by_another"
                    ),
                ],
            },
        ),
    ]
