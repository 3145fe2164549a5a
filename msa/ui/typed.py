"""What somebody typed in a form that could not be taken, to hand it back to the same browser."""

from urllib.parse import urlsplit

from django.http import HttpRequest

TOKEN = "csrfmiddlewaretoken"


def typed_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and values of the form as it was sent, in order; nothing when there is a secret among them."""
    if any(_secret(name) for name in request.POST):
        return []
    return [(name, str(value)) for name, values in request.POST.lists() for value in values if name != TOKEN]


def can_be_sent_again(request: HttpRequest) -> bool:
    """Whether the form can be sent once more with what `typed_fields` gives: nothing secret in it, and more
    than a file, which a browser does not hand out twice."""
    return not any(_secret(name) for name in request.POST) and bool(
        typed_fields(request) or not request.FILES
    )


def _secret(name: str) -> bool:
    return name == "code" or "password" in name


def came_from_us(request: HttpRequest) -> bool:
    """Whether the browser says that the form was on one of our own pages."""
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(said).netloc == request.get_host()
