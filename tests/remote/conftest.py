"""Nobody's credentials but those of a test."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def nobody(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cache, netrc file or proxy of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", f"{tmp_path}/cache")
    monkeypatch.setenv("HOME", f"{tmp_path}")
    monkeypatch.setenv("NO_PROXY", "*")
    for name in ("STRATEGY_LINKS_USER", "STRATEGY_LINKS_PASSWORD", "STRATEGY_LINKS_TOKEN", "NETRC"):
        monkeypatch.delenv(name, raising=False)
