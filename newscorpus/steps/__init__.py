"""The steps of a build, one module each; pipeline.py puts them in order."""
