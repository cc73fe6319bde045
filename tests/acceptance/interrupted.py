"""Runs a command that reads entities from its standard input, and presses Ctrl-C in their middle.

Ends as the command does. It goes on writing until the command stops reading, so that nothing
hangs on how fast the machine is.
"""

import json
import signal
import subprocess
import sys

ENTITIES_BEFORE = 20_000
ENTITIES_MAX = 10_000_000

child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)
try:
    child.stdin.write(b"a line that is a problem\n")
    for number in range(ENTITIES_MAX):
        if number == ENTITIES_BEFORE:
            child.send_signal(signal.SIGINT)
        entity = {"id": f"stopped-{number}", "schema": "Company", "properties": {"name": [f"Stopped {number}"]}}
        child.stdin.write(json.dumps(entity).encode() + b"\n")
    child.stdin.close()
except BrokenPipeError:
    pass
sys.exit(child.wait())
