"""What one query may take, and how many may run at once."""

from __future__ import annotations

import os
from dataclasses import dataclass

import psutil

MEMORY = min(2 * 2**30, psutil.virtual_memory().total // 8)


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` from the request to the answer, waiting included; sizes in bytes."""

    seconds: float = 30.0
    answer: int = 100 * 2**20
    memory: int = MEMORY  # of each worker, without the files that it maps
    request: int = 2**20  # of a body
    address: int = 16 * 2**10  # of a query string
    quick: int = max(2, os.cpu_count() or 1)  # workers for what is answered at once
    slow: int = 16  # workers for what takes longer
    waiting: int = 256  # requests that may be under way
