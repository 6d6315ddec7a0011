"""The agenda: the plan of the days, and the page on which a day runs."""
