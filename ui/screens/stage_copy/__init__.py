"""Salinan tahap: copies at the end of a stage, and what changed since."""
