"""Tables of addresses: what the record keeps, which are one page to it, and what a page may say of itself."""

import pytest

from archive.fetching.spellings import address_key, canonical, named_by_page, same_site

PAGE = "https://www.paper.example/news/2023/05/bridge"

KEPT = [
    # scheme, host, port
    ("HTTPS://WWW.Paper.Example/news/2023/05/bridge", PAGE),
    ("https://www.paper.example:443/news/2023/05/bridge", PAGE),
    ("http://www.paper.example:80/a", "http://www.paper.example/a"),
    ("https://www.paper.example:8443/a", "https://www.paper.example:8443/a"),
    ("https://www.paper.example./news/2023/05/bridge", PAGE),
    ("https://someone@www.paper.example/news/2023/05/bridge", PAGE),
    ("  https://www.paper.example/news/2023/05/bridge\n", PAGE),
    ("https://paper.example", "https://paper.example/"),
    ("https://пример.испытание/а", "https://xn--e1afmkfd.xn--80akhbyknj4f/%D0%B0"),
    ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://[2606:4700::1111]:443/a", "https://[2606:4700::1111]/a"),
    # fragment
    ("https://www.paper.example/news/2023/05/bridge#comments", PAGE),
    ("https://www.paper.example/news/2023/05/bridge#:~:text=the%20bridge", PAGE),
    ("https://www.paper.example/#!/news/5", "https://www.paper.example/#!/news/5"),
    # tracking parameters
    *[
        (f"{PAGE}?{name}=x1", PAGE)
        for name in (
            "utm_source utm_medium utm_campaign utm_term UTM_Content fbclid gclid gclsrc dclid yclid ysclid ycclid msclkid twclid ttclid"
            " wbraid gbraid igshid mc_cid mc_eid mkt_tok _openstat _ga _gl _hsenc _hsmi hsa_acc mtm_campaign pk_campaign ref_src ref_url"
            " at_medium at_campaign at_custom1 ns_mchannel ns_campaign xtor srsltid guccounter guce_referrer_sig spm ncid smid wt.mc_id"
        ).split()
    ],
    (f"{PAGE}?utm_source=a&utm_medium=b&utm_campaign=c", PAGE),
    (f"{PAGE}?id=7&utm_source=a", f"{PAGE}?id=7"),
    (f"{PAGE}?utm_source=a&id=7&fbclid=b&page=2#x", f"{PAGE}?id=7&page=2"),
    (f"{PAGE}?utm%5Fsource=a", PAGE),
    (f"{PAGE}?", PAGE),
    (f"{PAGE}?&&id=7&", f"{PAGE}?id=7"),
    # what may mean something stays
    (f"{PAGE}/", f"{PAGE}/"),
    (f"{PAGE}?page=2", f"{PAGE}?page=2"),
    (f"{PAGE}?b=1&a=2", f"{PAGE}?b=1&a=2"),
    (f"{PAGE}?ref=front", f"{PAGE}?ref=front"),
    (f"{PAGE}?q=utm_source", f"{PAGE}?q=utm_source"),
    (f"{PAGE}?outputType=amp", f"{PAGE}?outputType=amp"),
    ("https://www.paper.example/News/Bridge", "https://www.paper.example/News/Bridge"),
    ("https://www.paper.example//a", "https://www.paper.example//a"),
    ("https://m.paper.example/a", "https://m.paper.example/a"),
    ("http://www.paper.example/a", "http://www.paper.example/a"),
    # one way of writing
    ("https://www.paper.example/news/./2023/04/../05/bridge", PAGE),
    ("https://www.paper.example/../../news/2023/05/bridge", PAGE),
    ("https://www.paper.example/news/%62ridge", "https://www.paper.example/news/bridge"),
    ("https://www.paper.example/a%2fb", "https://www.paper.example/a%2Fb"),
    ("https://www.paper.example/мост", "https://www.paper.example/%D0%BC%D0%BE%D1%81%D1%82"),
    ("https://www.paper.example/?q=мост мира", "https://www.paper.example/?q=%D0%BC%D0%BE%D1%81%D1%82%20%D0%BC%D0%B8%D1%80%D0%B0"),
    # AMP caches lead to the page itself
    ("https://www.google.com/amp/s/www.paper.example/news/2023/05/bridge", PAGE),
    ("https://www.google.co.uk/amp/www.paper.example/a", "http://www.paper.example/a"),
    ("https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/news/2023/05/bridge", PAGE),
    ("https://www-paper-example.cdn.ampproject.org/v/s/www.paper.example/news/2023/05/bridge?utm_source=a&id=3", f"{PAGE}?id=3"),
    ("https://www.google.com/search?q=amp", "https://www.google.com/search?q=amp"),
    # and nobody else's copies do
    ("https://google.abc.de/amp/s/www.paper.example/a", "https://google.abc.de/amp/s/www.paper.example/a"),
    ("https://www.google.ab.ru/amp/s/www.paper.example/a", "https://www.google.ab.ru/amp/s/www.paper.example/a"),
    # no address: left as it is
    ("", ""),
    ("mailto:desk@paper.example", "mailto:desk@paper.example"),
    ("https://", "https://"),
    ("https://[::1", "https://[::1"),
    ("https://paper.example:port/", "https://paper.example:port/"),
    ("a note", "a note"),
]

