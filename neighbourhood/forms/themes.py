"""Forms of themes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa.privacy.text import clean_text
from msa.windows import FIELD, Window
from neighbourhood.forms.onpaper import refusal
from neighbourhood.forms.readalong import ReadsAlong
from neighbourhood.models import Condition, Theme
from neighbourhood.services.merging import Overtaken, Values, caught_up, told
from neighbourhood.services.themes import WORDS, theme_values
from projects.models import Project

ON_POSTER = ("title", "sentence", "quote")


class ThemeForm(ReadsAlong, forms.ModelForm):
    """A theme in the team's words. What residents will read is read along like a story."""

    conditions = forms.MultipleChoiceField(
        label=gettext_lazy("Bij welke voorwaarden hoort dit?"),
        choices=Condition.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    main = forms.ChoiceField(
        label=gettext_lazy("Welke past het best?"),
        choices=Condition.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=gettext_lazy(
            "Die geeft het thema zijn kleur en teken. Zonder keuze is het de eerste die is aangevinkt."
        ),
    )
    field_order = ["title", "valence", "sentence", "conditions", "main"]
    approve_quote = forms.BooleanField(
        label=gettext_lazy(
            "Deze uitspraak is herschreven en wijst niemand aan; ze mag op de praatplaat en in het verslag"
        ),
        required=False,
    )

    class Meta:
        model = Theme
        fields = [
            "title",
            "valence",
            "sentence",
            "conditions",
            "frequency",
            "experience",
            "who_says",
            "quote",
        ]
        widgets = {
            "sentence": forms.Textarea(attrs={"rows": 2}),
            "experience": forms.Textarea(attrs={"rows": 4}),
            "quote": forms.Textarea(attrs={"rows": 2}),
            "valence": forms.RadioSelect,
            "frequency": forms.RadioSelect,
        }
        help_texts = {
            "sentence": gettext_lazy("Korte, gewone woorden. Dit leest de hele buurt."),
            "experience": gettext_lazy("Blijf bij wat bewoners zeggen. Oplossingen komen later."),
            "who_says": gettext_lazy("Jullie eigen oordeel, zonder dat iemand te herkennen is."),
            "quote": gettext_lazy("Herschrijf wat gezegd is, zodat niemand zichzelf of een ander herkent."),
        }

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        self.window = self._window()
        self.fields["valence"].choices = Theme._meta.get_field("valence").choices  # type: ignore[attr-defined]
        self.initial["main"] = self.instance.conditions[0] if self.instance.conditions else ""
        self.initial["approve_quote"] = bool(self.instance.quote_approved_by_id)

    def _window(self) -> Window | None:
        if self.is_bound:
            return Window.posted(self.data.get(FIELD, ""))
        return Window.opened(theme_values(self.instance)) if self.instance.pk else None

    def clean(self) -> dict[str, Any]:
        """Texts without names: what is certain blocks, what is only likely until somebody looked (P17)."""
        cleaned = super().clean() or {}
        main, others = cleaned.get("main"), cleaned.get("conditions") or []
        if main:
            cleaned["conditions"] = [main, *(one for one in others if one != main)]
        for name in WORDS:
            cleaned[name] = clean_text(str(cleaned.get(name) or ""))
        self.read_along(self.project, list(WORDS))
        for name in ON_POSTER:
            if name not in self.errors and (message := refusal(cleaned[name])):
                self.add_error(name, message)
        return cleaned

    def values(self) -> Values:
        """What was filled in, as `theme_values` gives it. Call it after `is_valid`."""
        cleaned = self.cleaned_data
        return {name: cleaned[name] for name in (*WORDS, "valence", "frequency", "main", "approve_quote")} | {
            "conditions": sorted(cleaned["conditions"])
        }

    def overtaken(self, found: Overtaken) -> None:
        """Say at each field what another wrote there; where nothing was changed, hold what is there now."""
        for name, value in found.now.items():
            self._hold(name, value)
        for name, theirs in found.theirs.items():
            message = (
                _("De uitspraak is intussen veranderd in ‘%s’. Lees hem na en bewaar nog eens.") % theirs
            )
            self.add_error(name, message if name == "approve_quote" else told(theirs))
        self.window = caught_up(self.window, found)

    def _hold(self, name: str, value: Any) -> None:
        """Let a field hold a value, whatever was sent."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # always a QueryDict here
        data.pop(name, None)
        if isinstance(value, bool):
            value = ["on"] if value else []
        data.setlist(name, value if isinstance(value, list) else [value])
        self.data = data
