"""What others know of a speaker or found of a claim, as Django REST Framework writes it down: a part of `serializers`."""

from rest_framework import serializers

from archive.authorities.numbers import Scheme
from archive.models.people.authority import AffiliationKind


class Identifier(serializers.Serializer):
    scheme = serializers.ChoiceField(choices=Scheme.choices)
    value = serializers.CharField()
    url = serializers.URLField(help_text="Where it leads.")


class Affiliation(serializers.Serializer):
    kind = serializers.ChoiceField(choices=AffiliationKind.choices)
    name = serializers.CharField(help_text="A country by its two letters (ISO 3166-1).")
    since = serializers.CharField(allow_null=True, help_text="EDTF.")
    until = serializers.CharField(allow_null=True, help_text="EDTF; null while it lasts, and where it is not known.")


class FactCheck(serializers.Serializer):
    publisher = serializers.CharField()
    url = serializers.URLField()
    rating = serializers.CharField(help_text="Theirs, in their words. This archive gives no verdict.")
    language = serializers.CharField(allow_blank=True)
    published = serializers.CharField(allow_null=True, help_text="EDTF.")
