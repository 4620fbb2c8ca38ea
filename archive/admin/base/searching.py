"""Search in the admin's lists and autocompletes that folds case in every script, on both databases."""

from django.db.models import Q, QuerySet

from archive.models.fields import folded


class FoldedSearch:
    """For a ModelAdmin. A name in `search_fields` that ends in `_key` holds folded words; `=name` must be equal; any other holds words
    as printed, which are looked for as typed, in small letters, in capitals and with a capital first letter (SQLite folds ASCII only).
    """

    def get_search_results(self, request, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        fields = self.get_search_fields(request)
        for word in folded_words(search_term):
            found = Q()
            for field in fields:
                found |= _condition(field, word)
            queryset = queryset.filter(found)
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            queryset = self.choosable(queryset)
        return queryset, any("__" in field for field in fields)

    def choosable(self, queryset: QuerySet) -> QuerySet:
        """The rows that an autocomplete offers."""
        return queryset


def folded_words(term: str) -> list[str]:
    return [word for word in term.replace("\x00", " ").split() if word][:10]


def _condition(field: str, word: str) -> Q:
    if field.startswith("="):
        return Q(**{f"{field[1:]}__exact": word})
    if field.endswith("_key"):
        return Q(**{f"{field}__contains": folded(word)})
    found = Q()
    for written in {word, word.lower(), word.upper(), word.capitalize()}:
        found |= Q(**{f"{field}__contains": written})
    return found
