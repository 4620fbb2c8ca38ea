"""What people do on a statement: each act's label, who may, in which states, what it asks, and the stage function that does it."""

from collections.abc import Collection

from django import forms
from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from archive import linking, publication, review
from archive.admin.base.act import Act, OptionalReasonForm, ReasonForm
from archive.admin.base.correcting import choices_of
from archive.admin.statements.foretold import (
    proposed_of,
    would_link,
    would_name_occasion,
    would_name_speakers,
    would_take_proposed,
)
from archive.admin.statements.waiting import publish_links, waiting, waiting_for
from archive.doubts.statements import left_of
from archive.enums import RevisionClass, StatementStatus
from archive.errors import Refused
from archive.identity.names import MayBeKnown, NoName, name_speaker, take_proposed
from archive.models import Statement, User
from archive.publication.redacting.elsewhere import repeated_elsewhere

DRAFT, ACCEPTED, REJECTED = StatementStatus.DRAFT, StatementStatus.ACCEPTED, StatementStatus.REJECTED
PUBLIC, WITHDRAWN = StatementStatus.PUBLIC, StatementStatus.WITHDRAWN
EDITABLE = (DRAFT, ACCEPTED)


class WithdrawForm(forms.Form):
    revision_class = forms.ChoiceField(label=_("kind of change"), choices=choices_of(RevisionClass.withdrawing()))
    reason = forms.CharField(
        label=_("public reason"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Stands at its address in place of its words.")
    )


class PublicReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("public reason"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Stands in the public log of corrections.")
    )


def withdraw(row: models.Model, *, by: User, revision_class: str, reason: str, confirmed: Collection[str] = ()) -> None:
    publication.withdraw(row, by=by, revision_class=RevisionClass(revision_class), reason=reason, confirmed=confirmed)


def name_speakers(statement: Statement, *, by: User) -> str:
    """Every printed name that leads to no speaker yet, resolved or entered; what is printed but is no name stays as it is."""
    unnamed = list(statement.attributions.filter(speaker=None).exclude(name=""))
    if not unnamed:
        raise Refused(gettext("Every printed name leads to a speaker already."))
    names, left = [], []
    for one in unnamed:
        try:
            names.append(name_speaker(one, by=by).name)
        except (NoName, MayBeKnown) as refusal:
            left.append(refusal)
    if not names:
        kind = MayBeKnown if any(isinstance(one, MayBeKnown) for one in left) else NoName
        raise kind(" ".join(map(str, left)))
    return " ".join([gettext("Named: %s.") % ", ".join(names), *map(str, left)])


def take_all_proposed(statement: Statement, *, by: User) -> str:
    """Every printed name for which one known speaker is proposed."""
    taken = [take_proposed(one, by=by).name for one in proposed_of(statement)]
    if not taken:
        raise Refused(gettext("No single speaker is proposed here. Choose the speakers from the list."))
    return gettext("Named: %s.") % ", ".join(taken)


def has_proposed(statement: Statement) -> bool:
    return bool(proposed_of(statement))


def name_occasion(statement: Statement, *, by: User) -> str:
    return gettext("Occasion entered: %s.") % review.name_occasion(statement, by=by)


def find_suggestions(statement: Statement, *, by: User) -> str:
    if statement.status not in (ACCEPTED, PUBLIC):
        raise Refused(gettext("Only accepted statements are compared. Accept it first."))
    count = linking.suggest([statement])
    return ngettext("%(count)d suggestion for “%(statement)s”.", "%(count)d suggestions for “%(statement)s”.", count) % {
        "count": count,
        "statement": statement,
    }


def has_unnamed(statement: Statement) -> bool:
    return statement.attributions.filter(speaker=None).exclude(name="").exists()


def has_occasion_to_name(statement: Statement) -> bool:
    return bool(statement.occasion_proposed and not statement.occasion_id)


ACTS = (
    Act(
        "name-speakers", _("Name the speakers as printed"), _("given speakers"), "add_speaker", name_speakers, EDITABLE,
        is_wanted=has_unnamed, passed_over=(NoName,), would=would_name_speakers,
    ),
    Act(
        "take-proposed", _("Take the proposed speakers"), _("given the speakers proposed"), "add_speaker", take_all_proposed, EDITABLE,
        is_wanted=has_proposed, would=would_take_proposed,
    ),
    Act(
        "name-occasion", _("Enter the occasion as read"), _("given an occasion"), "add_occasion", name_occasion, EDITABLE,
        is_wanted=has_occasion_to_name, would=would_name_occasion, beside=review.of_the_same_occasion,
    ),
    Act("accept", _("Accept"), _("accepted"), "accept_statement", review.accept, (DRAFT,), doubts=left_of),
    Act("reject", _("Reject"), _("rejected"), "accept_statement", review.reject, (DRAFT,), OptionalReasonForm),
    Act("return", _("Return to draft"), _("returned to draft"), "accept_statement", review.return_to_draft, (ACCEPTED,), ReasonForm),
    Act("reopen", _("Reopen"), _("reopened"), "accept_statement", review.reopen, (REJECTED,)),
    Act("suggest", _("Find suggestions"), _("compared"), "judge_suggestion", find_suggestions, (ACCEPTED, PUBLIC), is_long=True),
    Act(
        "publish", _("Publish"), _("published"), "publish_statement", publication.publish, (ACCEPTED,),
        afterwards=waiting_for, doubts=left_of, would=would_link,
    ),
    Act(
        "publish-again", _("Publish again"), _("published again"), "publish_statement", publication.publish, (WITHDRAWN,),
        PublicReasonForm, afterwards=waiting_for, doubts=left_of, would=would_link,
    ),
    Act(
        "publish-links", _("Publish its links"), _("given the links that were answered"), "publish_statement", publish_links, (PUBLIC,),
        is_wanted=lambda statement: waiting(statement).exists(), afterwards=waiting_for, would=would_link,
    ),
    Act("withdraw", _("Withdraw"), _("withdrawn"), "publish_statement", withdraw, (PUBLIC,), WithdrawForm, doubts=repeated_elsewhere),
)  # fmt: skip
