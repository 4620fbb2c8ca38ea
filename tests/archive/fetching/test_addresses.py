"""No form of address leads inward: hundreds of ways to write one, and name servers that answer one thing and then another."""

import ipaddress
import itertools
import random

import pytest

from archive.fetching import Inward, Unfetched, Visitor
from archive.fetching.addresses import LONGEST, read_address
from archive.fetching.connecting import Network
from archive.fetching.networks import is_public
from tests.archive.fetching.test_networks import INWARD_4, INWARD_6, PUBLIC

NAMES = (
    "localhost LOCALHOST localhost. a.localhost localhost.localdomain printer.local db.internal intranet router metadata"
    " metadata.google.internal nas.lan www.corp fritz.home host.home.arpa wiki.intranet abc.onion vault.private"
    " kube-dns.kube-system.svc.cluster.local"
).split()


def written_4(ip: str) -> list[str]:
    """An IPv4 address in the ways that one program or another takes for it."""
    number, parts = int(ipaddress.IPv4Address(ip)), [int(part) for part in ip.split(".")]
    a, b, c, d = parts
    circled = {str(digit): "⓪①②③④⑤⑥⑦⑧⑨"[digit] for digit in range(10)}
    return [
        ip,
        f"{ip}.",
        f"{ip}:80",
        str(number),
        hex(number),
        f"0{number:o}",
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        ".".join(f"0{part:03o}" for part in parts),
        ".".join(hex(part) for part in parts),
        f"{hex(a)}.{b}.0{c:o}.{d}",
        f"{a}.{b}.{c}.0{d:02d}",
        ip.translate(str.maketrans(circled)),
        ip.translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)}),
        ip.replace(".", "。"),
        ip.replace(".", "．"),
        f"%{ord(ip[0]):x}{ip[1:]}",
        f"user@{ip}",
        f"paper.example@{ip}",
        f"paper.example:80@{ip}",
        f"[::ffff:{ip}]",
        f"[::{ip}]",
        f"[64:ff9b::{ip}]",
        f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::1]",
        f"[2001:0:4136:e378:8000:63bf:{number >> 16 ^ 0xFFFF:x}:{number & 0xFFFF ^ 0xFFFF:x}]",
        f"[2a00:1450::5efe:{number >> 16:x}:{number & 0xFFFF:x}]",
    ]


def inward_addresses() -> list[str]:
    hosts = [*itertools.chain.from_iterable(written_4(ip) for ip in INWARD_4), *(f"[{ip}]" for ip in INWARD_6), *NAMES]
    addresses = [f"http://{host}/" for host in hosts] + [f"https://{host}/latest/meta-data/" for host in (*INWARD_4, *NAMES)]
    tricks = [
        *(
            f"http://93.184.216.34:{port}/"
            for port in (0, 21, 22, 25, 79, 81, 444, 3306, 5432, 6379, 8000, 8080, 9200, 65535, 65616, 99999)
        ),
        *(f"{scheme}://127.0.0.1/" for scheme in "file ftp gopher dict ldap jar unix http+unix httpx ws data netdoc tftp sftp".split()),
        "file:///etc/passwd",
        "/etc/passwd",
        "//127.0.0.1/",
        "http:/127.0.0.1/",
        "http:127.0.0.1",
        "http:///127.0.0.1/",
        "unix:/var/run/docker.sock",
        "http://unix:/var/run/docker.sock:/info",
        "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
        "http://paper.example\\@127.0.0.1/",
        "http://127.0.0.1\\.paper.example/",
        "http://127.0.0.1\t/",
        "http://127.0.0.1 /",
        "http://127.0.0.1\x00.paper.example/",
        "http://paper.example\r\nHost: 127.0.0.1/",
        "http://[::1",
        "http://::1/",
        "http://[::1]paper.example/",
        "http://paper.example[::1]/",
        "http://[::1]:@paper.example/",
        "http://[fe80::1%25eth0]/",
        "http://[::1%lo]/",
        "http://127.0.0.1:80:80/",
        "http://127.0.0.1:８０/",
        "http://127.0.0.1:+80/",
        "http://127.0.0.1:/",
        "http://1.1.1.1 &@127.0.0.1# @paper.example/",
        "http://127。0。0。1/",
        "http://127.0.0.1%2f@paper.example/",
        "http://paper.example:80#@127.0.0.1:22/".replace("#", "%23"),
        "http://.../",
        "http://./",
        "http://-.paper.example/",
    ]
    return list(dict.fromkeys(addresses + tricks))


