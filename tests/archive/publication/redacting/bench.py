"""A record in which words of one statement stand in many places, and a search for them that reads whatever the database holds."""

from django.db import connection

from archive import publication
from archive.models import Assignment, BroughtText, KeptInput, Remark
from tests import factories as make
from tests.factories import NEW

WORDS = "Harbour pilot Ilse Quandt took bribes from the ferry line every single summer"
BEFORE, AFTER = "The minister spoke on Monday in Brask. “", "”, he said.\nThe ferries sail again on Tuesday, he added."
WHY = "By order of the district court of Brask."
OTHER = "The ferries sail again on Tuesday"


def make_scene(outlet=NEW):
    """A public statement with all that hangs on it: a correction, a claim, a remark, what somebody typed; a copy; the words elsewhere."""
    chief = make.the_chief()
    outlet = make.make_outlet(text_policy="full") if outlet is NEW else outlet
    document = make.make_document(
        f"{BEFORE}{WORDS}{AFTER}", outlet=outlet, title=f"Minister: {WORDS}", url="https://paper.example/1", published="2023-05-17"
    )
    statement = make.make_public_statement(document, WORDS, claims=["A pilot was paid by a shipping company."])
    beside = make.make_public_statement(document, OTHER)
    publication.correct(statement, by=chief, changes={"locator": "p. 3"}, revision_class="correction", reason="The page was missing.")
    Remark.objects.create(
        object_type="statement", object_id=statement.pk, text=f"Is it true that {WORDS}?", by=chief, at=statement.recorded_at
    )
    KeptInput.objects.create(user=chief, page="/desk/", fields={"text": [f"He said {WORDS}."]}, at=statement.recorded_at)
    Assignment.objects.create(document=document, to=chief, by=chief, note=f"See {WORDS}", at=statement.recorded_at)
    BroughtText.objects.create(by=chief, brought_at=statement.recorded_at, name="a.txt", raw=WORDS.encode(), read={"text": WORDS})
    return statement, beside


def superuser():
    user = make.make_user(username="")
    user.is_superuser = user.is_staff = True
    user.save()
    return user


def grams(words=WORDS, length=4):
    pieces = words.split()
    return [" ".join(pieces[at : at + length]) for at in range(len(pieces) - length + 1)]


def tables():
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        return {name: dump_of(cursor, name) for name in names}


def dump_of(cursor, table):
    """All rows of a table as one string, whatever its columns."""
    cursor.execute(f'SELECT * FROM "{table}"')
    return "\n".join(written(value) for row in cursor.fetchall() for value in row)


def written(value):
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def holding(words=WORDS):
    """The tables in which some of the words stand side by side."""
    parts = [one.casefold() for one in grams(words)]
    return sorted(name for name, dump in tables().items() if any(part in dump.casefold() for part in parts))
