"""What a screen is called: for a person, and so that a chosen one is known again."""

from PySide6.QtGui import QScreen


def name_of(screen: QScreen) -> str:
    """Return the name by which a screen is remembered: maker and model where they are known."""
    told = f"{screen.manufacturer()} {screen.model()}".strip()
    return told if screen.model() else screen.name()


def plain_name(screen: QScreen) -> str:
    """Return the name as a person reads it: Windows sets marks around its own."""
    name = name_of(screen)
    return name.strip("\\.").replace("DISPLAY", "").strip() or name


def size_words(screen: QScreen) -> str:
    """Return ``1920 × 1080``, in pixels of the screen whatever its scale is."""
    size = screen.geometry().size() * screen.devicePixelRatio()
    return f"{size.width()} × {size.height()}"
