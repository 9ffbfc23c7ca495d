"""What was new in a period, to be pasted into a mailing tool."""
