"""The barest Django project that gunicorn can serve: the floor for starting and for memory."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="floor",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    LOGGING_CONFIG=None,
    USE_I18N=False,
)


def hello(request: HttpRequest) -> HttpResponse:
    """One word."""
    return HttpResponse("hallo")


urlpatterns = [path("", hello)]
application = get_wsgi_application()
