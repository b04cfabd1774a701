"""Answer assistants over standard input and output (Model Context Protocol): estimate, search, fact, changes, pages.

  .venv/bin/python scripts/mcp_server.py        what it needs is installed by `make .venv/.mcp`

Nothing is kept, nothing is sent elsewhere. AS_OF=YYYY-MM-DD before the command is the day that it takes for today.
"""

import asyncio
import importlib.util
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.assistant.page_texts import PageTexts
from guide.assistant.tools import NOTE, Refused, Tools
from guide.cli import address_from, run_command, today_from
from guide.website.site_builder import open_site_builder

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = "mcp"
NOT_FOUND = -32002
"""The code of the protocol for a resource that is not there."""


def main() -> int:
    """Answer until the input ends; return the exit code."""
    if {"-h", "--help"} & set(sys.argv):
        print(__doc__)
        return 0
    if importlib.util.find_spec(LIBRARY) is None:
        raise SystemExit(f"the library {LIBRARY} is missing, which speaks to assistants: `make .venv/.mcp` installs it")
    renderer = open_site_builder(ROOT, "", today_from(os.environ), address_from(os.environ)).renderer
    asyncio.run(_served(Tools(renderer), PageTexts(renderer)))
    return 0


async def _served(tools: Tools, pages: PageTexts) -> None:
    """Serve until the input ends."""
    from mcp.server.stdio import stdio_server

    server = _server(tools, pages)
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


def _server(tools: Tools, pages: PageTexts):
    """Return the server of the protocol over tools and pages."""
    from mcp.server import Server

    return Server(
        pages.site.facts.site.name,
        version=pages.site.today.isoformat(),
        instructions=f"Name the source and its day with every amount, and the notices beside it. {NOTE}",
        **_tool_handlers(tools),
        **_page_handlers(pages),
    )


def _tool_handlers(tools: Tools):
    """Return what answers to a list of tools and to a call."""
    import mcp_types as types

    async def list_tools(_context, _page):
        told = tools.schemas.items()
        listed = [types.Tool(name=name, description=about, input_schema=schema) for name, (about, schema) in told]
        return types.ListToolsResult(tools=listed)

    async def call_tool(_context, asked):
        try:
            answer = tools.call(asked.name, asked.arguments or {})
        except Refused as refused:
            return types.CallToolResult(content=[types.TextContent(type="text", text=str(refused))], is_error=True)
        text = json.dumps(answer, ensure_ascii=False)
        return types.CallToolResult(content=[types.TextContent(type="text", text=text)], structured_content=answer)

    return {"on_list_tools": list_tools, "on_call_tool": call_tool}


def _page_handlers(pages: PageTexts):
    """Return what answers to a list of pages and to the reading of one."""
    import mcp_types as types
    from mcp import MCPError

    async def list_resources(_context, _page):
        listed = [
            types.Resource(name=page.title, uri=page.address, description=page.description, mime_type="text/markdown")
            for page in pages.listed()
        ]
        return types.ListResourcesResult(resources=listed)

    async def read_resource(_context, asked):
        try:
            text = pages.read(str(asked.uri))
        except Refused as refused:
            raise MCPError(NOT_FOUND, str(refused)) from None
        content = types.TextResourceContents(uri=asked.uri, text=text, mime_type="text/markdown")
        return types.ReadResourceResult(contents=[content])

    return {"on_list_resources": list_resources, "on_read_resource": read_resource}


if __name__ == "__main__":
    run_command(main)
