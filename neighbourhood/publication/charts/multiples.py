"""One question by one background: small multiples on one scale, side by side, or below each other on a phone.

Groups differ in size, so that lengths and words are shares of a group; the counts stand in the table.
"""

from msa.ui.palette import BRICK, INK, INK_SOFT, LINE
from neighbourhood.figures.types import Breakdown, Cell, GroupFigures, QuestionFigures
from neighbourhood.figures.wording import n_text
from neighbourhood.publication.charts.canvas import Canvas, width_of, wrapped
from neighbourhood.publication.charts.layout import Form
from neighbourhood.publication.charts.whole import NOT_AN_OPINION, bar_colour, shown_cells
from neighbourhood.publication.charts.wording import is_marks, mean_text, option_labels, share_words

BETWEEN = 12.0
WIDEST_LABEL = 160.0
MANY, NARROWEST_LABEL = 6, 118.0
TALLEST = 34.0  # of a column: a question by five ages then leaves room for the next one on a sheet


def draw_breakdown(question: QuestionFigures, breakdown: Breakdown, form: Form) -> tuple[Canvas, float]:
    """The chart of one breakdown that has groups, and the height it needs."""
    canvas = Canvas(form.width)
    order = [cell.option for cell in shown_cells(question) if cell.option not in NOT_AN_OPINION]
    panels = _Panels(canvas, form, option_labels(question), order, breakdown.groups)
    if is_marks(question):
        return canvas, panels.histograms(question)
    return canvas, panels.below() if form.stacked else panels.beside()


def _cell(group: GroupFigures, option: str) -> Cell:
    return next(cell for cell in group.cells if cell.option == option)


