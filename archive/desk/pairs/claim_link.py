"""Words of a statement are linked to a claim without another statement beside them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from archive import linking, matching
from archive.desk.pairs.answering import KEYS, TO_BE_MENDED, link_address, tell_kept
from archive.desk.pairs.answers import OF_CLAIM, Offered
from archive.desk.pairs.question import ShownSide, carried_by
from archive.desk.shell import page
from archive.enums import Answer, Likeness
from archive.errors import Refused
from archive.linking.occurrences import JOINS_AS
from archive.linking.side import Bearing, Side
from archive.models import Claim, Occurrence


def claim_page(request: HttpRequest, side: Side, claim: Claim) -> HttpResponse:
    """How the words stand to the claim is asked; a post tells it."""
    refused = ""
    if request.method == "POST" and request.POST.get("answer") in JOINS_AS:
        try:
            bearing = _bearing(side, claim, Answer(request.POST["answer"]))
            link = linking.join(side, claim, by=request.user, bearing=bearing, note=request.POST.get("note", ""))
            tell_kept(request, link.judgement)
            return HttpResponseRedirect(link_address(statement=side.statement.public_id))
        except Refused as refusal:
            refused = str(refusal)
    context = {
        "side": ShownSide(_("Words"), side, carried_by(side)),
        "claim": claim,
        "answers": [Offered(str(key), answer, OF_CLAIM) for key, answer in enumerate(_possible(side, claim), 1)],
        "refused": refused,
        "note": request.POST.get("note", ""),
    }
    return page(request, "desk/pairs/claim_link.html", context, title=_("How do they stand to this claim?"), keys=[KEYS[0], KEYS[-1]],
                status=TO_BE_MENDED if refused else 200)  # fmt: skip


def _possible(side: Side, claim: Claim) -> list[Answer]:
    """What words that are held so may be to the claim."""
    links = {answer: Occurrence(claim=claim, statement=side.statement, stance=bearing.stance) for answer, bearing in JOINS_AS.items()}
    return [answer for answer, link in links.items() if not link.misfit]


def _bearing(side: Side, claim: Claim, answer: Answer) -> Bearing:
    """As in an answer on a pair; the same words are told apart from others."""
    is_verbatim = answer == Answer.SAME and matching.is_verbatim(side.words, claim.text)
    return JOINS_AS[answer]._replace(likeness=Likeness.VERBATIM) if is_verbatim else JOINS_AS[answer]
