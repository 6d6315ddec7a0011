"""What a facilitator does: one class per word, returning results and Changes."""
