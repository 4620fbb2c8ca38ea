"""`/metrics` for Prometheus: how many requests, how quick, of which view and with which outcome; and what waits in the archive.

The figures have the names of django-prometheus, so that panels made for it work. All requests are counted outside of everything
(PrometheusBeforeMiddleware), what was made in a view once more under the name of its address. Its other middleware is not used: it took 80
microseconds of each page, and began a new series for each method that somebody invents. It is answered to this machine alone, asked by its
own name and by no proxy, or to who has the token; to others there is nothing at this address.
"""

import hmac
import ipaddress
from collections.abc import Callable, Iterator
from time import perf_counter

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django_prometheus.exports import ExportToDjangoView
from django_prometheus.middleware import Metrics
from django_tasks_db.models import DBTaskResult
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from archive.models import KeptFigures, LogEntry, Statement
from archive.models.readers.kinds import FiguresOf

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"}  # others can be invented without end
OF_A_PROXY = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA"
LAST_BACKUP = "last_backup"  # in var/: touched when a backup was written and looked through


class Exported:
    """Answers /metrics."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != "/metrics" or not may_see(request):
            return self.get_response(request)
        answer = ExportToDjangoView(request)
        answer.content += generate_latest(OF_THE_ARCHIVE)
        answer["Cache-Control"] = "no-store"
        return answer


class CountedByView:
    """Stands inside of all others, so that what a view costs is its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response, self.figures = get_response, Metrics.get_instance()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        response = self.get_response(request)
        view = (request.resolver_match and request.resolver_match.view_name) or "none"
        method = request.method if request.method in METHODS else "other"
        self.figures.responses_by_status_view_method.labels(str(response.status_code), view, method).inc()
        self.figures.requests_latency_by_view_method.labels(view, method).observe(perf_counter() - began)
        return response


def may_see(request: HttpRequest) -> bool:
    return has_token(request) or is_from_here(request)


def has_token(request: HttpRequest) -> bool:
    given = request.META.get("HTTP_AUTHORIZATION", "")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())


def is_from_here(request: HttpRequest) -> bool:
    """Not through a proxy on this machine, which passes strangers on: it names them, or at least the host that they asked for."""
    host = split_domain_port(request.META.get("HTTP_HOST", ""))[0].strip("[]")
    own = host == "localhost" or _is_loopback(host)
    return own and _is_loopback(request.META.get("REMOTE_ADDR", "")) and not any(name in request.META for name in OF_A_PROXY)


def _is_loopback(given: str) -> bool:
    try:
        return ipaddress.ip_address(given).is_loopback
    except ValueError:
        return False


class OfTheArchive:
    """Read when it is asked for. What is not there, or a database that does not answer, takes no other figure with it."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for name, told, value in figures():
            try:
                yield GaugeMetricFamily(f"on_record_{name}", told, value=value())
            except (Error, OSError, ObjectDoesNotExist):
                continue


def figures() -> Iterator[tuple[str, str, Callable[[], float]]]:
    yield "drafts", "Statements that wait for an editor", Statement.objects.drafts().count
    yield "tasks_waiting", "Background tasks whose time has come", DBTaskResult.objects.ready().count
    yield "tasks_failed", "Background tasks that failed, of the last fortnight", DBTaskResult.objects.failed().count
    yield "log_entries", "Entries of the publication log", LogEntry.objects.size
    yield "last_backup_timestamp_seconds", "When a backup was last written and looked through", last_backup
    yield "last_look_timestamp_seconds", "When the record was last held against its log", last_look
    yield "faults", "What was found then that is not as it was (100: or more)", faults_found


def last_backup() -> float:
    return (settings.VAR_DIR / LAST_BACKUP).stat().st_mtime


def last_look() -> float:
    return KeptFigures.objects.get(of=FiguresOf.LOG).at.timestamp()


def faults_found() -> int:
    return len(KeptFigures.objects.get(of=FiguresOf.LOG).told["faults"])


OF_THE_ARCHIVE = CollectorRegistry()
OF_THE_ARCHIVE.register(OfTheArchive())
