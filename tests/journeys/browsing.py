"""What a journey does with a page: go, look, click, and let axe look too."""

import re
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, expect

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What shows the focus (a tick with its card) against the bar that sticks to the bottom of the window.
HIDDEN = """bar => {
  const at = document.activeElement;
  if (at === document.body || bar.contains(at)) return null;
  const shown = (at.matches("[type=checkbox], [type=radio]") && at.closest("label")) || at;
  const box = shown.getBoundingClientRect(), over = bar.getBoundingClientRect();
  const under = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
  if (under <= 0.5 && box.top < innerHeight) return null;
  return `${at.name || at.textContent.trim()} ${at.value || ""}: ${Math.round(under)}`;
}"""


class Visitor:
    """Somebody at a browser. Keeps what the browser complained about, so that a journey can end with none."""

    def __init__(self, page: Page, base: str, axe: str) -> None:
        self.page, self.base, self.axe = page, base, axe
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{self.page.url}: {message.text}")

    def sign_in(self, email: str) -> None:
        """Sign in with one of the buttons of the demo."""
        self.go("/account/login/")
        self.page.locator(f"form:has(input[value='{email}'])").first.locator("button").click()
        self.page.wait_for_url(re.compile(r"/($|\?)"))

    def go(self, path: str) -> "Visitor":
        """Open a page and check it."""
        answer = self.page.goto(self.base + path if path.startswith("/") else path)
        assert answer is not None and answer.status < 400, f"{path}: {answer and answer.status}"
        return self.check()

    def begin_conversation(self) -> "Visitor":
        """Begin a registration; who lacks training reads so first and goes on."""
        self.go("/projecten/spoorbuurt/gesprekken/")
        anyway = self.page.get_by_role("button", name="Ik weet dit en ga toch verder")
        if anyway.count():
            anyway.click()
            self.check()
        return self.click("Begin een gesprek")

    def check(self) -> "Visitor":
        """Nothing for axe, and nothing wider than the window.

        A page of long work goes on to the result by itself; then that one is looked at.
        """
        try:
            return self._look()
        except Error as gone:
            if "Execution context was destroyed" not in str(gone):
                raise
            return self._look()

    def _look(self) -> "Visitor":
        self.page.wait_for_load_state()
        assert self.page.locator("h1").count() == 1, f"{self.page.url} has not one heading"
        # Through the browser's own tool interface: the page's content policy stays as strict as it is.
        self.page.evaluate(self.axe)
        found: dict[str, Any] = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
            WCAG,
        )
        broken = [
            f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}"
            for one in found["violations"]
        ]
        assert not broken, f"{self.page.url}: {broken}"
        too_wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert too_wide <= 0, f"{self.page.url} is {too_wide} pixels wider than the window"
        return self

    def click(self, name: str, role: str = "button") -> "Visitor":
        """Click what is called `name`, and check the page that follows."""
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
        return self.check()

    def sees(self, text: str) -> "Visitor":
        """The page says this."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()
        return self

    def hidden_while_tabbing(self, bar: str, most: int = 60) -> list[str]:
        """What lay behind the bar `bar` (a selector) while tabbing through the page and back again."""
        self.page.emulate_media(reduced_motion="reduce")  # nothing is measured while it still moves
        found = []
        for key in ("Tab", "Shift+Tab"):
            for _press in range(most):
                self.page.keyboard.press(key)
                found += [hidden for hidden in [self.page.locator(bar).evaluate(HIDDEN)] if hidden]
        return found

    def watch_job(self) -> "Visitor":
        """Wait until long work is done and be at its result.

        The page of the work goes there by itself; who comes when all is done already takes the link.
        """
        result = self.page.locator(".job").get_by_role("link", name="Bekijk het resultaat")
        failed = self.page.locator(".job--failed")
        gone = self.page.locator("main:not(:has(.job))")
        expect(result.or_(failed).or_(gone).first).to_be_visible(timeout=240_000)
        assert not failed.count(), self.page.locator("main").inner_text()
        if result.count():
            result.click()
        return self.check()
