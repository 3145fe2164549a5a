"""A text that is longer than fits comes back whole, with by how much."""

from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from projects.forms.partners import AgreementForm, PartnerForm
from tests.cast import Cast


@pytest.mark.django_db
def test_a_pasted_text_of_a_partner_comes_back_whole(cast: Cast) -> None:
    data: Any = MultiValueDict({"brings": ["b" * 20_000], "state": ["asked"]})
    form = PartnerForm(cast.project, data)
    assert form.errors["brings"] == [
        "Deze tekst is 19.000 tekens te lang: er passen er 1.000. Kort de tekst in."
    ]
    assert "b" * 20_000 in form.as_div()
    assert AgreementForm.base_fields["agreed"].max_length == 2000  # type: ignore[attr-defined]
