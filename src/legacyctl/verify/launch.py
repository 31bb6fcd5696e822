"""Runs inside the sandbox, just before the command: sets limits on this process, then becomes it.

Started as a file by a bare interpreter (`python -I -S launch.py '{"cpu": 60, ...}' COMMAND...`)
and therefore imports nothing of legacyctl. Limits are per process; the number of
processes counts per user, and does not bind root.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import resource
import socket
import struct
import sys
from contextlib import suppress

SIOCSIFFLAGS = 0x8914
LOOPBACK_UP = struct.pack("16sh22x", b"lo", 0x1 | 0x8 | 0x40)  # IFF_UP | IFF_LOOPBACK | IFF_RUNNING
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
COMMAND_NOT_FOUND = 127  # the shell's own exit code for it

LIMITS = {
    "cpu": resource.RLIMIT_CPU,
    "memory": resource.RLIMIT_DATA,  # not the address space: a Java machine reserves far more than it uses
    "file": resource.RLIMIT_FSIZE,
    "processes": resource.RLIMIT_NPROC,
    "core": resource.RLIMIT_CORE,
}


def main(wanted: str, command: list[str]) -> int:
    """Set the limits of `wanted` (JSON, name to number) and become `command`; 127 when that cannot start."""
    for name, value in json.loads(wanted).items():
        _lower(LIMITS[name], int(value))
    if sys.platform == "linux":
        _loopback()
    try:
        os.execvp(command[0], command)  # noqa: S606 - to become the command is the purpose
    except OSError as fault:
        sys.stderr.write(f"{command[0]}: {fault.strerror}\n")
    return COMMAND_NOT_FOUND


def _lower(limit: int, value: int) -> None:
    """Set both the soft and the hard limit, never above what holds already."""
    hard = resource.getrlimit(limit)[1]
    lowest = value if hard == resource.RLIM_INFINITY else min(value, hard)
    # A system may refuse a limit that it does not know; the wall clock still holds.
    with suppress(OSError, ValueError):
        resource.setrlimit(limit, (lowest, lowest))


def _loopback() -> None:
    """Bring up the loopback of a fresh network namespace, then give the right to do so away.

    Test suites talk to servers of their own. Outside a namespace the call is
    refused or changes nothing.
    """
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as channel:
        fcntl.ioctl(channel, SIOCSIFFLAGS, LOOPBACK_UP)
    ctypes.CDLL(None).prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
