"""As many rows of everything that waits at the desk as a test asks for, written at once; and the addresses of one of each."""

import datetime
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.db import models
from django.utils import timezone

from archive.acceptance import judged_as
from archive.capture.brought import Said, bring
from archive.enums import SightingOutcome, Verb
from archive.models import (
    Article,
    Assignment,
    Attribution,
    ChangeProposal,
    Claim,
    CopySuggestion,
    Document,
    DocumentHold,
    ErrorReport,
    Event,
    NoticeSuggestion,
    OccasionSuggestion,
    Occurrence,
    Passage,
    Sheet,
    SheetRow,
    Sighting,
    Speaker,
    SpeakerPair,
    Statement,
    Suggestion,
)
from tests import factories as make

DAY = datetime.datetime(2024, 7, 1, 12, tzinfo=datetime.UTC)
SAID = ("The span number {} is finished", "The span number {} is not open yet", "The span number {} will be closed in the autumn")


def several(rows: list[Any]) -> list[Any]:
    """Written at once, into the table of the first."""
    created: list[Any] = type(rows[0])._default_manager.bulk_create(rows, batch_size=1_000)
    return created


class Pile:
    """Of `many` documents each with a draft, an accepted and a public statement; and as many of each kind of question."""

    def __init__(self, many: int):
        self.many, self.person, self.other = many, make.the_chief(), make.make_user("reviewer")
        self.speakers = several([Speaker(name=f"Anna Kovaleva {n}", slug=f"anna-{n}") for n in range(many)])
        self.claims = several([Claim(text=f"The span number {n} is finished.", slug=f"span-{n}") for n in range(many)])
        self.documents = self._documents()
        self.drafts, self.accepted, self.public = (self._statements(place) for place in range(3))
        self._accept()
        self._publish()
        self._ask()
        self._work()

    @cached_property
    def args(self) -> dict[str, list[Any]]:
        """What an address takes that is about one row of a kind."""
        return {
            "": [],
            "document": [self.documents[0].public_id],
            "draft": [self.drafts[0].public_id],
            "place": [self.drafts[0].public_id, 0],
            "pair": [self.suggestions[0].pk],
            "occasion": [self.occasions[0].pk],
            "copy": [self.copies[0].pk],
            "notice": [self.notices[0].pk],
            "change": [self.changes[0].pk],
            "event": [self.returned[0].pk],
            "speaker": [self.speakers[0].slug],
            "speakers": [self.speaker_pairs[0].pk],
            "claim": [self.claims[0].slug],
            "sheet": [self.sheet.pk],
            "brought": [self.brought.public_id],
            "table": ["statement", self.drafts[0].pk],
            "number": [self.drafts[0].pk],
            "report": [self.reports[0].pk],
        }

    def _documents(self) -> list[Document]:
        articles = several([Article(outlet=make.make_outlet(), kind="article") for _ in range(self.many)][: self.many])
        return several([_document(article, n) for n, article in enumerate(articles)])

    def _statements(self, place: int) -> list[Statement]:
        rows = []
        for n, document in enumerate(self.documents):
            row = Statement(document=document, said_on="2023-05-17", language="en", drafted_by=self.person)
            start = document.text.index(SAID[place].format(n))
            row.take_words(start, start + len(SAID[place].format(n)))
            rows.append(row)
        several(rows)
        named = zip(rows, self.speakers, strict=True)
        several([Attribution(statement=row, speaker=speaker, name=speaker.name, role="the engineer") for row, speaker in named])
        return rows

    def _accept(self) -> None:
        for rows in (self.accepted, self.public):
            for row, speaker in zip(rows, self.speakers, strict=True):
                named = [Attribution(speaker=speaker, name=speaker.name, role="the engineer")]
                row.accepted_as, row.accepted_by, row.status = judged_as(row, named), self.other, "accepted"
        Statement.objects.bulk_update(self.accepted, ["accepted_as", "accepted_by", "status"], batch_size=500)

    def _publish(self) -> None:
        for row in self.public:
            row.status, row.version, row.recorded_at, row.published_by = "public", 1, DAY, self.person
        columns = ["accepted_as", "accepted_by", "status", "version", "recorded_at", "published_by"]
        Statement.objects.bulk_update(self.public, columns, batch_size=500)
        several(
            [
                Occurrence(claim=claim, statement=row, start=row.start, end=row.end, said_sort=row.said_sort or 0, judged_at=DAY)
                for claim, row in zip(self.claims, self.public, strict=True)
            ]
        )

    def _ask(self) -> None:
        """What the machine, an outlet and colleagues ask, each of a row and the one before."""
        passages = several([Passage(statement=row, start=row.start, end=row.end, text=row.text, engine="1") for row in self.accepted])
        beside = {"score": 0.6, "band": "likely", "label": "same", "method": "m", "version": "1", "rank": 1}
        self.suggestions = several([Suggestion(passage=one, other=before, **beside) for before, one in _neighbours(passages)])
        alike = {"likeness": 0.9, "method": "m", "version": "1"}
        self.occasions = several([OccasionSuggestion(statement=one, other=before, **alike) for before, one in _neighbours(self.accepted)])
        documents = _neighbours(self.documents)
        self.copies = several([CopySuggestion(document=one, other=before, likeness=0.9) for before, one in documents])
        told = {"relation": "correction", "start": 0, "end": 9, "reason": "The notice prints its title"}
        self.notices = several([NoticeSuggestion(document=one, other=before, **told) for before, one in documents])
        self.changes = several([_change(document, self.other) for document in self.documents])
        pairs = _neighbours(self.speakers)
        self.speaker_pairs = several([SpeakerPair(speaker=before, other=one, reason="The names look alike.") for before, one in pairs])
        gone = {"outcome": SightingOutcome.GONE, "document": self.documents[0], "seen_at": DAY, "looked_at": DAY}
        several([Sighting(statement=row, **gone) for row in self.drafts])
        self.reports = several([_report(row) for row in self.public])
        several([_report(row, answer="nothing", reason="So it stands.", settled_by=self.other, settled_at=DAY) for row in self.public])

    def _work(self) -> None:
        sent_back = {"verb": Verb.RETURNED, "object_type": "statement", "by": self.other, "at": DAY, "reason": "Which day?"}
        self.returned = several([Event(object_id=row.pk, **sent_back) for row in self.drafts])
        several([Assignment(document=one, to=self.person, by=self.other, at=DAY) for one in self.documents])
        several([DocumentHold(document=one, by=self.other, since=DAY, seen_at=timezone.now()) for one in self.documents])
        self.sheet = Sheet.objects.create(name="words.csv", by=self.person, at=DAY, headings=["Words"], columns=["words"])
        several([SheetRow(sheet=self.sheet, number=n + 2, cells=[f"Row {n}"]) for n in range(self.many)])
        self.brought = bring(b"The bridge is open, said the mayor.", "", Said(), by=self.person)[0]


def _document(article: Article, n: int) -> Document:
    text = " ".join(f"“{words.format(n)},” she said." for words in SAID)
    made_up = {"title": f"Span {n}", "language": "en", "published": "2023-05-18", "encoding": "utf-8", "captured_at": DAY}
    return Document(article=article, text=text, raw=b"", sha256=f"{n:064}", raw_sha256=f"{n:064}", **made_up)


def _change(document: Document, by: models.Model) -> ChangeProposal:
    asked = {"was": {"title": document.title}, "becomes": {"title": f"{document.title}, opened"}, "revision_class": "correction"}
    return ChangeProposal(object_type="document", object_id=document.pk, about=document.title, reason="Misread.", by=by, at=DAY, **asked)


def _report(row: Statement, **settled: Any) -> ErrorReport:
    about = {"address": row.get_absolute_url(), "object_type": "statement", "object_id": row.pk}
    return ErrorReport(at=DAY, kind="date", words="It was said a day before.", email="ada@mail.example", **about, **settled)


def _neighbours(rows: list[Any]) -> list[tuple[Any, Any]]:
    return list(pairwise(rows))
