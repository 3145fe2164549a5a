"""One question for everybody together: lying bars with their words beside them."""

from msa.ui.palette import BAR, BAR_QUIET, INK, INK_SOFT, LINE
from neighbourhood.figures.types import NO_ANSWER, Cell, QuestionFigures
from neighbourhood.figures.wording import n_text
from neighbourhood.publication.charts.canvas import Canvas, width_of, wrapped
from neighbourhood.publication.charts.layout import Form
from neighbourhood.publication.charts.wording import beside, mean_text, option_labels, sentence

GAP = 10.0
WIDEST_LABEL = 230.0
SHORT_LABEL = 75.0  # a label this short keeps its place beside the bar on a phone too
NOT_AN_OPINION = {NO_ANSWER, "unknown", "undisclosed"}


def draw_whole(question: QuestionFigures, form: Form) -> tuple[Canvas, float]:
    """The chart of `question.whole` on a canvas, and the height it needs."""
    canvas = Canvas(form.width)
    rows = _Rows(canvas, form, option_labels(question), shown_cells(question))
    top = rows.mean(sentence(mean_text(question, question.whole)))
    bottom = rows.draw(top)
    if rows.left:
        canvas.line(rows.left, top, rows.left, bottom, LINE, 1.2)
    note = bottom + form.small + 8
    canvas.text(rows.left, note, n_text(question.whole.n), form.small, colour=INK_SOFT)
    return canvas, note + 8


def shown_cells(question: QuestionFigures) -> list[Cell]:
    """The cells in the order of the chart: cards ranked, and no row where hardly anybody gave no opinion."""
    cells = [cell for cell in question.whole.cells if cell.option not in NOT_AN_OPINION or cell.band != "few"]
    if question.kind == "cards":
        return sorted(cells, key=lambda cell: (cell.option == NO_ANSWER, -cell.count))
    return cells


def bar_colour(cell: Cell) -> str:
    """Quiet for what is not an opinion."""
    return BAR_QUIET if cell.option in NOT_AN_OPINION else BAR


class _Rows:
    """A row per answer: label, bar and words; the label stands above the bar where there is little room."""

    def __init__(self, canvas: Canvas, form: Form, labels: dict[str, str], cells: list[Cell]) -> None:
        self.canvas, self.form, self.labels, self.cells = canvas, form, labels, cells
        label_room = self._label_room()
        self.stacked = form.stacked and label_room > SHORT_LABEL
        self.left = 0.0 if self.stacked else label_room + GAP
        self.thick = 16.0 if form.stacked else 20.0
        self.scale = min((self._scale_for(cell) for cell in cells if cell.share), default=0.0)

    def mean(self, words: str) -> float:
        """The mean above the rows; gives where the rows begin."""
        if not words:
            return 4.0
        self.canvas.text(self.left, self.form.size + 4, words, self.form.size, bold=True)
        return self.form.size + 16

    def draw(self, y: float) -> float:
        """All rows from y down; gives where they end."""
        for cell in self.cells:
            y = self._above(cell, y) if self.stacked else self._beside(cell, y)
        return y

    def _above(self, cell: Cell, y: float) -> float:
        for line in wrapped(self.labels[cell.option], self.form.width, self.form.size):
            y += self.form.size + 3
            self.canvas.text(0, y, line, self.form.size)
        self._bar(cell, y + 6)
        return y + 6 + self.thick + 8

    def _beside(self, cell: Cell, y: float) -> float:
        lines = wrapped(self.labels[cell.option], WIDEST_LABEL, self.form.size)
        step = self.form.size + 3
        height = max(self.thick + 12, len(lines) * step + 8)
        first = y + (height - len(lines) * step) / 2 + self.form.size - 1
        for number, line in enumerate(lines):
            self.canvas.text(self.left - GAP, first + number * step, line, self.form.size, anchor="end")
        self._bar(cell, y + (height - self.thick) / 2)
        return y + height

    def _bar(self, cell: Cell, y: float) -> None:
        length = cell.share * self.scale
        self.canvas.bar(self.left, y, length, self.thick, bar_colour(cell))
        share, count = beside(cell)
        x = self.left + length + (8 if length else 6)
        base = y + self.thick / 2 + self.form.size * 0.34
        colour = INK if count else INK_SOFT
        self.canvas.text(x, base, share, self.form.size, bold=bool(count), colour=colour)
        if count:
            x += width_of(share, self.form.size, bold=True) + 7
            self.canvas.text(x, base, count, self.form.small, colour=INK_SOFT)

    def _label_room(self) -> float:
        lines = [line for cell in self.cells for line in self._lines(cell)]
        return max((width_of(line, self.form.size) for line in lines), default=0.0) + 4

    def _lines(self, cell: Cell) -> list[str]:
        return wrapped(self.labels[cell.option], WIDEST_LABEL, self.form.size)

    def _scale_for(self, cell: Cell) -> float:
        """How long a share of 1.0 may be, so that the words beside this bar still fit."""
        return (self.form.width - self.left - GAP - self._words_width(cell)) / cell.share

    def _words_width(self, cell: Cell) -> float:
        share, count = beside(cell)
        tail = width_of(count, self.form.small) + 7 if count else 0.0
        return width_of(share, self.form.size, bold=bool(count)) + tail
