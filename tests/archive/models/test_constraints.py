"""Every named constraint refuses what it must, in the database itself: rows are written past all forms and guards."""

import datetime
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from archive import edtf
from archive.models import (
    AlertAsking,
    AlertMark,
    AlertReceiver,
    ArchiveState,
    Article,
    Document,
    ErrorReport,
    Event,
    KeptFigures,
    LogEntry,
    Policy,
    Redirect,
    SheetRow,
    SpeakerRole,
    Statement,
    Tally,
    Threshold,
)
from tests import factories as make
from tests.archive.alerts import rows as alerts
from tests.archive.log.tampering import triggers_off
from tests.archive.models.rows import (
    DAY,
    NOW,
    access_change,
    affiliation,
    alias_twice,
    attribution,
    attribution_twice,
    changed,
    check,
    copy_suggestion,
    copy_suggestion_twice,
    counted_thing_twice,
    document_twice,
    event_link_twice,
    fact_check,
    fact_check_twice,
    identifier,
    judgement,
    kept_input_twice,
    notice_suggestion_twice,
    occasion_suggestion,
    occasion_suggestion_twice,
    occurrence,
    occurrence_twice,
    passage_twice,
    redaction,
    remark,
    revision,
    shared_tally_twice,
    sheet,
    sheet_row_twice,
    side_taken_twice,
    sighting,
    speaker_pair,
    speaker_pair_twice,
    spoken_claim_twice,
    statement_twice,
    suggestion,
    suggestion_twice,
    trail_entry_twice,
    twice,
)

pytestmark = pytest.mark.django_db


