"""A document that means harm."""

HOSTILE_TITLE = (
    "**vet** :smile: $x^2$ -> <img src=x onerror=alert(1)> :material/home: [a](http://b.nl) `c`"
)
HOSTILE_TEXT = (
    "Het bedrag is <script>window.harm = 1</script> 12 euro, $y^2$ en **vet** :smile:.\n\n"
    "Een andere alinea <img src='http://example.com/x.png' onerror='window.harm = 2'> staat hier.\n"
)
