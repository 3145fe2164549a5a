"""Icons from the built sprite, put into the page itself: no second request, and they print.

The sprite holds one `<symbol id="…">` for each Lucide icon, drawn in the colour of the text around it.
"""

import re
from functools import lru_cache

from django.contrib.staticfiles import finders

SPRITE = "build/icons.svg"
ATTRIBUTES = (
    'viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"'
)
SYMBOL = re.compile(r'<symbol id="([^"]+)"[^>]*>(.*?)</symbol>', re.DOTALL)


@lru_cache(maxsize=1)
def shapes() -> dict[str, str]:
    """The inner SVG of every icon by name. Raises FileNotFoundError when the assets are not built."""
    path = finders.find(SPRITE)
    if path is None:
        raise FileNotFoundError(f"{SPRITE} is missing: build the front-end assets first")
    with open(path, encoding="utf-8") as sprite:
        return dict(SYMBOL.findall(sprite.read()))


def icon_svg(name: str, extra_class: str = "") -> str:
    """The icon `name` as an SVG element that screen readers skip. Raises KeyError for an unknown name."""
    classes = f"icon {extra_class}".strip()
    return f'<svg class="{classes}" {ATTRIBUTES}>{shapes()[name]}</svg>'
