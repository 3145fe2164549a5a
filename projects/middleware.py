"""Staff of a real project cannot go on without a second factor (P21)."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch, resolve

from projects.models import Membership
from projects.rules import STAFF

# Pages that one needs to sign in, to sign out and to set up the factor itself.
LIBRARY_PREFIXES = ("account_", "mfa_")
OPEN_NAMES = {"about", "alive", "security_txt"}


class SecondFactorForStaff:
    """Sends staff without a second factor to the page where they set one up. The demo asks for none.

    Asked anew on every request (one query) and kept nowhere: who becomes staff during a session, or takes the
    factor away on another device, meets the page at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._must_set_up(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        if settings.DEMO or not request.user.is_authenticated or _is_open(resolve(request.path_info)):
            return False
        return staff_without_second_factor(request.user.pk)


def staff_without_second_factor(person_pk: int) -> bool:
    """Whether this person works in some project and has no code app set up. One query."""
    staff = Membership.objects.filter(person=person_pk, role__in=STAFF, active=True)
    protected = Authenticator.objects.filter(user=person_pk, type=Authenticator.Type.TOTP)
    return staff.exclude(person__in=protected.values("user")).exists()


def _is_open(match: ResolverMatch) -> bool:
    name = match.url_name or ""
    return not match.namespaces and (name in OPEN_NAMES or name.startswith(LIBRARY_PREFIXES))
