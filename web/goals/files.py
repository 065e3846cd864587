"""Files that nobody but the person who asked shall keep."""

from flask import Response


def file_of(content: bytes, mimetype: str, name: str) -> Response:
    """A file to be kept, which no shared cache may keep."""
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return Response(content, mimetype=mimetype, headers=headers)
