"""Entities, values and pure rules: standard library and errors only."""
