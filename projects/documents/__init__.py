"""Documents of phase 1, each in three steps: facts, HTML, tagged PDF."""
