"""Tables of figures about a neighbourhood: files of every form, and what was stored of one."""

import io

from projects.models import ContextTable, ContextUpload, Person, Role
from projects.services import context as services
from tests.cast import Cast
from tests.projects.context_tables import as_xlsx, workbook_rows

BOTH = ["BU99990101", "BU99990102"]
WORKBOOK = as_xlsx(workbook_rows())


def leader_of(cast: Cast) -> Person:
    return cast.person(Role.PROJECT_LEADER)


def upload_file(cast: Cast, data: bytes = WORKBOOK, name: str = "kwb-2023.xlsx") -> ContextUpload:
    upload = services.hand_in(project=cast.project, by=leader_of(cast), file=io.BytesIO(data), name=name)
    services.read_upload(upload=upload, report=lambda rows: None)
    return upload


def stored_table(cast: Cast, own: list[str] | None = None, year: int = 2023) -> ContextTable:
    return services.store_table(upload=upload_file(cast), by=leader_of(cast), own=own or BOTH, year=year)
