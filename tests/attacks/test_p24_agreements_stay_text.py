"""P22, P24: what people write in an agreement stays text, on the page, in the PDF and in the Word file.

Attack: scripts, handlers, other schemes, images, styles, frames and forms, as HTML of the editor, as Markdown
and as facts of the project, with a server on loopback that listens.
"""

import io
import re
import threading
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from msa.documents.renderer import render_pdf
from msa.richtext import compare, from_html, to_html
from projects.documents.agreements import agreement_context, agreement_html, agreement_word
from projects.models import AgreementKind, AgreementVersion, CommunicationMoment
from projects.overviews.agreements import counting
from projects.services import agreeing
from tests.cast import Cast, make_cast
from tests.projects.agreements import LEADER, PRIVACY, make_partner, say, send, write

pytestmark = pytest.mark.attack
WORDS = "gewone woorden"
TAGS = {"h2", "h3", "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "mark"}
LINKS = re.compile(r"^(https?://|mailto:)")
EMERGENCY = "tel:112"  # of the page itself, on every page that names the routes
HOSTILE_HTML = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p onclick='alert(1)' style='background:url({server}/a)'>x</p>",
    "<a href='javascript:alert(1)'>x</a><a href=' jAvAscript&#58;alert(1)'>y</a><a href='//{host}/z'>z</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a><a href='vbscript:x'>v</a>",
    "<img src='data:image/png;base64,AAAA'><picture><source srcset='{server}/b'></picture>",
    "<svg onload=alert(1)><a xlink:href='javascript:1'><text>x</text></a><use href='{server}/c#x'/></svg>",
    "<style>@import url({server}/d);</style><link rel=stylesheet href='{server}/e'>",
    "<iframe src='{server}/f'></iframe><object data='{server}/g'></object><embed src='{server}/h'>",
    "<form action='{server}/i'><input name=x><button formaction='{server}/j'>b</button></form>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<meta http-equiv=refresh content='0;{server}/k'><base href='{server}/'>",
    '<figure data-trix-attachment=\'{{"content":"<img src=x onerror=alert(1)>"}}\'>x</figure>',
    "<mark class='btn btn-danger' id='x'>x</mark><template><script>1</script></template>",
]
HOSTILE_MARKDOWN = [
    "[x](javascript:alert(1)) [y](JAVASCRIPT:alert(1)) [z](data:text/html;base64,AAAA)",
    "[x](<javascript:alert(1)>) [y](java\\script:alert(1)) [z](&#106;avascript:alert(1))",
    '[x](https://a.example/"onmouseover="alert(1)) [y](https://a.example "title\\" onclick=x")',
    "<javascript:alert(1)> <{server}/auto> {server}/bare www.voorbeeld.example",
    "[x]: javascript:alert(1)\n\n[x] ![x]",
    "```\n<script>alert(1)</script>\n```\n\n    <img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|\n| <b onclick=x> | c |",
    "> > > > > <script>alert(1)</script>\n\n- <svg/onload=alert(1)>",
    '[nog invullen: <img src=x onerror=alert(1)>] [nog invullen: "><script>1</script>]',
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
]


class _Seen(HTMLParser):
    """The tags and attributes of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def _check(html: str, more: frozenset[str] = frozenset()) -> None:
    seen = _Seen()
    seen.feed(html)
    assert seen.tags <= TAGS | more, seen.tags - TAGS
    for name, value in seen.attributes:
        assert name in {"href", "rel", "class", "start", "id"}, name
        if name == "href":
            assert LINKS.match(value or ""), value
        if name == "id":  # an open place in the text; never what somebody typed
            assert re.fullmatch(r"plek-\d+", value or ""), value
        if name == "class":
            assert value in {"gap", "fold", "visually-hidden"} or str(value).startswith("diff__"), value


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of the project leader."""
    opened = Client()
    opened.force_login(cast.person(LEADER), backend="allauth.account.auth_backends.AuthenticationBackend")
    return opened


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    heard: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_args: Any) -> None:
            pass

    listening = HTTPServer(("127.0.0.1", 0), Listening)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}", heard
    listening.shutdown()
    thread.join()
    listening.server_close()


def _filled(payload: str, server: str = "http://127.0.0.1:9") -> str:
    return payload.replace("{server}", server).replace("{host}", server.removeprefix("http://"))


@pytest.mark.parametrize("payload", HOSTILE_HTML)
def test_html_of_the_editor_leaves_words_and_markup_of_our_own_only(payload: str) -> None:
    text = from_html(f"<p>{WORDS}</p>{_filled(payload)}<p>{WORDS}</p>")
    assert text.count(WORDS) >= 1
    _check(to_html(text))
    assert "alert(1)" not in re.sub(r"&lt;.*?&gt;", "", to_html(text)) or "<script" not in to_html(text)


@pytest.mark.parametrize("payload", [*HOSTILE_HTML, *HOSTILE_MARKDOWN])
def test_markdown_never_becomes_more_than_our_own_markup(payload: str) -> None:
    text = f"{WORDS}\n\n{_filled(payload)}"
    _check(to_html(text))
    _check(compare(text, "Iets anders.").html, frozenset({"ins", "del", "span", "details", "summary", "h4"}))
    _check(compare("Iets anders.", text).html, frozenset({"ins", "del", "span", "details", "summary", "h4"}))


