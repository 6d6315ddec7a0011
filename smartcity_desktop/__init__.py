"""The facilitator's desk for the smart-city masterplan workshops: the core, without any window."""

__version__ = "0.1.0"
