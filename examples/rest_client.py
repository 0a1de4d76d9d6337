"""A question over REST with the standard library alone, once `qa serve` runs."""

import json
import sys
from urllib.request import Request, urlopen

address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8700/v1/"
question = {"question": "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"}
headers = {"Content-Type": "application/json"}
with urlopen(Request(f"{address}ask", json.dumps(question).encode(), headers)) as response:
    answer = json.load(response)["answers"][0]
print(answer["text"], answer["citation"]["paragraph"], answer["lines"])
