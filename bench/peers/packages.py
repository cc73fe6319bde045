"""Packages of peers: each script runs in an environment of its own under target/, made when it is not there."""

import os
import subprocess
import sys
import venv


def within(name: str, packages: list[str], modules: str) -> None:
    """Starts the script again with the Python of target/NAME, unless this is it; installs `packages` first
    where `import MODULES` fails."""
    folder = os.path.join("target", name)
    python = os.path.join(folder, "bin", "python")
    if os.path.abspath(sys.prefix) == os.path.abspath(folder):
        return
    if not os.path.exists(python):
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", f"import {modules}"], capture_output=True).returncode != 0:
        print(f"Installing {' '.join(packages)} into {folder}", file=sys.stderr)
        pip = [python, "-m", "pip", "install", "--quiet", *packages]
        subprocess.run(pip, check=True, stdout=sys.stderr)
    os.execv(python, [python, *sys.argv])
