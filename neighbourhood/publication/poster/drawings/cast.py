"""The cast of the street: a standing list of looks, so that people differ wherever they appear."""

from .people import Look

CAST: dict[str, Look] = {
    "gran": Look(
        skin="#f3cfae", hair="bun", hair_colour="#d9d4cb", coat="#7a4f86", legs="#6b5344", wear="dress"
    ),
    "grandad": Look(
        skin="#e0ab80", hair="bald", hair_colour="#d9d4cb", coat="#46566e", legs="#80755f", wear="coat"
    ),
    "captain": Look(
        skin="#f3cfae", hair="cap", hair_colour="#5d5f66", coat="#3f7f6b", legs="#4a4a63", wear="coat"
    ),
    "mother": Look(
        skin="#b97d52", hair="scarf", hair_colour="#d99a2b", coat="#2f6f8f", legs="#27434a", wear="dress"
    ),
    "father": Look(
        skin="#8a5636", hair="short", hair_colour="#1f1d22", coat="#d99a2b", legs="#33505e", beard=True
    ),
    "woman": Look(
        skin="#f3cfae", hair="bob", hair_colour="#a34a2a", coat="#3f7f6b", legs="#33505e", wear="dress"
    ),
    "man": Look(skin="#e0ab80", hair="short", hair_colour="#6b4226", coat="#c2533d", legs="#33505e"),
    "runner": Look(skin="#8a5636", hair="curly", hair_colour="#1f1d22", coat="#b8455c", legs="#4a4a63"),
    "student": Look(skin="#f7dcc4", hair="tail", hair_colour="#d8a24a", coat="#46566e", legs="#2f6f8f"),
    "auntie": Look(
        skin="#a3693f", hair="curly", hair_colour="#3a2a24", coat="#d99a2b", legs="#6b5344", wear="dress"
    ),
    "uncle": Look(
        skin="#b97d52", hair="short", hair_colour="#8d8a88", coat="#7a4f86", legs="#4a4a63", beard=True
    ),
    "girl": Look(
        skin="#b97d52",
        hair="tail",
        hair_colour="#1f1d22",
        coat="#c2533d",
        legs="#33505e",
        wear="dress",
        tall=132,
    ),
    "boy": Look(
        skin="#f3cfae", hair="short", hair_colour="#d8a24a", coat="#2f6f8f", legs="#6b5344", tall=126
    ),
    "toddler": Look(
        skin="#8a5636", hair="curly", hair_colour="#1f1d22", coat="#d99a2b", legs="#2f6f8f", tall=96
    ),
}
