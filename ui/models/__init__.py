"""What views are fed with: values held for the screen, without services and without paint."""
