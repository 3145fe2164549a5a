"""Publishing in a test, without drawing real files."""

from typing import Any

from django.core.files.base import ContentFile

from neighbourhood.models import Document, DocumentKind, Picture
from neighbourhood.services.material import material_of
from neighbourhood.services.pictures import publish_picture
from projects.models import Person


def with_files(picture: Picture) -> Picture:
    """The picture with small invented files, known to be made of what it is now."""
    for kind in DocumentKind:
        document, _new = Document.objects.get_or_create(picture=picture, kind=kind)
        document.file.save(f"{kind}.bin", ContentFile(b"inhoud"))
    picture.made_of = material_of(picture)
    picture.save(update_fields=["made_of"])
    return picture


def publish(picture: Picture, **more: Any) -> Picture:
    """Make the files of a concept and publish it, as the project leader; somebody invented read it."""
    leader = Person.objects.get(email="leider@proefbuurt.example")
    told: dict[str, Any] = {"readers": [("Bo Bouwman", "bewoner")]} | more
    return publish_picture(picture=with_files(picture), person=leader, **told)
