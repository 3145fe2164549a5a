"""How a write of phase 1 says no."""


class Refused(ValueError):
    """A change that may not happen. Its message is a Dutch sentence, meant for the screen of who asked."""
