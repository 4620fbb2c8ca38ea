"""The JSON of corrections: what changed, and never the words."""

from archive.models import Claim, Revision, Statement
from archive.publication import correct
from tests.factories import make_withdrawn_statement, the_chief

SITE = "http://testserver"


def test_corrections_tell_what_changed_and_never_the_words(record, get):
    by = the_chief()
    rows = [record.said, record.claim, record.minister, record.outlet, record.document, record.document.article, record.occasion]
    changes = [{"locator": "p. 3"}, {"text": "The gate stands open."}, {"description": "diplomat"}, {"homepage": ""}, {"title": "Gates"},
               {"kind": "release"}, {"place": "Minsk"}]  # fmt: skip
    for row, change in zip(rows, changes, strict=True):
        correct(row, by=by, changes=change, revision_class="typo", reason="Misread.")
    make_withdrawn_statement(words="Nobody may read this", reason="Not said by her.")

    found = get("corrections/").json()["results"]

    at = [row.at.isoformat() for row in Revision.objects.corrections()]
    withdrawn = [Statement.objects.withdrawn().order_by("-id")[0].public_id, record.hidden["withdrawn"].public_id]
    document = (record.document.public_id, f"documents/{record.document.public_id}")
    expected = [
        ("statement", withdrawn[0], f"statements/{withdrawn[0]}", 2, "retraction", "Not said by her.", []),
        ("occasion", record.occasion.public_id, f"occasions/{record.occasion.public_id}", 2, "typo", "Misread.", ["place"]),
        ("article", *document, 2, "typo", "Misread.", ["kind"]),
        ("document", *document, 2, "typo", "Misread.", ["title"]),
        ("outlet", "belta", "outlets/belta", 2, "typo", "Misread.", ["homepage"]),
        ("speaker", "sergey-lavrov", "speakers/sergey-lavrov", 2, "typo", "Misread.", ["description"]),
        ("claim", "gate-open", "claims/gate-open", 2, "typo", "Misread.", ["text"]),
        ("statement", record.said.public_id, f"statements/{record.said.public_id}", 2, "typo", "Misread.", ["locator"]),
        ("statement", withdrawn[1], f"statements/{withdrawn[1]}", 2, "retraction", "The source retracted it.", []),
    ]
    names = ("type", "id", "url", "version", "class", "reason", "changed")
    assert found == [
        dict(zip(names, (kind, row_id, f"{SITE}/{url}/", *rest), strict=True)) | {"at": moment}
        for (kind, row_id, url, *rest), moment in zip(expected, at, strict=True)
    ]


def test_correction_of_what_is_public_no_more_has_no_address(record, get):
    correct(record.claim, by=the_chief(), changes={"text": "The gate stands open."}, revision_class="typo", reason="Misread.")
    Claim.objects.get(pk=record.claim.pk).occurrences.update(status="withdrawn")

    assert [(row["type"], row["id"], row["url"]) for row in get("corrections/").json()["results"][:1]] == [("claim", None, None)]
