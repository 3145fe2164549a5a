"""P24: the document renderer fetches packaged assets only.

Attack: file, link-local, redirect, SVG and CSS import payloads in every text field, with a server on
loopback that listens, and the renderer itself made to ask.
"""

import io
import threading
from dataclasses import fields, replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pypdfium2
import pytest
from weasyprint import HTML

from msa.documents.fetcher import BASE, PackagedOnly, RefusedAddressError, packaged_only
from msa.documents.pdf import write_pdf
from neighbourhood.models import Theme
from neighbourhood.publication.poster import pdf, standalone_html
from neighbourhood.publication.report.rendering import report_html, report_parts
from neighbourhood.services.composing import poster_content
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.reporting import report_content
from neighbourhood.services.snapshots import make_snapshot
from tests.neighbourhood import factories
from tests.neighbourhood.stored import picture_of

pytestmark = pytest.mark.attack
CANARY = "geheim-van-de-schijf"


class _Listening(BaseHTTPRequestHandler):
    heard: list[str] = []

    def do_GET(self):
        self.heard.append(self.path)
        if self.path == "/redirect":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<svg xmlns='http://www.w3.org/2000/svg'/>")

    def log_message(self, *_args):
        pass


@pytest.fixture
def server():
    _Listening.heard = []
    listening = HTTPServer(("127.0.0.1", 0), _Listening)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "secret.svg"
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="20">{CANARY}</text></svg>'
    )
    return file.as_uri()


def addresses(server, secret):
    return [
        f"{server}/picture.svg",
        f"{server}/redirect",
        "http://169.254.169.254/latest/meta-data/",
        secret,
        "file:///etc/passwd",
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
        f"{BASE}../../../etc/passwd",
        f"{BASE}%2e%2e/%2e%2e/etc/passwd",
        f"{BASE}../msa/settings.py",
        "https://packaged.invalid.example.org/build/fonts/print.css",
        "https://packaged.invalid:443/build/fonts/print.css",
        "https://user@packaged.invalid/build/fonts/print.css",
        "http://packaged.invalid/build/fonts/print.css",
    ]


def payload(address):
    return (
        f'"><img src="{address}"><style>@import url({address});</style><link rel=stylesheet href="{address}">'
        f'<svg><image href="{address}"/><use href="{address}#x"/></svg><object data="{address}"></object>'
        f"</title><base href='{address}'>"
    )


def test_the_fetcher_refuses_every_address_that_is_not_packaged(server, secret):
    for address in addresses(server, secret):
        with pytest.raises(RefusedAddressError):
            packaged_only.fetch(address)
    assert _Listening.heard == []


def test_the_fetcher_serves_what_is_packaged_and_what_it_was_handed():
    assert packaged_only.fetch(f"{BASE}build/fonts/print.css").read().startswith(b"@font-face")
    assert PackagedOnly({"made/x.svg": b"<svg/>"}).fetch(f"{BASE}made/x.svg").read() == b"<svg/>"
    with pytest.raises(RefusedAddressError):
        packaged_only.fetch(f"{BASE}made/x.svg")


def test_a_renderer_that_is_made_to_ask_gets_nothing(server, secret):
    """Should somebody's text ever become markup, the fetcher still stands in between."""
    page = "".join(payload(address) for address in addresses(server, secret))
    html = f"<html lang=nl><head><title>x</title></head><body><p>tekst{page}</p></body></html>"
    body = write_pdf(html)
    assert _Listening.heard == []
    assert CANARY not in _words(body)
    # the same page with an ordinary renderer does ask, so that silence above means something
    HTML(string=html).write_pdf()
    assert any(path.startswith("/picture.svg") for path in _Listening.heard)


def test_a_drawing_that_asks_gets_nothing(server, secret):
    asks = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<style>@import url("{server}/a.css");</style>'
        f'<image href="{server}/picture.svg" width="9" height="9"/>'
        f'<image xlink:href="{secret}" width="90" height="90"/><use href="{server}/use.svg#x"/></svg>'
    )
    html = '<html lang=nl><head><title>x</title></head><body><img src="made/x.svg" alt="x"></body></html>'
    body = write_pdf(html, {"made/x.svg": asks.encode()})
    assert _Listening.heard == []
    assert CANARY not in _words(body)


@pytest.mark.django_db
def test_payloads_in_every_text_field_stay_text(server, secret):
    project = factories.make_project()
    factories.add_conversations(project, 30)
    factories.add_themes(project)
    _poison(project, server, secret)
    make_snapshot(project=project)
    picture = current_picture(project=project)
    content = report_content(picture)
    html = report_html(content)
    assert f"{server}/picture.svg" in html  # the payload did arrive
    for marker in ('<img src="http', "<style>", "<object", "<base", "<image"):
        assert marker not in html
    body = write_pdf(html, report_parts(content))
    poster = poster_content(picture)
    page = standalone_html(poster)
    assert "<object" not in page
    assert '<img src="http' not in page
    for document in (body, pdf(poster)):
        assert CANARY not in _words(document)
    assert _Listening.heard == []


def _poison(project, server, secret):
    """Put a payload in every free text of project, blocks, signals, themes and questions' answers."""
    hostile = [payload(address) for address in addresses(server, secret)]
    _fill(project, ("name", "neighbourhood", "place", "contact"), hostile[0])
    for number, block in enumerate(project.blocks.all()):
        _fill(block, ("name",), f"{number}{hostile[3]}")
    for number, signal in enumerate(project.signal_counts.all()):
        _fill(signal, ("label",), f"{number}{hostile[3]}")
    for theme, words in zip(Theme.objects.all(), hostile * 2, strict=False):
        _fill(theme, ("title", "sentence", "experience", "who_says", "quote", "drawing"), words)


def _fill(row, names, words):
    for name in names:
        setattr(row, name, words[: row._meta.get_field(name).max_length])
    row.save()


@pytest.mark.django_db
def test_payloads_typed_over_the_poster_stay_text(server, secret):
    content = poster_content(picture_of(30))
    for address in addresses(server, secret)[:4:3]:
        hostile = payload(address)
        changed = {
            field.name: hostile
            for field in fields(content)
            if isinstance(getattr(content, field.name), str) and field.name != "street"
        }
        body = pdf(
            replace(content, **changed, proud=(hostile,), worries=(hostile,), open_balloons=(hostile,))
        )
        assert CANARY not in _words(body)
    assert _Listening.heard == []


def _words(body):
    with pypdfium2.PdfDocument(io.BytesIO(body)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
