"""Staff of a real project cannot go on without a second factor (P21)."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from projects.models import Membership
from projects.rules import STAFF

PASSED = "_second_factor_set_up"


class SecondFactorForStaff:
    """Sends staff without a second factor to the page where they set one up. The demo asks for none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._must_set_up(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        if settings.DEMO or not request.user.is_authenticated or request.session.get(PASSED):
            return False
        if request.path.startswith((reverse("account_logout"), "/account/", settings.STATIC_URL)):
            return False
        staff = Membership.objects.filter(person=request.user, role__in=STAFF, active=True).exists()
        if staff and not is_mfa_enabled(request.user):
            return True
        request.session[PASSED] = True
        return False
