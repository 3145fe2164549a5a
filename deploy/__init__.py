"""What the make targets run: asset build, demo and test services. Not imported by the application."""
