"""A small record with names in several scripts, of which some are no public ones."""

import pytest

from archive.models import SpeakerAlias, Statement
from tests import factories as make

WORDS = "The Kolmen dam takes no water, and costs 25 000 crowns."


@pytest.fixture
def said(db) -> Statement:
    """Words of Lev Korzun; and drafts of somebody, somewhere, whose names nobody may find."""
    speaker = make.make_speaker("Lev Korzun", description="minister, born 1960")
    SpeakerAlias.objects.create(speaker=speaker, name="Лев Корзун")
    document = make.make_document(WORDS, outlet=make.make_outlet("Ardpress"), title="Streshin opens the Kolmen dam", published="2023-05-17")
    occasion = make.make_occasion("Talks of the ministers", place="Sarne", held_on="2023-05-17")
    claims = ["The Kolmen dam takes no water that is Ardovia’s"]
    statement = make.make_public_statement(document, WORDS, speakers=[speaker], occasion=occasion, claims=claims)
    hidden = make.make_document("A draft.", outlet=make.make_outlet("Korzun Herald"), title="Korzun drafted")
    secret = make.make_occasion("Korzun in secret")
    make.make_accepted_statement(hidden, "A draft.", speakers=[make.make_speaker("Anna Korzun")], occasion=secret)
    make.make_withdrawn_statement(make.make_document("Taken back.", title="Korzun withdrawn"), "Taken back.")
    return statement
