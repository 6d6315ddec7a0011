"""Two families of expected faults; every other exception is a bug and reaches the one hook.

A fault carries a stable code and the values its sentence needs. The Indonesian sentences stand in
``domain.wording.FAULTS`` so that the window and the command line say the same thing.
"""


class Fault(Exception):
    """Base of the expected faults: a code and the values of its sentence."""

    def __init__(self, code: str, /, **values: object) -> None:
        """Keep the stable code (kebab-case) and the values that the sentence of that code names."""
        super().__init__(code, values)
        self.code = code
        self.values = values


class UserFault(Fault):
    """Something a person can put right: a wrong file, a wrong cell, a missing answer."""


class DiskFault(Fault):
    """Something the machine did: disk full, file locked, medium gone."""
