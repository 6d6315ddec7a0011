"""The frame round the screens: main window, welcome page, search, dialogs of the session."""