# The name of a constraint -> writes that it refuses.
REFUSED: dict[str, list[Callable[[], object]]] = {
    "access_change_answered_by_somebody": [lambda: access_change(answered_at=NOW), lambda: access_change(answered_by=make.the_chief())],
    "access_change_confirmed_by_another": [lambda: access_change(answered_by=make.the_chief(), answered_at=NOW, is_confirmed=True)],
    "access_change_forgets_password": [
        lambda: access_change(by=make.make_user("viewer"), answered_by=make.the_chief(), answered_at=NOW, password="hashed")
    ],
    "alert_asking_channel_known": [lambda: changed(alerts.asking(), channel="fax")],
    "alert_asking_once_a_mail_address": [lambda: alerts.mail_twice(AlertAsking)],
    "alert_asking_rhythm_known": [lambda: changed(alerts.asking(), rhythm="hourly")],
    "alert_entry_kind_known": [lambda: alerts.entry(alerts.receiver(), kind="gossip")],
    "alert_entry_once_an_event": [alerts.entry_twice],
    "alert_mark_is_one_row": [lambda: AlertMark.objects.create(pk=2)],
    "alert_receiver_channel_known": [lambda: changed(alerts.receiver(), channel="fax")],
    "alert_receiver_once_a_mail_address": [lambda: alerts.mail_twice(AlertReceiver)],
    "alert_receiver_rhythm_known": [lambda: changed(alerts.receiver(), rhythm="hourly")],
    "alert_watch_once_an_address": [alerts.watch_twice],
    "alias_once_a_speaker": [alias_twice],
    "archive_state_is_one_row": [lambda: ArchiveState.objects.create(pk=2)],
    "article_kind_known": [lambda: changed(make.make_article(), kind="tweet")],
    "article_url_null_not_empty": [lambda: changed(make.make_article(), url="")],
    "attribution_names_somebody": [attribution],
    "attribution_once_a_speaker": [attribution_twice],
    "attribution_span_not_empty": [lambda: attribution(name="he", start=5, end=5), lambda: attribution(name="he", start=5)],
    "change_proposal_answer_known": [
        lambda: changed(make.make_change_proposal(), answer="kept", answer_reason="So.", answered_by=make.the_chief(), answered_at=NOW),
    ],
    "change_proposal_answered_by_somebody": [
        lambda: changed(make.make_change_proposal(), answer="taken"),
        lambda: changed(make.make_change_proposal(), answer="taken", answered_by=make.the_chief(), answered_at=NOW),
        lambda: changed(make.make_change_proposal(), answered_at=NOW),
    ],
    "change_proposal_class_known": [lambda: changed(make.make_change_proposal(), revision_class="retraction")],
    "change_proposal_says_why": [lambda: changed(make.make_change_proposal(), reason="")],
    "check_found_a_text": [
        lambda: check(outcome="same"),
        lambda: check(outcome="gone", document=make.make_document()),
        lambda: check(outcome="moved"),
    ],
    "claim_has_words": [lambda: changed(make.make_claim(), text="")],
    "claim_once_in_its_words": [lambda: [make.make_claim("The bridge opens."), make.make_claim("The BRIDGE opens.", slug="bridge")]],
    "claim_not_merged_into_itself": [lambda: changed(make.make_claim(), merged_into=models.F("id"))],
    "copy_suggestion_answer_known": [lambda: changed(copy_suggestion(), answer="perhaps", answered_by=make.the_chief(), answered_at=NOW)],
    "copy_suggestion_answered_by_somebody": [
        lambda: changed(copy_suggestion(), answer="copy"),
        lambda: changed(copy_suggestion(), answered_at=NOW),
    ],
    "copy_suggestion_of_two_documents": [lambda: changed(copy_suggestion(), other=models.F("document"))],
    "copy_suggestion_once_a_pair": [copy_suggestion_twice],
    "counted_thing_once_a_figure": [counted_thing_twice],
    "document_has_text": [lambda: Document.objects.create(article=make.make_article(), text="", captured_at=NOW)],
    "document_not_its_own_copy": [lambda: changed(make.make_document(), wire_copy_of=models.F("id"))],
    "document_not_its_own_successor": [lambda: changed(make.make_document(), supersedes=models.F("id"))],
    "document_once_an_article": [document_twice],
    "document_relation_complete": [
        lambda: changed(make.make_document(), relation="correction"),
        lambda: changed(make.make_document(), relates_to=make.make_document()),
        lambda: changed(make.make_document(), relation="answer", relates_to=make.make_document()),
    ],
    "document_zone_source_known": [lambda: changed(make.make_document(), zone_source="guessed")],
    "error_report_kind_known": [lambda: ErrorReport.objects.create(at=NOW, kind="rude", words="No.")],
    "error_report_of_a_row": [lambda: ErrorReport.objects.create(at=NOW, kind="date", words="No.", object_type="claim")],
    "error_report_settled_by_somebody": [
        lambda: ErrorReport.objects.create(at=NOW, kind="date", words="No.", answer="spam"),
        lambda: ErrorReport.objects.create(at=NOW, kind="date", words="No.", settled_at=NOW),
    ],
    "event_link_once_a_place": [event_link_twice],
    "event_verb_known": [lambda: Event.objects.create(at=NOW, verb="deleted", object_type="claim", object_id=1)],
    "feed_has_address": [lambda: changed(make.make_feed("https://coast.example/feed"), url="")],
    "feed_polled_politely": [lambda: changed(make.make_feed("https://coast.example/feed"), every=0)],
    "judgement_answer_known": [lambda: changed(judgement(), answer="maybe")],
    "judgement_of_two_sides": [
        lambda: changed(judgement(), claim=None),
        lambda: changed(judgement(), other=make.make_statement()),
        lambda: changed(judgement(), other=make.make_statement(), other_start=4, other_end=4),
        lambda: changed(judgement(), other=make.make_statement(), other_start=4),
        lambda: changed(judgement(), other_start=4, other_end=5),
    ],
    "judgement_span_not_empty": [lambda: changed(judgement(), end=0)],
    "judgement_undone_by_somebody": [
        lambda: changed(judgement(), undone_at=NOW),
        lambda: changed(judgement(), undone_by=make.the_chief()),
    ],
    "kept_figures_known": [lambda: KeptFigures.objects.create(of="weather", at=NOW)],
    "kept_input_once_a_page": [kept_input_twice],
    "log_entry_index_from_nought": [lambda: LogEntry.objects.create(index=-1, entry=b"{}", hashes=b"")],
    "notice_suggestion_answer_known": [
        lambda: changed(make.make_notice_suggestion(), answer="perhaps", answered_by=make.the_chief(), answered_at=NOW),
    ],
    "notice_suggestion_answered_by_somebody": [
        lambda: changed(make.make_notice_suggestion(), answer="yes"),
        lambda: changed(make.make_notice_suggestion(), answered_at=NOW),
    ],
    "notice_suggestion_has_words": [lambda: make.make_notice_suggestion(start=9)],
    "notice_suggestion_of_two_documents": [lambda: changed(make.make_notice_suggestion(), other=models.F("document"))],
    "notice_suggestion_once_a_pair": [notice_suggestion_twice],
    "notice_suggestion_relation_known": [lambda: make.make_notice_suggestion(relation="answer")],
    "occasion_kind_known": [lambda: changed(make.make_occasion(), kind="party")],
    "occasion_suggestion_answer_known": [
        lambda: changed(occasion_suggestion(), answer="three", answered_by=make.the_chief(), answered_at=NOW)
    ],
    "occasion_suggestion_answered_by_somebody": [
        lambda: changed(occasion_suggestion(), answer="one", answered_by=make.the_chief()),
        lambda: changed(occasion_suggestion(), answered_at=NOW),
    ],
    "occasion_suggestion_later_row_first": [lambda: changed(occasion_suggestion(), other=models.F("statement"))],
    "occasion_suggestion_of_one_occasion": [
        lambda: changed(occasion_suggestion(), answer="one", answered_by=make.the_chief(), answered_at=NOW),
        lambda: changed(occasion_suggestion(), occasion=make.make_occasion()),
    ],
    "occasion_suggestion_once_a_pair": [occasion_suggestion_twice],
    "occurrence_likeness_known": [lambda: changed(occurrence(), likeness="close")],
    "occurrence_once_a_span": [occurrence_twice],
    "occurrence_span_not_empty": [lambda: changed(occurrence(), end=0)],
    "occurrence_stance_known": [lambda: changed(occurrence(), stance="doubts")],
    "occurrence_status_known": [lambda: changed(occurrence(), status="draft")],
    "outlet_kind_known": [lambda: changed(make.make_outlet(), kind="blog")],
    "outlet_text_policy_known": [lambda: changed(make.make_outlet(), text_policy="none")],
    "passage_once_a_span": [passage_twice],
    "policy_one_row": [lambda: Policy(pk=2).save()],
    "redaction_place_not_empty": [lambda: redaction(start=2, end=2), lambda: redaction(start=None, end=2)],
    "redaction_says_why": [lambda: redaction(reason="")],
    "redirect_leads_elsewhere": [lambda: Redirect.objects.create(old_path="/a/", new_path="/a/", reason="merged", at=NOW)],
    "remark_done_by_somebody": [lambda: remark(done_at=NOW), lambda: remark(done_by=make.the_chief())],
    "remark_says_something": [lambda: remark(text="")],
    "revision_class_known": [lambda: revision(revision_class="edit", reason="because")],
    "revision_of_a_change_says_why": [lambda: revision(revision_class="correction")],
    "revision_once_in_the_log": [lambda: [revision(log_index=7), revision(version=2, revision_class="typo", reason="So.", log_index=7)]],
    "revision_once_a_version": [lambda: twice(revision)],
    "role_ends_after_it_begins": [
        lambda: SpeakerRole.objects.create(speaker=make.make_speaker(), title="Mayor", since="2020", until="2019")
    ],
    "sheet_row_once": [sheet_row_twice],
    "sheet_row_outcome_known": [lambda: SheetRow.objects.create(sheet=sheet(), number=2, outcome="lost")],
    "sheet_stage_known": [lambda: changed(sheet(), stage="lost")],
    "side_taken_once_a_speaker": [side_taken_twice],
    "sighting_has_its_place": [
        lambda: sighting(outcome="there"),
        lambda: sighting(outcome="changed", document=make.make_document(), start=5, end=5),
        lambda: sighting(outcome="page-gone", start=0, end=4),
        lambda: sighting(outcome="moved"),
    ],
    "shared_tally_once_a_pair": [shared_tally_twice],
    "affiliation_ends_after_it_begins": [lambda: affiliation(since="2020", until="2019")],
    "affiliation_has_name": [lambda: affiliation(name="")],
    "affiliation_kind_known": [lambda: affiliation(kind="club")],
    "fact_check_once": [fact_check_twice],
    "fact_check_says_whose_and_what": [lambda: fact_check(publisher=""), lambda: fact_check(address=""), lambda: fact_check(rating="")],
    "identifier_not_empty": [lambda: identifier(value="")],
    "identifier_of_one_speaker": [lambda: twice(identifier)],
    "identifier_scheme_known": [lambda: identifier(scheme="isbn")],
    "speaker_pair_answer_known": [lambda: speaker_pair(answer="three", answered_by=make.the_chief(), answered_at=NOW)],
    "speaker_pair_answered_by_somebody": [
        lambda: speaker_pair(answer="two"),
        lambda: speaker_pair(answered_by=make.the_chief(), answered_at=NOW),
    ],
    "speaker_pair_in_order": [lambda: changed(speaker_pair(), other=models.F("speaker"))],
    "speaker_pair_once": [speaker_pair_twice],
    "speaker_kind_known": [lambda: changed(make.make_speaker(), kind="robot")],
    "speaker_not_merged_into_itself": [lambda: changed(make.make_speaker(), merged_into=models.F("id"))],
    "spoken_claim_once_a_speaker": [spoken_claim_twice],
    "statement_dated_or_undated": [lambda: changed(make.make_statement(), undated=True)],
    "statement_force_known": [lambda: changed(make.make_statement(), force="hinted")],
    "statement_kind_known": [lambda: changed(make.make_statement(), kind="sung")],
    "statement_once_a_span": [statement_twice],
    "statement_public_is_complete": [
        lambda: changed(make.make_public_statement(), version=0),
        lambda: changed(make.make_public_statement(), recorded_at=None),
        lambda: changed(make.make_public_statement(), published_by=None),
        lambda: changed(make.make_public_statement(said_on=""), undated=False),
        lambda: changed(make.make_accepted_statement(), status="public"),
    ],
    "statement_said_columns_agree": [
        lambda: changed(make.make_statement(), said_on=""),
        lambda: changed(make.make_statement(), said_earliest=None),
        lambda: changed(make.make_statement(), said_latest=None),
        lambda: changed(make.make_statement(), said_sort=edtf.UNDATED_SORT),
        lambda: changed(make.make_statement(), said_latest=datetime.date(2000, 1, 1)),
        lambda: changed(make.make_statement(said_on=""), said_earliest=DAY, said_latest=DAY),
        lambda: make.make_statement(said_on="2021/.."),
    ],
    "statement_span_not_empty": [lambda: changed(make.make_statement(), end=0)],
    "statement_status_known": [lambda: changed(make.make_statement(), status="hidden")],
    "statement_withdrawn_says_why": [
        lambda: changed(make.make_withdrawn_statement(), withdrawn_at=None),
        lambda: changed(make.make_withdrawn_statement(), withdrawn_class=""),
        lambda: changed(make.make_withdrawn_statement(), withdrawn_reason=""),
        lambda: changed(make.make_accepted_statement(), status="withdrawn"),
    ],
    "suggestion_band_known": [lambda: changed(suggestion(), band="sure")],
    "suggestion_of_two_passages": [lambda: changed(suggestion(), other=models.F("passage"))],
    "suggestion_once_a_pair": [suggestion_twice],
    "suggestion_status_known": [lambda: changed(suggestion(), status="hidden")],
    "tally_once_a_key": [lambda: twice(lambda: Tally.objects.create(scope="year", key="2020"))],
    "threshold_counts_parts": [lambda: Threshold(pk=1, score=0.5, alike=1, alike_above=2).save()],
    "threshold_is_a_score": [lambda: Threshold(pk=1, score=1.5).save()],
    "threshold_one_row": [lambda: Threshold(pk=2, score=0.5).save()],
    "trail_entry_once_a_saying": [trail_entry_twice],
}


