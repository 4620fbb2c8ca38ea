"""Any two statements, or a statement and a claim, are linked by a person: the one is found, then the other, then the answer is given."""

import re

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.access import desk_page
from archive.desk.keys import Key
from archive.desk.pairs.answering import answered, claims_found, link_address, pair_page, tell_kept
from archive.desk.pairs.claim_link import claim_page
from archive.desk.pairs.finding import FindForm
from archive.desk.pairs.given import AnswerForm
from archive.desk.pairs.question import Question
from archive.desk.shell import page
from archive.linking.side import Side, Sides
from archive.models import Claim, Statement, Suggestion

MOST_PROPOSED = 10
KEYS = (Key("f", gettext_lazy("find")),)


@desk_page("judge_suggestion")
def link(request: HttpRequest) -> HttpResponse:
    """What the address names is linked; what it does not name yet is looked for."""
    first, other = _statement(request, "statement"), _statement(request, "other")
    if first and other and first != other:
        return _pair(request, first, other)
    if first and request.GET.get("claim"):
        return claim_page(request, _chosen(request, first, "later"), get_object_or_404(Claim.objects.standing(), slug=request.GET["claim"]))
    return _find(request, first)


def _statement(request: HttpRequest, name: str) -> Statement | None:
    wanted = request.GET.get(name)
    rows = Statement.objects.select_related("document__article__outlet", "occasion").defer("document__raw")
    return get_object_or_404(rows.prefetch_related("attributions__speaker"), public_id=wanted) if wanted else None


def _find(request: HttpRequest, first: Statement | None) -> HttpResponse:
    is_asked = bool(FindForm.base_fields.keys() & request.GET.keys())
    form = FindForm(request.GET if is_asked else None)
    context = {
        "first": first,
        "form": form,
        "statements": form.found(first),
        "claims": claims_found(request, "q")["found"] if first else (),
        "proposed": _proposed(first) if first and not is_asked else (),
    }
    title = _("Link these words to others") if first else _("Link two statements")
    return page(request, "desk/pairs/link.html", context, title=title, keys=KEYS)


def _proposed(statement: Statement) -> list[Suggestion]:
    """What the machine proposed for its words, the best first, whatever its state."""
    words = list(statement.passages.values_list("pk", flat=True))
    return list(Suggestion.objects.in_lists().filter(Q(passage__in=words) | Q(other__in=words))[:MOST_PROPOSED])


def _pair(request: HttpRequest, first: Statement, other: Statement) -> HttpResponse:
    """The two are shown as a pair that the machine proposes is; a post answers it, of the words that were chosen in each."""
    later, earlier = sorted((first, other), key=lambda row: (row.said_sort, row.pk), reverse=True)
    address = link_address(statement=first.public_id, other=other.public_id)
    question = Question(Sides(_chosen(request, later, "later"), _chosen(request, earlier, "earlier")), address=address)
    answer = answered(request, question) if request.method == "POST" else None
    if answer is None or isinstance(answer, AnswerForm):
        return pair_page(request, question, answer)
    tell_kept(request, answer)
    return HttpResponseRedirect(link_address(statement=first.public_id))


def _chosen(request: HttpRequest, statement: Statement, name: str) -> Side:
    """The words of it that were typed or pasted, however they are spaced; or all of them. Words that stand nowhere in it lie outside."""
    typed = request.POST.get(name, "").split()
    if not typed:
        return Side(statement, statement.start, statement.end)
    found = re.search(r"\s+".join(map(re.escape, typed)), statement.text)
    if not found:
        return Side(statement, statement.end, statement.end)
    return Side(statement, statement.start + found.start(), statement.start + found.end())
