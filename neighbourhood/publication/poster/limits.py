"""How long the texts of a poster may be, in characters, so that none has to be shortened on paper."""

TITLE = 50
SUBTITLE = 76
ISLAND_TITLE = 36
SENTENCE = 84
QUOTE = 56
LIST_ITEM = 40
FIGURE = 40
OPEN_BALLOON = 34
SOURCE = 170  # reach, contact, address and date together
