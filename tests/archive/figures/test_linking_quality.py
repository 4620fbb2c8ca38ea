"""How well the program links is kept with its day, and told on the method page in words, where enough was judged."""

import pytest
from django.test import Client

from archive.evaluation.shares import share
from archive.figures import linking_quality
from archive.figures.linking_quality import Scores

pytestmark = pytest.mark.django_db


def test_the_method_page_tells_how_well_the_program_links():
    linking_quality.keep()
    assert "How well the program does" not in Client().get("/method/").content.decode()  # nothing was judged

    told = Scores("lines", 120, 0, 0.5, 0.2, [share("precision", 90, 100), share("recall", 45, 60)], {}, [], [], [], 0.1, [], 0, 0)
    linking_quality.keep(told)
    page = Client().get("/method/").content.decode()
    assert "120 pairs that were answered were compared anew." in page
    assert "Of 100 pairs that it called the same claim, people had found 90 to be so: 90 %" in page
    assert "Of 60 pairs that people had found to be the same claim, it called 45 so: 75 %" in page
    assert "among its first ten" not in page
