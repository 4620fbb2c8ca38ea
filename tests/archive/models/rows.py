"""Rows that the tests of constraints write: each as it should be, but for what a test changes."""

import datetime
from collections.abc import Callable

from django.db import models, transaction

from archive.acts import record
from archive.enums import Verb
from archive.models import (
    AccessChange,
    Affiliation,
    Attribution,
    Check,
    CopySuggestion,
    CountedThing,
    FactCheck,
    Judgement,
    KeptInput,
    OccasionSuggestion,
    Occurrence,
    Passage,
    Redaction,
    Remark,
    Revision,
    SharedTally,
    Sheet,
    SheetRow,
    SideTaken,
    Sighting,
    SpeakerAlias,
    SpeakerIdentifier,
    SpeakerPair,
    SpokenClaim,
    Suggestion,
    TrailEntry,
)
from tests import factories as make
from tests.archive.log.tampering import triggers_off

NOW = datetime.datetime(2024, 7, 1, tzinfo=datetime.UTC)
DAY = datetime.date(2024, 7, 1)


def changed(row: models.Model, **columns: object) -> None:
    """Written straight into the table."""
    type(row)._default_manager.filter(pk=row.pk).update(**columns)


def occurrence(**columns: object) -> Occurrence:
    statement = columns.get("statement") or make.make_statement()
    made_up = {"claim": make.make_claim(), "statement": statement, "start": statement.start, "end": statement.end, "said_sort": 0}
    return Occurrence.objects.create(judged_at=NOW, **(made_up | columns))


def redaction(**columns: object) -> Redaction:
    document = make.make_document()
    made_up = {"object_type": "document", "object_id": document.pk, "field": "text", "start": 0, "end": 4, "reason": "A court said so."}
    made_up |= {"salt": b"0", "hash": "0" * 64, "left_sha256": "0" * 64, "by": make.the_chief(), "at": NOW}
    return Redaction.objects.create(document=document, **(made_up | columns))


def judgement(**columns: object) -> Judgement:
    statement = make.make_statement()
    made_up = {"start": 0, "end": 4, "claim": make.make_claim(), "answer": "same", "judged_by": make.the_chief(), "judged_at": NOW}
    return Judgement.objects.create(statement=statement, **(made_up | columns))


def suggestion(**columns: object) -> Suggestion:
    statement = make.make_statement()
    passage, other = (Passage.objects.create(statement=statement, start=n, end=n + 4, text="text", engine="1") for n in (0, 1))
    made_up = {
        "passage": passage,
        "other": other,
        "score": 0.5,
        "band": "likely",
        "label": "same",
        "method": "m",
        "version": "1",
        "rank": 1,
    }
    return Suggestion.objects.create(**(made_up | columns))


def revision(**columns: object) -> Revision:
    made_up = {"object_type": "claim", "object_id": 1, "version": 1, "body": b"{}", "sha256": "0", "revision_class": "publication"}
    return Revision.objects.create(by=make.the_chief(), at=NOW, **(made_up | columns))


def access_change(**columns: object) -> AccessChange:
    return AccessChange.objects.create(**({"person": make.make_user(), "by": make.the_chief()} | columns))


def twice(write: Callable[[], object]) -> None:
    write()
    write()


def attribution_twice() -> None:
    statement, speaker = make.make_statement(speakers=[]), make.make_speaker()
    twice(lambda: Attribution.objects.create(statement=statement, speaker=speaker))


def counted_thing_twice() -> None:
    claim = make.make_claim()
    twice(lambda: CountedThing.objects.create(claim=claim, figure="sayings", thing=1, links=1))


def shared_tally_twice() -> None:
    one, other = make.make_speaker(), make.make_speaker()
    twice(lambda: SharedTally.objects.create(speaker=one, other=other))


def spoken_claim_twice() -> None:
    claim, speaker = make.make_claim(), make.make_speaker()
    twice(lambda: SpokenClaim.objects.create(claim=claim, speaker=speaker, occasions=1))


def trail_entry_twice() -> None:
    """Two reports of one saying."""
    claim = make.make_claim()
    twice(lambda: TrailEntry.objects.create(occurrence=occurrence(claim=claim), claim=claim, saying=1, said_sort=0, said_latest=DAY))


