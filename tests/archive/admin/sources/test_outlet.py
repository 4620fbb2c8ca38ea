"""Outlets whose name stands in notes beside public statements."""

from django.urls import reverse

from archive.models import Outlet, Revision
from tests.archive.admin.forms import save
from tests.factories import make_document, make_notice, make_outlet, make_public_statement


def test_editor_alone_renames_no_outlet_that_a_public_note_names(editor, chief):
    agency = make_outlet("Telexa", kind="agency")
    original = make_document(outlet=agency)
    report = make_public_statement(make_document("A copy.", wire_copy_of=original)).document
    make_notice(original)
    page, known = reverse("admin:archive_outlet_change", args=[agency.pk]), Revision.objects.count()

    refused = save(editor, page, name="Telexa North")

    assert "Your role does not allow this" in refused.content.decode()
    assert (Outlet.objects.get(pk=agency.pk).name, Revision.objects.count()) == ("Telexa", known)

    save(chief, page, name="Telexa North")

    assert Outlet.objects.get(pk=agency.pk).name == "Telexa North"
    assert Revision.objects.of(report).last().content["notices"][0]["outlet"] == "Telexa North"
