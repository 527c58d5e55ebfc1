"""Files of office programs are ZIP archives that hold the time of their making; here they lose it.

The same content gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)  # the zero of ZIP
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def without_clock(archive: bytes) -> bytes:
    """An archive written anew, with no time in it but the zero of the format."""
    steady = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as written, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in written.namelist():
            content = written.read(name)
            if name == _PROPERTIES:  # a workbook that is saved sets the time of modification once more
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, date_time=EPOCH), content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()
