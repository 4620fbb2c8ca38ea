"""Options that several commands share."""

from django.core.management.base import CommandParser

from archive.reading import CHOICES


def add_encoding(parser: CommandParser) -> None:
    named = f"of texts that are not UTF-8: {', '.join(CHOICES)}"
    parser.add_argument("--encoding", metavar="NAME", default="", choices=CHOICES, help=named)
