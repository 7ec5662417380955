"""What verbs refuse, told so that a form can say it beside the right field."""


class Refusal(Exception):
    """The text tells the person what to do next; `field` names what he typed there."""

    def __init__(self, text: str, *, field: str = "") -> None:
        super().__init__(text)
        self.field = field


class SectionRefused(Refusal):
    """The section cannot be so; nothing was changed."""


class NameRefused(Refusal):
    """The author or topic cannot be so; nothing was changed."""


class AccountRefused(Refusal):
    """The account cannot be so; nothing was changed."""


class PhotoRejected(Refusal):
    """The picture was not taken in; nothing was kept."""


class WrongCode(Refusal):
    """The second factor's code is not right, or may not be tried yet."""
