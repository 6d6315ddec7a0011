"""The screen of the worksheets: what it shows, and what is read for it."""
