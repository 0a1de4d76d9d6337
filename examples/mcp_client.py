"""An assistant's side of `qa mcp`, which it starts itself: pip install 'alinea[mcp]'."""

import asyncio

from mcp import Client
from mcp.client.stdio import StdioServerParameters

QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"


async def main() -> None:
    server = StdioServerParameters(command="qa", args=["mcp", "--index", "index/"])
    async with Client(server) as client:
        outcome = await client.call_tool("ask", {"question": QUESTION, "k": 1})
        (answer,) = outcome.structured_content["answers"]
        print(f"“{answer['text']}” ({answer['reference']})")


asyncio.run(main())
