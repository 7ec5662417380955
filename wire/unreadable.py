"""The one refusal of the wire's words."""


class Unreadable(ValueError):
    """A text that is no dispatch; the message says why and what to do."""
