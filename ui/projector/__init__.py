"""What the hall sees: large type, the countdown, no dialogs, no personal data."""
