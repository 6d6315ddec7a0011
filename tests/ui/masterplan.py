"""What a hand does on every tab of the screen Program Smart City."""


def settle(screen):
    """Let everything that was asked be answered, and what is told of it be read."""
    for _ in range(4):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()
        later = getattr(getattr(screen, "tab", None), "_later", None)
        # A card is read a moment after somebody stops at a program; nobody waits for that here.
        if later is not None and later.isActive():
            later.stop()
            screen.tab._read_card()
