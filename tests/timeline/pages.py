"""A small record with something of everything, and the addresses of all its pages, for the tests that walk them."""

import re
from typing import NamedTuple

from django.urls import reverse

from archive import publication
from archive.enums import Force, Likeness, Stance, TextPolicy
from archive.models import Claim, Document, Occasion, Outlet, Speaker, SpeakerAlias, SpeakerRole, Statement
from tests.factories import (
    make_accepted_statement,
    make_claim,
    make_document,
    make_occasion,
    make_occurrence,
    make_outlet,
    make_public_statement,
    make_rejected_statement,
    make_speaker,
    make_statement,
    make_withdrawn_statement,
    the_chief,
)

SECRET_WORDS = ["pears are drafted", "plums are accepted", "quinces are rejected", "medlars are withdrawn"]
TEXT = (
    "OSTROWIN, 17 May 2023 (Telexa). The council met in the old hall.\n\n“The toll stays for ever,” said Ada Moreau, the mayor. "
    "“It costs four million,” she added.\n\n"
    + " ".join(f"“{words.capitalize()},” he said." for words in SECRET_WORDS)
    + "\n\nThe council meets again in the autumn."
)

LINK = re.compile(r'href="([^"]*#s-[a-z0-9]+)"')


class Record(NamedTuple):
    statement: Statement
    withdrawn: Statement
    document: Document
    claim: Claim
    speaker: Speaker
    outlet: Outlet
    occasion: Occasion

    def addresses(self) -> list[str]:
        """Every public page there is, lists with filters among them."""
        fixed = ["home", "chronology", "undated", "claims", "speakers", "outlets", "occasions", "corrections", "search"]
        fixed += ["data", "method", "new", "about", "keys", "coverage"]
        rows = [self.statement, self.document, self.claim, self.speaker, self.outlet, self.occasion]
        return [
            *[reverse(name) for name in fixed],
            "/chronology/2023/",
            "/chronology/2023/05/",
            "/chronology/2023/05/17/",
            f"/chronology/?speaker={self.speaker.slug}&order=-said_on",
            "/chronology/?kind=mixed&said_from=2022",
            "/chronology/?said_from=whenever",
            "/search/?q=toll",
            *[row.get_absolute_url() for row in rows],
            f"{self.claim.get_absolute_url()}over-time/",
        ]


def make_record(*, policy: TextPolicy = TextPolicy.EXCERPTS) -> Record:
    outlet = make_outlet("Telexa", text_policy=policy, homepage="https://telexa.example/", time_zone="Europe/Riga")
    speaker = make_speaker("Ada Moreau", description="mayor, born 1961")
    SpeakerAlias.objects.create(speaker=speaker, name="Ада Моро")
    SpeakerRole.objects.create(speaker=speaker, title="Mayor of Ostrowin", since="2015-03", until="2021")
    claim = make_claim("The toll on the bridge stays.")
    document = make_document(TEXT, outlet=outlet, url="https://telexa.example/toll", title="Council keeps the toll", published="2023-05-17")
    statement = _say_everything(document, speaker, claim)
    drafted, accepted, rejected, taken_back = (words.capitalize() for words in SECRET_WORDS)
    make_statement(document, drafted)
    make_accepted_statement(document, accepted)
    make_rejected_statement(document, rejected)
    withdrawn = make_withdrawn_statement(document, taken_back, claims=[claim], reason="The mayor never said it.")
    return Record(Statement.objects.get(pk=statement.pk), withdrawn, document, claim, speaker, outlet, statement.occasion)


def _say_everything(document: Document, speaker: Speaker, claim: Claim) -> Statement:
    """One claim said first, again, elsewhere, coarsely, in another language, varied, relayed and denied."""
    occasion = make_occasion("Council meeting", place="Ostrowin", held_on="2023-05-17", kind="session")
    said = {"said_on": "2023-05-17", "speakers": [(speaker, "Ada Moreau", "the mayor")], "occasion": occasion}
    first = make_public_statement(
        document, "The toll stays for ever", claims=[claim], said_words="17 May 2023", said_rule="dateline", **said
    )
    make_public_statement(
        make_document("Моро: «Сбор остаётся навсегда».", language="ru"), "Сбор остаётся навсегда", claims=[claim], language="ru", **said
    )
    make_public_statement(
        make_document("“The toll will stay,” she said."), "The toll will stay", said_on="2024-06-24", claims=[claim], speakers=[speaker]
    )
    make_public_statement(said_on="2021-12~", claims=[claim], speakers=["a source in the council"], locator="minute 14:20")
    make_public_statement(said_on="2022", claims=[claim], kind="indirect")
    make_public_statement(said_on="")
    for stance, likeness, force in (
        (Stance.DENIES, Likeness.PARAPHRASE, Force.DENIED),
        (Stance.RELAYS, Likeness.PARAPHRASE, Force.ASKED),
        (Stance.ASSERTS, Likeness.VARIANT, Force.ASSERTED),
    ):
        other = make_public_statement(said_on="2023-07-01", force=force)
        publication.publish(make_occurrence(other, claim, stance=stance, likeness=likeness), by=the_chief())
    publication.correct(first, by=the_chief(), changes={"locator": "page 3"}, revision_class="correction", reason="The page was missing.")
    publication.correct(speaker, by=the_chief(), changes={"description": "mayor, born 1962"}, revision_class="typo", reason="Mistyped.")
    return first


def dead_links(client, pages: list[tuple[str, str]]) -> list[str]:
    """The links to a place on a page that end where no such place is; of (address, page)."""
    read: dict[str, str] = {}
    links = {(link if link[0] == "/" else f"{address}{link}") for address, page in pages for link in LINK.findall(page)}
    for address in {link.partition("#")[0] for link in links}:
        read[address] = client.get(address.replace("&amp;", "&")).content.decode()
    return sorted(link for link in links if f'id="{link.partition("#")[2]}"' not in read[link.partition("#")[0]])
