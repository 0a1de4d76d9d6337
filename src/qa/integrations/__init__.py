"""The index inside other frameworks: a module for each, which needs the extra of that name."""
