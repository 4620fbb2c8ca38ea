"""What became of a report, by mail to who gave an address for that. Some minutes after the answer, which may be taken back till then."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import ErrorReport
from archive.models.readers.kinds import ErrorAnswer

TOLD = {
    ErrorAnswer.MENDED: gettext_lazy("It was put right."),
    ErrorAnswer.NOTHING: gettext_lazy("Compared with the source, it stands as it is."),
}


def is_to_be_told(report: ErrorReport) -> bool:
    """Where this site sends mails at all. Spam is not answered."""
    return bool(settings.EMAIL_URL and report.email and report.answer in TOLD)


def tell(report: ErrorReport) -> bool:
    """Returns whether a mail went out."""
    if not is_to_be_told(report):
        return False
    about = f"{settings.SITE_URL}{report.address}" if report.address else settings.SITE_NAME
    lines = [_("You reported an error:"), about, str(TOLD[ErrorAnswer(report.answer)]), report.reason, _("Thank you for looking closely.")]
    subject = _("%(site)s: your report of an error") % {"site": settings.SITE_NAME}
    send_mail(subject, "\n\n".join(filter(None, lines)), None, [report.email])
    return True