class _Panels:
    """The groups of one breakdown in one of three arrangements."""

    def __init__(
        self,
        canvas: Canvas,
        form: Form,
        labels: dict[str, str],
        order: list[str],
        groups: tuple[GroupFigures, ...],
    ) -> None:
        self.canvas, self.form, self.labels, self.order, self.groups = canvas, form, labels, order, groups
        shares = [_cell(group, option).share for group in groups for option in order]
        self.longest = max(shares, default=0.0) or 1.0

    def beside(self) -> float:
        """A column per group, a row per answer."""
        widest = WIDEST_LABEL if len(self.groups) < MANY else NARROWEST_LABEL
        lines = [wrapped(self.labels[option], widest, self.form.small) for option in self.order]
        left = max(width_of(line, self.form.small) for label in lines for line in label) + 16
        wide = (self.form.width - left + BETWEEN) / len(self.groups) - BETWEEN
        starts = [left + number * (wide + BETWEEN) for number in range(len(self.groups))]
        top = self._heads(starts, wide)
        y = top
        for option, label in zip(self.order, lines, strict=True):
            self._label(label, left - 12, y)
            for x, group in zip(starts, self.groups, strict=True):
                self._small_bar(_cell(group, option), x, y, wide)
            y += 40
        for x in starts:
            self.canvas.line(x, top + 2, x, y - 4, LINE, 1.2)
        return y + 2

    def below(self) -> float:
        """A panel per answer, a row per group."""
        y = 0.0
        names = max(
            width_of(line, self.form.small) for group in self.groups for line in self._name(group, 118)
        )
        left = names + 10
        room = self.form.width - left - width_of("10 van de 10", self.form.small) - 22
        for option in self.order:
            y = self._panel(option, y, left, room)
        return self._notes(y + 4)

    def histograms(self, question: QuestionFigures) -> float:
        """A row per group with a column per score, and its mean in words."""
        scores = [option.key for option in question.options if option.score is not None]
        left = 0.0 if self.form.stacked else 170.0
        room = self.form.width - left - (0 if self.form.stacked else 186)
        step = room / len(scores)
        tallest = max(_cell(group, key).share for group in self.groups for key in scores) or 1.0
        y = 4.0
        for group in self.groups:
            y = self._histogram_words(group, mean_text(question, group), y, left + room + 14)
            for number, key in enumerate(scores):
                height = TALLEST * _cell(group, key).share / tallest
                self.canvas.column(
                    left + number * step + 1.5, y, height, step - 3, bar_colour(_cell(group, key))
                )
            self.canvas.line(left, y, left + room, y, LINE, 1.2)
            for number, key in enumerate(scores):
                x = left + (number + 0.5) * step
                self.canvas.text(x, y + 14, self.labels[key], 12.5, colour=INK_SOFT, anchor="middle")
            y += 24
        return y + 2

    def _histogram_words(self, group: GroupFigures, mean: str, y: float, right: float) -> float:
        small = self.form.small
        if self.form.stacked:
            for line in wrapped(group.label, self.form.width, self.form.size, bold=True):
                y += self.form.size + 4
                self.canvas.text(0, y, line, self.form.size, bold=True)
            self.canvas.text(
                0, y + 18, f"{mean} · {n_text(group.n)}".removeprefix(" · "), small, colour=INK_SOFT
            )
            return y + 18 + TALLEST + 8
        lines = wrapped(group.label, 156, self.form.size, bold=True)
        for number, line in enumerate(lines):
            self.canvas.text(0, y + 22 + number * 18, line, self.form.size, bold=True)
        self.canvas.text(right, y + 22, mean, small, bold=True, colour=BRICK)
        self.canvas.text(right, y + 39, n_text(group.n), small, colour=INK_SOFT)
        return y + max(TALLEST + 8, 24 + len(lines) * 18)

    def _heads(self, starts: list[float], wide: float) -> float:
        names = [self._name(group, wide, bold=True) for group in self.groups]
        deep = max(len(name) for name in names)
        for x, name, group in zip(starts, names, self.groups, strict=True):
            for number, line in enumerate(name):
                y = 16 + (deep - len(name) + number) * 17
                self.canvas.text(x, y, line, self.form.small, bold=True)
            self.canvas.text(x, 16 + deep * 17, f"n = {group.n}", 12.5, colour=INK_SOFT)
        return 16 + deep * 17 + 10

    def _name(self, group: GroupFigures, room: float, bold: bool = False) -> list[str]:
        return wrapped(group.label, room, self.form.small, bold)

    def _label(self, lines: list[str], right: float, y: float) -> None:
        first = y + 24 - (len(lines) - 1) * 8
        for number, line in enumerate(lines):
            self.canvas.text(right, first + number * 16, line, self.form.small, anchor="end")

    def _small_bar(self, cell: Cell, x: float, y: float, wide: float) -> None:
        words = share_words(cell)
        colour = INK if cell.band == "none" else INK_SOFT
        self.canvas.text(x + 4, y + 16, words, 12, colour=colour)
        self.canvas.bar(x, y + 21, wide * cell.share / self.longest, 11, bar_colour(cell))

    def _panel(self, option: str, y: float, left: float, room: float) -> float:
        for line in wrapped(self.labels[option], self.form.width, self.form.size, bold=True):
            y += self.form.size + 5
            self.canvas.text(0, y, line, self.form.size, bold=True)
        y += 6
        for group in self.groups:
            y = self._panel_row(group, _cell(group, option), y, left, room)
        return y + 6

    def _panel_row(self, group: GroupFigures, cell: Cell, y: float, left: float, room: float) -> float:
        lines = self._name(group, 118)
        height = max(22, len(lines) * 16 + 6)
        base = y + height / 2 + self.form.small * 0.34
        for number, line in enumerate(lines):
            self.canvas.text(0, base + (number - (len(lines) - 1) / 2) * 16, line, self.form.small)
        length = room * cell.share / self.longest
        self.canvas.bar(left, y + height / 2 - 6, length, 12, bar_colour(cell))
        self.canvas.text(left + length + 7, base, share_words(cell), self.form.small, colour=INK_SOFT)
        return y + height

    def _notes(self, y: float) -> float:
        words = " · ".join(f"{group.label}: {n_text(group.n)}" for group in self.groups)
        for line in wrapped(words, self.form.width, self.form.small):
            y += self.form.small + 4
            self.canvas.text(0, y, line, self.form.small, colour=INK_SOFT)
        return y + 8
