"""The screen Ketik dari kertas."""