def network(answers, connections: list) -> Network:
    """A network whose name server gives the next of `answers` each time, and that notes down every connection."""
    following = iter(answers)

    def connect(place, _seconds):
        connections.append(place)
        raise OSError

    return Network(resolve=lambda *_: next(following), connect=connect)


def test_table_of_addresses_is_as_long_as_promised():
    assert len(inward_addresses()) >= 500


def test_no_form_of_address_leads_inward():
    connections, asked = [], []

    def resolve(host, _port, _seconds):
        asked.append(host)
        return ["127.0.0.1"]

    visitor = Visitor("OnRecord", "http://testserver", Network(resolve=resolve, connect=lambda *place: connections.append(place)))
    for address in inward_addresses():
        with pytest.raises(Unfetched) as refusal:
            visitor.visit(address)
        assert str(refusal.value).endswith(".")

    assert connections == []
    assert set(asked) <= {"paper.example"}  # all others were known without asking


def test_ten_thousand_answers_that_change_between_question_and_connection_lead_nowhere_inward():
    random.seed(5)
    inward = [*INWARD_4, *INWARD_6, *(written_4(ip)[number].strip("[]") for ip in INWARD_4 for number in (20, 21, 22, 23, 24))]
    answers, connections = [], []
    for _ in range(10_000):
        answer = random.sample(PUBLIC, random.randrange(3)) + random.sample(inward, random.choice((0, 1, 1, 2)))
        answers.append(random.sample(answer, len(answer)))
    visitor = Visitor("OnRecord", "http://testserver", network(answers, connections), robots={"http://paper.example": ""})

    refusals = [refusal_of(visitor, "http://paper.example/") for _ in answers]

    assert [refusal is Inward for refusal in refusals] == [any(not is_public(ip) for ip in answer) for answer in answers]
    assert len(connections) == sum(len(answer) for answer in answers if all(is_public(ip) for ip in answer))
    assert {ip for ip, _ in connections} == set(PUBLIC)


def refusal_of(visitor: Visitor, address: str) -> type[Unfetched] | None:
    try:
        visitor.visit(address)
    except Unfetched as refusal:
        return type(refusal)
    return None


def test_name_is_resolved_once_and_the_connection_goes_to_the_address_that_was_checked():
    connections = []
    visitor = Visitor("OnRecord", "http://testserver", network([["93.184.216.34"], ["127.0.0.1"]], connections))

    with pytest.raises(Unfetched, match="could not be reached"):
        visitor.visit("http://paper.example/")

    assert connections == [("93.184.216.34", 80)]


@pytest.mark.parametrize(
    ("address", "place", "target"),
    [
        ("http://Paper.Example", "paper.example", "/"),
        ("https://paper.example:443/a?b=1#c", "paper.example", "/a?b=1"),
        ("https://paper.example:80/", "paper.example:80", "/"),
        ("http://пример.испытание/мост?я", "xn--e1afmkfd.xn--80akhbyknj4f", "/%D0%BC%D0%BE%D1%81%D1%82?%D1%8F"),
        ("http://[2606:4700:0:0::1111]/", "[2606:4700::1111]", "/"),
        ("http://93.184.216.34/", "93.184.216.34", "/"),
        ("http://a_b.paper.example/%7Ex", "a_b.paper.example", "/%7Ex"),
    ],
)
def test_address_is_read_into_what_is_asked(address, place, target):
    read = read_address(address)

    assert (read.place, read.target) == (place, target)


def test_address_may_be_long_and_no_longer():
    home = "https://paper.example/"

    assert read_address(home + "a" * (LONGEST - len(home))).host == "paper.example"
    with pytest.raises(Unfetched, match=f"The address has {LONGEST + 1} characters; at most {LONGEST} are taken."):
        read_address(home + "a" * (LONGEST - len(home) + 1))
