"""How a view of a project starts: an outsider gets 404, a member without the right 403. Decided here once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from projects import current
from projects.access import membership_at, roles_for

View = Callable[..., HttpResponse]


def project_view(permission: str) -> Callable[[View], View]:
    """Turn `view(request, project, …)` into a view that takes `slug` from the address.

    Sets `request.project` and `request.membership` for the templates. Raises Http404 for who holds no
    role in the project, PermissionDenied for who lacks `permission`.
    """
    roles_for(permission)  # a typing error in a permission must fail at import, not at a visit

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def wrapped(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
            membership = membership_at(request.user, slug)
            if membership is None:
                raise Http404
            request.project = membership.project  # type: ignore[attr-defined]
            request.membership = membership  # type: ignore[attr-defined]
            if not request.user.has_perm(permission, membership.project):
                raise PermissionDenied
            current.use(request, membership)
            return view(request, membership.project, *args, **kwargs)

        wrapped.permission = permission  # type: ignore[attr-defined]
        return wrapped

    return decorate
