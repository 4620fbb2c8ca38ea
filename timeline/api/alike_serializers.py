"""The shape of what is like a text, for openapi.json."""

from rest_framework import serializers

from timeline.alike.wording import GRADES
from timeline.api.serializers import OFFSET, Statement


class Likeness(serializers.Serializer):
    score = serializers.FloatField(min_value=0, max_value=1, help_text="How probably it says the same, as the program finds.")
    says = serializers.ChoiceField(
        choices=list(GRADES),
        help_text="The same, possibly so; with something told otherwise (`variant`), more or less (`narrower`), the opposite (`reversal`);"
        " or words that its speaker denies, asks or supposes. `none`: only somewhat alike.",
    )
    how_sure = serializers.CharField(help_text="The same in words.")
    reasons = serializers.CharField(help_text="Why, as a sentence: which words, names and numbers both have, and what differs.")
    like = serializers.CharField(help_text="The sentence of the text that it is like.")
    text = serializers.CharField(help_text="The words of the statement that are like it.")
    start = serializers.IntegerField(help_text=OFFSET)
    end = serializers.IntegerField(help_text="One past the last character.")
    statement = Statement()
