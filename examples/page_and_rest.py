"""The web page and the REST interface in one process: pip install 'alinea[serve]'.

    ALINEA_INDEX=index/ python examples/page_and_rest.py

The page is at http://127.0.0.1:8501/, the interface under http://127.0.0.1:8501/rest/v1/.
"""

import os
import sys

import streamlit
import uvicorn
from starlette.routing import Mount

from qa.serve import create_app
from qa.web import SCRIPT

index = os.environ.setdefault("ALINEA_INDEX", "index/")
rest = create_app(index, hosts=["127.0.0.1", "localhost"])
app = streamlit.App(SCRIPT, routes=[Mount("/rest", rest)])

if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8501
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
