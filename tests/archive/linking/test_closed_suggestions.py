"""What others tell of a proposed pair is seen also where two editors write it at once."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from archive.linking.closed_suggestions import hold, settle
from archive.linking.judgements import join, undo
from archive.linking.passages import unindex
from archive.linking.side import Side
from archive.linking.suggestions import suggest
from archive.models import Judgement, Suggestion
from tests import factories as make

FOUND = {"score": 0.9, "label": "same", "band": "likely", "method": "test", "version": "1", "rank": 1}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_pair_is_open_when_one_side_loses_the_claim_while_the_other_takes_it():
    chief, claim = make.the_chief(), make.make_claim()
    one, other = (make.make_accepted_statement(words=f"The bridge of {place} will be opened.") for place in ("Ostrel", "Veyra"))
    pair = Suggestion.objects.create(passage=other.passages.get(), other=one.passages.get(), **FOUND)
    join(Side(one, one.start, one.end), claim, by=chief)
    undone, begun, go_on = Judgement.objects.get(), Event(), Event()

    def take_back() -> None:
        with transaction.atomic():
            undo(undone, by=chief)
            begun.set()
            go_on.wait(5)
        connection.close()

    def take_on() -> None:
        begun.wait(5)
        join(Side(other, other.start, other.end), claim, by=chief)
        connection.close()

    threads = [Thread(target=take_back), Thread(target=take_on)]
    for thread in threads:
        thread.start()
    threads[1].join(1)  # it waits, or has read what is about to change
    go_on.set()
    for thread in threads:
        thread.join()

    pair.refresh_from_db()
    assert pair.status == "open"


@pytest.mark.postgres
@pytest.mark.parametrize("write", [unindex, lambda statement: suggest([statement])], ids=["a side goes", "compared again"])
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_pair_is_written_while_another_tells_what_waits_of_those_that_ask_the_same(write):
    words = "The bridge of Ostrel will be opened."
    document = make.make_document(f"“{words}” And on the next day: “{words}”")
    one, again = (make.make_accepted_statement(document, words, after=after) for after in (0, 10))
    other = make.make_accepted_statement(words="The bridge of Veyra will be opened.")
    suggest([other])
    assert Suggestion.objects.count() == 2
    begun, go_on = Event(), Event()

    def tell() -> None:
        with transaction.atomic():
            hold([again.pk])
            begun.set()
            go_on.wait(5)
            settle([again.pk])
        connection.close()

    def act() -> None:
        begun.wait(5)
        write(one)
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(tell), pool.submit(act)]
        wait(both, 1)  # the second waits for the first
        go_on.set()
        for thread in both:
            thread.result()
