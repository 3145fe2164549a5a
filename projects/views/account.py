"""One's own account: name, and the ways to the pages about signing in."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.current import memberships_of
from projects.forms import NameForm
from projects.models import Person


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Change one's name; see what protects the account."""
    person: Person = request.user  # type: ignore[assignment]
    form = NameForm(request.POST or None, initial={"name": person.name})
    if request.method == "POST" and form.is_valid():
        person.name = form.cleaned_data["name"]
        person.save(update_fields=["name"])
        messages.success(request, _("Bewaard."))
        return redirect("projects:account")
    protected = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()
    context = {"form": form, "protected": protected, "memberships": memberships_of(person)}
    return render(request, "projects/account.html", context)
