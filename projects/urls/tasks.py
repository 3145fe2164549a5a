"""Addresses of tasks and step plans (S11)."""

from django.urls import path

from projects.views import stepplans, tasks

urlpatterns = [
    path("projecten/<slug:slug>/taken/", tasks.task_list, name="tasks"),
    path("projecten/<slug:slug>/taken/nieuw/", tasks.task_new, name="task_new"),
    path("projecten/<slug:slug>/taken/<int:pk>/", tasks.task, name="task"),
    path("projecten/<slug:slug>/taken/<int:pk>/oppakken/", tasks.task_take, name="task_take"),
    path("projecten/<slug:slug>/taken/<int:pk>/teruggeven/", tasks.task_release, name="task_release"),
    path("projecten/<slug:slug>/taken/<int:pk>/klaar/", tasks.task_finish, name="task_finish"),
    path("projecten/<slug:slug>/taken/<int:pk>/open/", tasks.task_reopen, name="task_reopen"),
    path("projecten/<slug:slug>/taken/<int:pk>/weg/", tasks.task_remove, name="task_remove"),
    path("projecten/<slug:slug>/taken/<int:pk>/terug/", tasks.task_restore, name="task_restore"),
    path("projecten/<slug:slug>/stappenplannen/", stepplans.stepplans, name="stepplans"),
    path("projecten/<slug:slug>/stappenplannen/<slug:plan>/", stepplans.stepplan, name="stepplan"),
    path(
        "projecten/<slug:slug>/stappenplannen/<slug:plan>/weg/",
        stepplans.stepplan_remove,
        name="stepplan_remove",
    ),
    path(
        "projecten/<slug:slug>/stappenplannen/<slug:plan>/terug/",
        stepplans.stepplan_restore,
        name="stepplan_restore",
    ),
]
