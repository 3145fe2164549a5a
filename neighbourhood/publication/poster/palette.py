"""Colours and measures of the poster. One unit is a tenth of a millimetre, so A3 is 4200 by 2970."""

WIDTH = 4200
HEIGHT = 2970
PT = 25.4 / 72 * 10  # one typographic point in units
SMALLEST = 12 * PT  # nothing on A3 is smaller than this

INK = "#123c40"
PAPER = "#fbf4e6"
WHITE = "#fffdf8"
CREAM = "#f6e9cf"
STROKE = 5.6

BRICK = "#b5533c"
BRICKS = ("#b85f45", "#a64e3a", "#c47a5a", "#98483a", "#bd6a4a", "#c98d68")
ROOFS = ("#7a4a40", "#8c5242", "#5d5f66", "#6d4740")
DOORS = ("#1f6b6b", "#d19a3a", "#2f5d86", "#7c9a4d", "#8a3f34", "#e0c9a0", "#6a4a7c")

LEAF = "#4d8a4a"
LEAF_SOFT = "#8fbb6c"
LEAF_PALE = "#c5dca4"
OCHRE = "#c9821c"
OCHRE_SOFT = "#e6ae4b"
OCHRE_PALE = "#f6d896"

DAY = "#cfe6e8"
LIT = "#fbd772"
SKY = "#fdf3dd"
SKY_LEFT = "#fdeabf"
DUSK = "#dbe2e6"
DUSK_DEEP = "#c3d0d8"
LAWN = "#c3d8a0"
LAWN_DEEP = "#a9c786"
PAVEMENT = "#e9dcc4"
PAVEMENT_LINE = "#cdbb9b"
ROAD = "#d8c7ac"
ROAD_LINE = "#bfa98a"
WOOD = "#b98250"
WOOD_DARK = "#8a5a38"
GREY = "#8b9599"
STEEL = "#5d7075"
RAIL_YELLOW = "#f2c53d"
RAIL_BLUE = "#2c5b8f"


VALENCE = {"opportunity": (LEAF, LEAF_SOFT, LEAF_PALE), "barrier": (OCHRE, OCHRE_SOFT, OCHRE_PALE)}
