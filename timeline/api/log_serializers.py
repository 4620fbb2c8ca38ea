"""What the addresses of the publication log answer, as openapi.json describes it."""

from rest_framework import serializers

from timeline.api.serializers import Statement

CHECKPOINT = "A signed checkpoint, to the byte (https://c2sp.org/tlog-checkpoint); null while nothing is signed."
PATH = "The hashes that prove it (RFC 9162), in base64; null for what is not signed yet."


class SignedState(serializers.Serializer):
    size = serializers.IntegerField(help_text="How many entries the last checkpoint is of.")
    checkpoint = serializers.CharField(allow_null=True, help_text=CHECKPOINT)
    key = serializers.CharField(allow_null=True, help_text="The public key that it is checked with: name, id and key.")


class Log(serializers.Serializer):
    entries = serializers.IntegerField(help_text="How many there are now.")
    signed = SignedState()
    program = serializers.URLField(help_text="What checks all of it: one file for Python.")


class EntryInTree(serializers.Serializer):
    index = serializers.IntegerField()
    entry = serializers.CharField(help_text="The entry as it was hashed.")
    hash = serializers.CharField(help_text="SHA-256 of a byte 0 and the entry, in hexadecimal digits.")
    path = serializers.ListField(child=serializers.CharField(), allow_null=True, help_text=PATH)


class EntryProof(EntryInTree):
    signed = SignedState()


class VersionProof(EntryInTree):
    salt = serializers.CharField(allow_null=True, help_text="Of the last version: hash in the entry = SHA-256 of salt and body.")
    body = serializers.CharField(allow_null=True, help_text="All that is public of the last version, as it was hashed.")


class Proof(SignedState):
    id = serializers.CharField()
    proofs = VersionProof(many=True)


class PlaceInLog(serializers.Serializer):
    index = serializers.IntegerField(help_text="Of the entry of its last version.")
    hash = serializers.CharField(help_text="Of that entry.")
    proof = serializers.URLField()


class LoggedStatement(Statement):
    log = PlaceInLog(allow_null=True, help_text="Where it stands in the publication log.")


class Consistency(serializers.Serializer):
    to = serializers.IntegerField()
    path = serializers.ListField(child=serializers.CharField(), help_text=PATH)

    def get_fields(self):
        return super().get_fields() | {"from": serializers.IntegerField()}
