"""What the front matter of a Markdown file calls its title and who wrote it, in lower case."""

from __future__ import annotations

TITLES = ("title", "titel")
AUTHORS = ("author", "authors", "auteur", "auteurs", "afzender", "sender")
