"""What poster and report of a picture are made of, as plain data that can be kept and compared."""

import json
from hashlib import sha256
from typing import Any

from neighbourhood.models import Picture
from neighbourhood.services.composing import content_to_json, poster_content
from neighbourhood.services.publicity import public_url
from neighbourhood.services.reporting import about_to_json, themes_to_json


def material_of(picture: Picture) -> dict[str, Any]:
    """All of `picture` that can still change: poster, themes, what is said of the project, and which
    snapshot it rests on. Of a published picture what was frozen. Other material gives other files.
    """
    if picture.frozen:
        return picture.frozen
    material = {
        "poster": content_to_json(poster_content(picture)),
        "themes": themes_to_json(picture),
        "about": about_to_json(picture),
        "snapshot": picture.snapshot_id,
    }
    # As the database gives it back, so that the two can be compared.
    plain: dict[str, Any] = json.loads(json.dumps(material, default=str))
    return plain


def released(picture: Picture) -> dict[str, Any]:
    """What publishing makes public: what the files were made of, without the stamp and with the address."""
    poster = picture.made_of["poster"] | {"concept": False, "url": public_url(picture)}
    return picture.made_of | {"poster": poster}


def fingerprint(material: dict[str, Any]) -> str:
    """64 characters that are others for other material, to know in a form what somebody looked at."""
    return sha256(json.dumps(material, sort_keys=True).encode()).hexdigest()
