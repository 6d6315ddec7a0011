"""Why a foreign file is not read, said where its name is not known yet."""

from smartcity_desktop.errors import UserFault


class Unread(Exception):
    """A reason not to read a file: the code of its sentence, and what the file is where that is said."""

    def __init__(self, code: str, what: str = "") -> None:
        """Keep a code of ``domain.wording.FAULTS``."""
        super().__init__(code, what)
        self.code = code
        self.what = what

    def fault(self, name: str) -> UserFault:
        """Return the fault with the name of the file."""
        return UserFault(self.code, name=name, what=self.what)
