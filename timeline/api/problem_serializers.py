"""Errors and tombstones as Django REST Framework writes them down, for openapi.json."""

from rest_framework import serializers

from archive.enums import RevisionClass


class Fault(serializers.Serializer):
    parameter = serializers.CharField()
    detail = serializers.CharField()
    code = serializers.CharField()


class Problem(serializers.Serializer):
    """An error as in RFC 9457."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField(help_text="The path that was asked for.")
    errors = Fault(many=True, required=False)


class Withdrawal(Problem):
    """A record that was public and was taken back."""

    withdrawn_at = serializers.DateTimeField()
    reason = serializers.CharField()

    def get_fields(self):
        return super().get_fields() | {"class": serializers.ChoiceField(choices=RevisionClass.choices)}
