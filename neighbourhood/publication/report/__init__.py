"""The report (verslag): a document that a policy officer can cite (B7).

In three steps: `context.report_context` (what it says), `rendering.report_html`, `rendering.report_pdf`.
"""
