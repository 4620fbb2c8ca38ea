"""Numbers in registers: typed or pasted, checked by their form and, where there is one, by their check digit."""

import pytest

from archive.authorities.numbers import NotOne, Scheme, address_of, read_identifier, scheme_of


@pytest.mark.parametrize(
    ("scheme", "typed", "value"),
    [
        ("wikidata", "Q42", "Q42"),
        ("wikidata", " q42 ", "Q42"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42#sitelinks", "Q42"),
        ("wikidata", "http://www.wikidata.org/entity/Q42/", "Q42"),
        ("viaf", "https://viaf.org/viaf/113230702/", "113230702"),
        ("gnd", "https://d-nb.info/gnd/118540238", "118540238"),
        ("gnd", "4011882-4", "4011882-4"),
        ("gnd", "2116-6", "2116-6"),
        ("isni", "0000 0001 2103 2683", "0000000121032683"),
        ("isni", "https://isni.org/isni/0000000121032683", "0000000121032683"),
        ("orcid", "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("orcid", "0000000218250097", "0000-0002-1825-0097"),
    ],
)
def test_a_number_is_read_as_it_is_kept(scheme, typed, value):
    assert read_identifier(scheme, typed) == value
    assert address_of(scheme, value).startswith("https://")


@pytest.mark.parametrize(
    ("scheme", "typed", "why"),
    [
        ("wikidata", "P42", "no Wikidata number"),
        ("wikidata", "Q042", "no Wikidata number"),
        ("wikidata", "Q" + "1" * 60, "no Wikidata number"),
        ("wikidata", "Q4٢", "no Wikidata number"),
        ("gnd", "118540239", "check digit"),
        ("gnd", "4011882-5", "check digit"),
        ("isni", "0000000121032684", "check digit"),
        ("orcid", "0000-0002-1825-0098", "check digit"),
        ("viaf", "", "no VIAF number"),
    ],
)
def test_what_is_none_is_refused_with_the_reason(scheme, typed, why):
    with pytest.raises(NotOne, match=why):
        read_identifier(scheme, typed)


@pytest.mark.parametrize(
    ("typed", "scheme"),
    [
        ("q42", Scheme.WIKIDATA),
        ("https://viaf.org/viaf/1", Scheme.VIAF),
        ("https://d-nb.info/gnd/118540238", Scheme.GND),
        ("0000-0002-1825-0097", Scheme.ORCID),
        ("0000 0001 2103 2683", Scheme.ISNI),
    ],
)
def test_whose_number_it_is_is_told_by_its_look(typed, scheme):
    assert scheme_of(typed) == scheme


def test_a_number_of_no_look_is_asked_about():
    with pytest.raises(NotOne, match="Say whose number"):
        scheme_of("118540238")
