"""Screens of the rail: each gets its services and a small context, and none knows another."""
