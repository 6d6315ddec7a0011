"""The window: Qt widgets standing on the core."""
