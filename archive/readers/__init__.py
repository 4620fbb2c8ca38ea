"""What readers send: errors that they report."""
