"""Program Smart City: programs, action plan, road map, quick wins, and what follows the masterplan."""
