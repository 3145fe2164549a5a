"""Walking through the registration pages without a browser, as tests do."""

from django.test import Client
from django.urls import reverse

from housevisits.models import Draft
from housevisits.services import drafts
from housevisits.services.drafts import DraftContent
from projects.models import Person, Role
from tests.cast import Cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HARMLESS = "Groet de buren elke dag en vindt dat fijn."


class Writer:
    """Somebody who registers a conversation in the project of a cast."""

    def __init__(self, cast: Cast, role: str = Role.HOUSING_OFFICER) -> None:
        self.cast = cast
        self.person: Person = cast.person(role)
        self.client = Client()
        self.client.force_login(self.person, backend=BACKEND)

    def url(self, name: str, *args: object) -> str:
        return reverse(f"housevisits:registration_{name}", args=[self.cast.project.slug, *args])

    def begin(self) -> Draft:
        """A new draft of one's own."""
        before = set(Draft.objects.values_list("pk", flat=True))
        self.client.post(self.url("new"))
        return Draft.objects.exclude(pk__in=before).get()

    def fill(self, draft: Draft, step: str, **data: object) -> str:
        """Send one step; returns where it leads."""
        answer = self.client.post(self.url("step", draft.pk, step), {"go": "next", **data})
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return str(answer["Location"]).rstrip("/").rpartition("/")[2]

    def write(self, text: str = HARMLESS, **review: object) -> Draft:
        """A draft that is filled in up to the review."""
        draft = self.begin()
        self.fill(draft, "gesprek", block=self.cast.blocks[0].key.hex, month=self.content(draft).month)
        self.fill(draft, "huishouden", age="25to50", household="alone", tenure="lt2")
        self.fill(draft, "schaalvragen", liveability="7", trend="same")
        self.fill(draft, "kaarten", cards=["belonging"])
        self.fill(draft, "verhaal-1", person_opportunity=text)
        return draft

    def review(self, draft: Draft, **data: object):  # type: ignore[no-untyped-def]
        """Send the last step."""
        form = {"go": "submit", "code_choice": "shown", **data}
        return self.client.post(self.url("review", draft.pk), form)

    def hands_in(self, draft: Draft, **data: object) -> bool:
        """Whether sending the last step hands it in."""
        answer = self.review(draft, **data)
        return (answer.status_code, answer.headers.get("Location")) == (302, self.url("done"))

    def kept(self, draft: Draft, **data: object) -> str:
        """Send the last step, which keeps it; returns the page that the browser asks for after that."""
        answer = self.review(draft, **data)
        assert answer.status_code == 302
        assert answer["Location"].startswith(self.url("review", draft.pk) + "?")
        page = self.client.get(answer["Location"])
        assert page.status_code == 200
        return str(page.content.decode())

    def content(self, draft: Draft) -> DraftContent:
        return drafts.read(Draft.objects.get(pk=draft.pk))