ONE_PAGE = [
    "http://www.paper.example/news/2023/05/bridge",
    "https://paper.example/news/2023/05/bridge",
    "https://m.paper.example/news/2023/05/bridge",
    "https://mobile.paper.example/news/2023/05/bridge",
    "https://amp.paper.example/news/2023/05/bridge",
    "https://www.amp.paper.example/news/2023/05/bridge",
    "https://www.paper.example/amp/news/2023/05/bridge",
    "https://www.paper.example/news/2023/05/bridge/amp",
    "https://www.paper.example/news/2023/05/bridge.amp",
    "https://www.paper.example/news/2023/05/bridge?amp",
    "https://www.paper.example/news/2023/05/bridge?amp=1",
    "https://www.paper.example/news/2023/05/bridge?outputType=amp",
    "https://www.paper.example/news/2023/05/bridge?amp_js_v=a6&usqp=mq331",
    "https://www.google.com/amp/s/amp.paper.example/news/2023/05/bridge?fbclid=1",
    "https://m.paper.example:443/news/2023/05/bridge?utm_source=a#top",
]
OTHER_PAGES = [
    "https://www.paper.example/news/2023/05/bridge/",
    "https://www.paper.example/news/2023/05/bridge?page=2",
    "https://www.paper.example/news/2023/05/Bridge",
    "https://sport.paper.example/news/2023/05/bridge",
    "https://www.paper.example:8443/news/2023/05/bridge",
    "https://www.paper2.example/news/2023/05/bridge",
    "https://www.paper.example/news/2023/05/bridge.html",
    "https://www.paper.example/amplifier",
]

SITES = [
    ("https://www.paper.example/a", "https://m.paper.example/b", True),
    ("https://paper.co.uk/", "http://sport.paper.co.uk/", True),
    ("https://paper.co.uk/", "https://other.co.uk/", False),
    ("https://one.blogspot.com/", "https://two.blogspot.com/", False),
    ("https://one.github.io/", "https://two.github.io/", False),
    ("https://paper.example/", "https://paper.example.attacker.example/", False),
    ("https://93.184.216.34/", "https://93.184.216.34/a", True),
    ("https://93.184.216.34/", "https://93.184.216.35/a", False),
    ("", "", False),
]

STATED = [
    ("https://www.paper.example/bridge", "https://m.paper.example/bridge?id=1", "https://www.paper.example/bridge"),
    ("https://www.paper.example/bridge?utm_source=x", "https://paper.example/b", "https://www.paper.example/bridge"),
    ("https://attacker.example/bridge", "https://www.paper.example/bridge#a", "https://www.paper.example/bridge"),
    ("https://alice.host.example/bridge", "https://bob.host.example/a", "https://bob.host.example/a"),  # neighbours on a shared host
    ("https://host.example/bridge", "https://bob.host.example/a", "https://bob.host.example/a"),
    ("https://www.paper.example/", "https://www.paper.example/bridge", "https://www.paper.example/bridge"),
    ("", "https://www.paper.example/bridge", "https://www.paper.example/bridge"),
    ("javascript:alert(1)", "https://www.paper.example/bridge", "https://www.paper.example/bridge"),
    ("https://www.paper.example:99999/b", "https://www.paper.example/bridge", "https://www.paper.example/bridge"),
    ("https://[paper/b", "https://www.paper.example/bridge", "https://www.paper.example/bridge"),
]

NO_ADDRESSES = ["https://paper.example:99999/a", "https://paper.example:\u0663/a", "http://[paper/a", "https://paper.example/\ud800"]


@pytest.mark.parametrize(("written", "kept"), KEPT)
def test_address_is_kept_in_one_form(written, kept):
    assert canonical(written) == kept
    assert canonical(kept) == kept


@pytest.mark.parametrize("address", ONE_PAGE)
def test_addresses_of_one_page_have_one_key(address):
    assert address_key(address) == address_key(PAGE)


def test_addresses_of_other_pages_have_keys_of_their_own():
    assert len({address_key(address) for address in [PAGE, *OTHER_PAGES]}) == 1 + len(OTHER_PAGES)


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_no_program_can_read_stays_as_it_is_and_has_a_key_of_its_own(address):
    assert canonical(address) == address
    assert address_key(address) not in (address_key(f"{address}b"), address_key("https://paper.example/a"))


@pytest.mark.parametrize(("one", "other", "same"), SITES)
def test_site_is_what_one_owner_registers(one, other, same):
    assert same_site(one, other) is same


@pytest.mark.parametrize(("stated", "fetched", "named"), STATED)
def test_page_is_believed_about_its_address_on_its_own_host_alone(stated, fetched, named):
    assert named_by_page(stated, fetched) == named
