"""The colours of the house, as charts, report and poster need them in code.

The style sheets of the web pages use the same values. Every colour of text on PAPER or WHITE has a contrast
of at least 4.5 (WCAG 2.2 AA), BAR has at least 3. Conditions, opportunity and barrier: see `msa.ui.conditions`.
"""

INK = "#123c40"
INK_SOFT = "#47666a"
PAPER = "#fbf4e6"
WHITE = "#fffdf8"
SAND = "#efe3cc"
SAND_DEEP = "#d9c8a6"
BRICK = "#a8462f"

BAR = "#2c7a80"
BAR_STRONG = "#155a60"
BAR_QUIET = "#a3b3b1"
TRACK = "#f0e7d4"
