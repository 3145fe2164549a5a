"""In the demo no mail leaves the machine: it is shown on screen."""

from django.db import models

# Under this key a session of the demo remembers where its last mail went.
DEMO_MAIL_TO = "_demo_mail_to"


class DemoMail(models.Model):
    """A mail as it would have been sent. Exists in the demo only."""

    to = models.CharField(max_length=254, db_index=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.subject
