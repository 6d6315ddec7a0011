"""Limits of memory and time that a child process puts on itself before it opens a foreign file.

Linux and macOS: RLIMIT_AS, RLIMIT_CPU, no core file. Windows: a Job Object limits the memory; the time is
kept by the parent alone. Where the system refuses, the parent's time limit and answer limit still hold.
"""

import contextlib
import subprocess
import sys
from typing import Final

MEMORY: Final = 1024 * 1024 * 1024
CPU_SECONDS: Final = 60
"""The most that any file may take; for most of them the clock of the parent is stricter."""

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    CREATION_FLAGS: Final = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    _EXTENDED: Final = 9
    _PROCESS_MEMORY: Final = 0x100
    _DIE_ON_FAULT: Final = 0x400
    _KILL_ON_CLOSE: Final = 0x2000

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def confine() -> None:
        """Put this process into a job of its own that may use ``MEMORY`` bytes."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limit = _Extended()
        limit.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _DIE_ON_FAULT | _KILL_ON_CLOSE
        limit.ProcessMemoryLimit = MEMORY
        job = kernel.CreateJobObjectW(None, None)
        if job and kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limit), ctypes.sizeof(limit)):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

else:
    import resource

    CREATION_FLAGS: Final = 0

    def confine() -> None:
        """Limit this process to ``MEMORY`` bytes and ``CPU_SECONDS``, without a core file when it dies."""
        for what, limit in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, CPU_SECONDS),
        ):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(what, (limit, limit))
