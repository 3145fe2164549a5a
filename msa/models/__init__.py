"""Tables of the kernel: long work with its progress, the audit trail, and the demo's outbox."""

from msa.models.audit import AuditEntry
from msa.models.job import Job, JobState
from msa.models.mail import DemoMail

__all__ = ["AuditEntry", "DemoMail", "Job", "JobState"]
