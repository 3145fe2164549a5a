"""P24 for the praatplaat: whatever people write, the renderer reads packaged files and nothing else."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from weasyprint import HTML

from neighbourhood.publication.poster import html, pdf
from tests.neighbourhood.poster_sample import SAMPLE


class Listener(BaseHTTPRequestHandler):
    """Remembers who asked for what, and sends a redirect to a place where nobody may come."""

    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        self.send_response(302)
        self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[str]:
    Listener.asked = []
    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def payloads(address: str) -> list[str]:
    return [
        f'<img src="{address}/img.png">',
        f'</title></svg><img src="{address}/svg.png">',
        f'<svg><image href="{address}/image.svg"/><use href="{address}/use.svg#a"/></svg>',
        f"</style><style>@import url({address}/import.css);</style>",
        f'<link rel="stylesheet" href="{address}/link.css">',
        f'<link rel="attachment" href="{address}/attachment.txt">',
        '<img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe>',
        f"url({address}/bare.png)",
    ]


def test_the_listener_hears_what_an_open_renderer_fetches(listener: str):
    HTML(string=f'<img src="{listener}/open.png">').write_pdf()
    assert Listener.asked == ["/open.png"]


def test_p24_no_text_field_makes_the_renderer_fetch_anything(listener: str):
    for payload in payloads(listener):
        islands = tuple(
            replace(i, title=payload, sentence=payload, quote=payload, key=payload, drawing=payload)
            for i in SAMPLE.islands
        )
        pdf(replace(
            SAMPLE, title=payload, neighbourhood=payload, subtitle=payload, islands=islands, proud=(payload,),
            worries=(payload,), reach=payload, contact=payload, date=payload, open_balloons=(payload,),
            street_name=payload, landmarks=(payload,),
            figures=tuple(replace(figure, text=payload) for figure in SAMPLE.figures[:1]),
        ))  # fmt: skip
    assert Listener.asked == []


def test_p24_markup_in_a_text_stays_text():
    marked = html(replace(SAMPLE, title="<script>alert(1)</script>", neighbourhood="<b>x</b>"))
    assert "<script" not in marked
    assert "<b>" not in marked