def all_constraints() -> dict[str, models.BaseConstraint]:
    return {one.name: one for model in apps.get_app_config("archive").get_models() for one in model._meta.constraints}


def test_every_constraint_stands_in_the_table():
    assert sorted(REFUSED) == sorted(all_constraints())


@pytest.mark.parametrize(("name", "write"), [(name, write) for name, writes in REFUSED.items() for write in writes])
def test_constraint_refuses(name, write):
    with triggers_off(), pytest.raises(IntegrityError) as refused, transaction.atomic():
        write()

    constraint = all_constraints()[name]
    if isinstance(constraint, models.UniqueConstraint) and connection.vendor == "sqlite":
        assert "UNIQUE constraint failed" in str(refused.value)  # SQLite names the columns alone
        assert all(field in str(refused.value) for field in constraint.fields)
    else:
        assert name in str(refused.value)


def test_evidence_with_something_hanging_on_it_cannot_be_deleted():
    statement = make.make_public_statement(claims=["The bridge will be opened."])
    occurrence = statement.occurrences.get()
    evidence = [
        statement, statement.document, statement.document.article, statement.document.outlet, statement.attributions.get().speaker,
        occurrence.claim, occurrence.judgement, make.the_chief(),
    ]  # fmt: skip

    for row in evidence:
        with pytest.raises(models.ProtectedError):
            row.delete()


def test_article_without_address_can_be_had_twice():
    make.make_article()
    make.make_article()

    assert Article.objects.filter(url=None).count() == 2


def test_statement_of_a_coarse_date_is_inside_its_constraint():
    coarse = [make.make_statement(said_on=date).pk for date in ("2021-12~", "2017/2023", "201X", "2023-05-17T15:44:00+03:00")]

    assert Statement.objects.filter(pk__in=coarse).dated().count() == 4
