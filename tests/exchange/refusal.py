"""How every hostile or broken file has to end."""

import pytest

from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra import read_file


def expect_refused(file, folder):
    """Read a hostile file as a plan: it ends in the sentence of its kind, which names the file."""
    path = folder / file.name
    path.write_bytes(file.content)
    with pytest.raises(UserFault) as caught:
        read_file(path)
    assert caught.value.code == file.code
    words = sentence(caught.value)
    assert file.name in words
    assert "{" not in words
    assert "gangguan" not in words
