from django.db import migrations, models

STATES = ("draft", "accepted", "rejected", "withdrawn")


def index(state):
    return models.Index(condition=models.Q(status=state), fields=["document", "start", "end"], name=f"statement_{state}_placed")


class Migration(migrations.Migration):
    dependencies = [("archive", "0081_brought_texts")]

    operations = [migrations.AddIndex("statement", index(state)) for state in STATES]
