"""The neighbourhood: its blocks, adding, changing, ordering and merging them (V9)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from projects.decorators import project_view
from projects.forms.surroundings import BlockForm, MergeForm
from projects.models import Block, Project
from projects.overviews.context import context_of
from projects.overviews.surroundings import LEAST, REACHED, SMALL, BlockLine, blocks_of
from projects.rules.surroundings import EDIT, VIEW
from projects.services import surroundings as services
from projects.services.refusing import Refused


@require_GET
@project_view(VIEW)
def surroundings(request: HttpRequest, project: Project) -> HttpResponse:
    """The blocks with their homes, and what is too small."""
    number = request.GET.get("tabel", "")
    context = {
        "blocks": blocks_of(project),
        "context": context_of(project, number=int(number) if number.isdecimal() else None),
        "tables": list(project.context_tables.all()),
        "may_edit": request.user.has_perm(EDIT, project),
        "small": SMALL,
        "least": LEAST,
        "reached": REACHED,
    }
    return render(request, "projects/surroundings/page.html", context)


@project_view(EDIT)
def block_add(request: HttpRequest, project: Project) -> HttpResponse:
    """A new block."""
    form = BlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _add(request, project, form):
        return redirect("projects:surroundings", project.slug)
    return render(request, "projects/surroundings/block.html", {"form": form})


def _add(request: HttpRequest, project: Project, form: BlockForm) -> bool:
    name, homes = form.values()
    by: Any = request.user
    try:
        services.add_block(project=project, by=by, name=name, homes=homes)
    except Refused as refused:
        form.add_error("name", str(refused))
        return False
    said = name if name.casefold().startswith("blok") else _("Blok %(name)s") % {"name": name}
    messages.success(request, _("%(block)s staat erbij.") % {"block": said})
    return True


@project_view(EDIT)
def block_edit(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Name and homes of a block."""
    line = _line(project, pk)
    form = BlockForm(request.POST or None, line=line)
    if request.method == "POST" and form.is_valid() and _change(request, line, form):
        return redirect("projects:surroundings", project.slug)
    context = {"form": form, "line": line, "alone": project.blocks.count() == 1}
    return render(request, "projects/surroundings/block.html", context)


def _change(request: HttpRequest, line: BlockLine, form: BlockForm) -> bool:
    name, homes = form.values()
    by: Any = request.user
    try:
        services.change_block(block=line.block, by=by, name=name, homes=homes)
    except Refused as refused:
        form.add_error("name", str(refused))
        return False
    messages.success(request, _("Bewaard: %(name)s.") % {"name": name})
    return True


@require_POST
@project_view(EDIT)
def block_move(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One place up, or with `down` in the form one place down."""
    block = _block(project, pk)
    by: Any = request.user
    if services.move_block(block=block, by=by, up="down" not in request.POST):
        messages.success(request, _("Blok %(name)s is verplaatst.") % {"name": block})
    return redirect("projects:surroundings", project.slug)


@project_view(EDIT)
def block_merge(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """What merging a block into another would move; then, when asked to, do it."""
    line = _line(project, pk)
    form = MergeForm(request.POST or None, block=line.block, proposed=line.neighbour)
    if request.method == "POST" and form.is_valid() and _merge(request, line.block, form):
        return redirect("projects:surroundings", project.slug)
    told = services.foretell_merge(source=line.block)
    context = {
        "form": form,
        "line": line,
        "told": told,
        "others": [one for one in blocks_of(project).lines if one.block != line.block],
    }
    return render(request, "projects/surroundings/merge.html", context)


def _merge(request: HttpRequest, source: Block, form: MergeForm) -> bool:
    target, by = form.cleaned_data["target"], request.user
    try:
        services.merge_blocks(source=source, target=target, by=by)  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    words = {"source": source.name, "target": target.name}
    messages.success(request, _("%(source)s hoort nu bij %(target)s.") % words)
    return True


def _block(project: Project, pk: int) -> Block:
    """A block of this project; Http404 for any other."""
    return get_object_or_404(project.blocks.select_related("project"), pk=pk)


def _line(project: Project, pk: int) -> BlockLine:
    """A block of this project with its homes; Http404 for any other."""
    found = next((line for line in blocks_of(project).lines if line.block.pk == pk), None)
    if found is None:
        raise Http404
    return found