def _check_page(html: str) -> None:
    """Of a whole page: no handlers, no other schemes, nothing from elsewhere."""
    seen = _Seen()
    seen.feed(html)
    assert not seen.tags & {"iframe", "object", "embed", "style", "img", "math", "base", "picture"}
    for name, value in seen.attributes:
        assert not name.startswith("on") and name not in {"style", "srcdoc", "formaction"}, name
        if name == "src":
            assert str(value).startswith("/static/"), value
        if name == "href":
            ours = str(value).startswith(("/", "#", "?")) or value == EMERGENCY
            assert ours or LINKS.match(str(value)), value


def test_the_check_itself_sees_what_is_wrong() -> None:
    for wrong in ("<script>", "<p onclick=x>", "<a href='javascript:x'>", "<img src=x>", "<p class=btn>"):
        with pytest.raises(AssertionError):
            _check(wrong)


def _hostile_text(server: str) -> str:
    return "\n\n".join(_filled(one, server) for one in [*HOSTILE_HTML, *HOSTILE_MARKDOWN])


def _kept_text(server: str) -> str:
    """What can be in the database: the form refuses NUL, and PostgreSQL cannot hold it."""
    return _hostile_text(server).replace("\x00", "")


def _poisoned(cast: Cast, server: str) -> AgreementVersion:
    """A communication plan that was sent, with payloads in text, facts, calendar, remark and reason."""
    hostile = _filled("".join(HOSTILE_HTML), server)
    for name in ("name", "neighbourhood", "place", "contact"):
        setattr(cast.project, name, hostile[: cast.project._meta.get_field(name).max_length])
    cast.project.save()
    partner = make_partner(cast, hostile[:120])
    CommunicationMoment.objects.create(
        project=cast.project, on="2030-01-01", audience=hostile[:120], channel=hostile[:80],
        message=hostile[:300], function=hostile[:120],
    )  # fmt: skip
    version = write(cast, AgreementKind.COMMUNICATION, _kept_text(server))
    given = send(cast, version, partner)[0]
    say(cast, given, "remark", hostile[:1000], said_by=hostile[:120], how=hostile[:120])
    agreeing.decide(version=version, by=cast.person(LEADER), because=hostile[:500])
    return AgreementVersion.objects.select_related("agreement__project").get(pk=version.pk)


@pytest.mark.django_db
def test_the_pdf_fetches_nothing_and_holds_the_payload_as_words(
    cast: Cast, server: tuple[str, list[str]]
) -> None:
    address, heard = server
    version = _poisoned(cast, address)
    html = agreement_html(agreement_context(version, counting(version)))
    assert f"{address}/a" in html  # the payload did arrive
    seen = _Seen()
    seen.feed(html)
    own = {"html", "head", "meta", "title", "link", "body", "header", "h1", "div", "section"}
    assert seen.tags <= TAGS | own | {"table", "thead", "tbody", "tr", "th", "td"}
    assert not [name for name, _value in seen.attributes if name.startswith("on") or name == "style"]
    render_pdf(html)
    assert heard == []


@pytest.mark.django_db
def test_the_word_file_refers_to_nothing_but_links_that_one_clicks(
    cast: Cast, server: tuple[str, list[str]]
) -> None:
    version = _poisoned(cast, server[0])
    with zipfile.ZipFile(io.BytesIO(agreement_word(version, counting(version)))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    assert not [name for name in parts if "media/" in name or "embeddings/" in name]
    for name, body in parts.items():
        if name.endswith(".rels"):
            for relation in ElementTree.fromstring(body):
                if relation.get("TargetMode") == "External":
                    assert str(relation.get("Type")).endswith("/hyperlink")
                    assert LINKS.match(str(relation.get("Target")))
        if name.endswith(".xml"):
            text = body.decode()
            assert not re.search(r"INCLUDE(PICTURE|TEXT)|w:object|w:altChunk|w:pict\b", text)
            assert re.findall(r"<w:instrText[^>]*>([^<]*)<", text) in ([], ["PAGE"])


@pytest.mark.django_db
def test_every_page_shows_the_payload_as_words(
    cast: Cast, client: Client, server: tuple[str, list[str]]
) -> None:
    version = _poisoned(cast, server[0])
    write(cast, AgreementKind.COMMUNICATION, f"Nieuw.\n\n{_kept_text(server[0])}")
    slug = cast.project.slug
    kind = AgreementKind.COMMUNICATION.slug
    pages = [
        reverse("projects:agreements", args=[slug]),
        reverse("projects:agreement_version", args=[slug, kind, version.number]),
        reverse("projects:agreement_difference", args=[slug, kind, 2]),
        reverse("projects:agreement_edit", args=[slug, kind]),
        reverse("projects:agreement_send", args=[slug, kind]),
        reverse("projects:communication", args=[slug]),
        reverse("today"),
    ]
    for page in pages:
        text = client.get(page).content.decode()
        _check_page(text)


@pytest.mark.django_db
@pytest.mark.parametrize("payload", HOSTILE_HTML)
def test_what_the_server_keeps_from_the_editor_is_clean(cast: Cast, client: Client, payload: str) -> None:
    write(cast)
    page = reverse("projects:agreement_edit", args=[cast.project.slug, PRIVACY.slug])
    answer = client.post(page, {"html": f"<p>{WORDS}</p>{_filled(payload)}"})
    assert answer.status_code in {200, 302}
    kept = AgreementVersion.objects.get().text
    assert answer.status_code == 200 or WORDS in kept
    _check(to_html(kept))
