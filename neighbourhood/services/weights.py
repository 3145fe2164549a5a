"""How many conversations carry a theme, kept as rounded words on the theme (P11, P15)."""

from neighbourhood.figures.evidence import may_quote, theme_count_text
from neighbourhood.models import Theme
from projects.models import Project


def weigh_themes(*, project: Project) -> None:
    """Set `weight` (Dutch words) and `quotable` (ten conversations or more) of every theme of `project`.

    A theme whose texts were erased keeps what it weighed then. To be called after evidence of a theme was
    added or taken away, and whenever a snapshot is made. It counts in the register, so that nothing that only
    shows a theme may call it (P8).
    """
    from neighbourhood.register import conversations_per_theme

    counts = conversations_per_theme(project)
    themes = list(Theme.objects.filter(project=project, grounds_erased_on=None))
    for theme in themes:
        count = counts.get(theme.pk, 0)
        theme.weight = theme_count_text(count)
        theme.quotable = may_quote(count)
    Theme.objects.bulk_update(themes, ["weight", "quotable"])