def side_taken_twice() -> None:
    link, speaker = occurrence(), make.make_speaker()
    twice(lambda: SideTaken.objects.create(occurrence=link, speaker=speaker, claim=link.claim, said_sort=0))


def passage_twice() -> None:
    statement = make.make_statement()
    twice(lambda: Passage.objects.create(statement=statement, start=0, end=4, text="text", engine="1"))


def occurrence_twice() -> None:
    first = occurrence()
    occurrence(claim=first.claim, statement=first.statement, start=first.start, end=first.end)


def event_link_twice() -> None:
    document = make.make_document()
    first, second = (record(Verb.EDITED, document, by=make.the_chief()).history for _ in range(2))
    with triggers_off(), transaction.atomic():
        changed(second, nth=first.nth)


def document_twice() -> None:
    article = make.make_article()
    twice(lambda: make.make_document("The same text.", article=article))


def affiliation(**columns: object) -> Affiliation:
    return Affiliation.objects.create(**({"speaker": make.make_speaker(), "name": "Green List"} | columns))


def identifier(**columns: object) -> SpeakerIdentifier:
    return SpeakerIdentifier.objects.create(**({"speaker": make.make_speaker(), "value": "Q42"} | columns))


def speaker_pair(**columns: object) -> SpeakerPair:
    return SpeakerPair.objects.create(**({"speaker": make.make_speaker(), "other": make.make_speaker(), "reason": "Alike."} | columns))


def speaker_pair_twice() -> None:
    first = speaker_pair()
    speaker_pair(speaker=first.speaker, other=first.other)


def fact_check(**columns: object) -> FactCheck:
    made_up = {"claim": make.make_claim(), "publisher": "Plainfacts", "address": "https://plainfacts.example/1", "rating": "mostly false"}
    return FactCheck.objects.create(**(made_up | columns))


def fact_check_twice() -> None:
    claim = make.make_claim()
    twice(lambda: fact_check(claim=claim))


def alias_twice() -> None:
    speaker = make.make_speaker()
    for name in ("Юрий Ли", "ЮРИЙ  ЛИ"):
        SpeakerAlias.objects.create(speaker=speaker, name=name)


def suggestion_twice() -> None:
    first = suggestion()
    suggestion(passage=first.passage, other=first.other)


def occasion_suggestion(**columns: object) -> OccasionSuggestion:
    other, statement = make.make_statement(), make.make_statement()
    made_up = {"statement": statement, "other": other, "likeness": 1.0, "method": "m", "version": "1"}
    return OccasionSuggestion.objects.create(**(made_up | columns))


def occasion_suggestion_twice() -> None:
    first = occasion_suggestion()
    occasion_suggestion(statement=first.statement, other=first.other)


def statement_twice() -> None:
    document = make.make_document()
    twice(lambda: make.make_statement(document))


def attribution(**columns: object) -> Attribution:
    return Attribution.objects.create(statement=make.make_statement(speakers=[]), **columns)


def check(**columns: object) -> Check:
    return Check.objects.create(**({"article": make.make_article(), "at": NOW} | columns))


def copy_suggestion(**columns: object) -> CopySuggestion:
    made_up = {"likeness": 0.9, "document": columns.get("document") or make.make_document(), "other": make.make_document()}
    return CopySuggestion.objects.create(**(made_up | columns))


def notice_suggestion_twice() -> None:
    first = make.make_notice_suggestion()
    make.make_notice_suggestion(document=first.document, other=first.other)


def copy_suggestion_twice() -> None:
    first = copy_suggestion()
    copy_suggestion(document=first.document, other=first.other)


def sighting(**columns: object) -> Sighting:
    return Sighting.objects.create(**({"statement": make.make_statement(), "seen_at": NOW, "looked_at": NOW} | columns))


def kept_input_twice() -> None:
    anna = make.make_user("editor")
    twice(lambda: KeptInput.objects.create(user=anna, page="statement 1", at=NOW))


def remark(**columns: object) -> Remark:
    made_up = {"object_type": "document", "object_id": 1, "text": "Ask.", "by": make.the_chief(), "at": NOW}
    return Remark.objects.create(**(made_up | columns))


def sheet() -> Sheet:
    return Sheet.objects.create(name="sheet.csv", by=make.the_chief(), at=NOW)


def sheet_row_twice() -> None:
    brought = sheet()
    twice(lambda: SheetRow.objects.create(sheet=brought, number=2))
