"""The colours of the house, as charts, report and poster need them in code.

The style sheets of the web pages use the same values. INK, INK_SOFT and BRICK on PAPER or WHITE have a
contrast of at least 4.5 (WCAG 2.2 AA), BAR has at least 3. Conditions and the two sides: `msa.ui.conditions`.
"""

INK = "#123c40"
INK_SOFT = "#44605f"
PAPER = "#faf5ea"
WHITE = "#fffdf8"
SAND = "#f2e8d5"
SAND_DEEP = "#e6d8bd"
LINE = "#d9cbb0"
BRICK = "#a8462f"

BAR = "#2c7a80"
BAR_QUIET = "#a3b3b1"
