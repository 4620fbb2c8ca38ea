"""Statements of two languages of which one may translate the other: proposed with reasons, for a person to tell.

finding    the statements in other languages that share the rarest names and numbers
beside     what is known of two statements beside their words: speakers, days, occasion
proposing  the likeliest of them, as suggestions
"""

from archive.linking.translations.proposing import LABEL, translations

__all__ = ["LABEL", "translations"]
