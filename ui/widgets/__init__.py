"""Building blocks of the screens: fed with values, they fetch nothing themselves."""
