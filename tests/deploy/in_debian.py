"""Deploys the site in a clean Debian by the commands of README.md, asks it, and has systemd, Caddy and nginx look at their files.

    python -m tests.deploy.in_debian ROOT [--share FOLDER …]      as root; needs debootstrap, and minutes

ROOT is made by debootstrap where it is empty. A folder that is shared is seen there under the same path (packages for pip, for instance);
so are the settings of pip and the certificates of this machine. systemctl does nothing there, for no systemd runs.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.deploy.commands import FILES, ROOT, commands

HOST, BOUND = "record.example", "127.0.0.1:8000"
OURS = "/etc/ssl/certs/ca-certificates.crt", "/etc/xdg/pip", "/etc/pip.conf", "/etc/resolv.conf", "/etc/hosts"
LONGEST_START = 120  # seconds
CERTIFICATE = (
    "install -d /etc/letsencrypt/live/record.example && openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=record.example "
    "-keyout /etc/letsencrypt/live/record.example/privkey.pem -out /etc/letsencrypt/live/record.example/fullchain.pem"
)
LOOKED_AT = [
    "caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile",
    "apt-get install --yes --no-install-recommends nginx openssl systemd",
    CERTIFICATE,
    "cp /opt/on-record/timeline/deploy/nginx.conf /etc/nginx/sites-enabled/on-record && nginx -t",
    "systemd-analyze verify /etc/systemd/system/on-record*",
]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("root", type=Path)
    asked.add_argument("--share", action="append", default=[], type=Path)
    told = asked.parse_args()
    root = told.root.resolve()
    if not (root / "etc").exists():
        subprocess.run(["debootstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", str(root)], check=True)
    furnish(root)
    with Inside(root, [*told.share, Path("/proc"), Path("/dev")]) as inside:
        inside.run("\n".join(["set -eux", "cd /src", *map(unattended, commands())]))
        for command in LOOKED_AT:
            inside.run(f"set -eux\n{command}")
        inside.serve()
    print("The site was deployed by the commands of README.md, and answered.")
    return 0


def unattended(line: str) -> str:
    return f"{line} --noinput" if line == "on-record createsuperuser" else line


def furnish(root: Path) -> None:
    for place in map(Path, OURS):
        if place.exists():
            there = root / str(place).lstrip("/")
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(place, there, dirs_exist_ok=True) if place.is_dir() else shutil.copy(place, there)
    shutil.copytree(ROOT, root / "src", dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git", ".venv", "var", "__pycache__"))
    stub = root / "usr/local/sbin/systemctl"
    stub.parent.mkdir(parents=True, exist_ok=True)
    stub.write_text('#!/bin/sh\necho "systemctl $*"\n')
    stub.chmod(0o755)


class Inside:
    """The other Debian, with what is shared mounted in it; nothing of that is left mounted."""

    def __init__(self, root: Path, shared: list[Path]) -> None:
        self.root, self.shared = root, shared

    def __enter__(self) -> "Inside":
        for place in self.shared:
            there = self.root / str(place).lstrip("/")
            there.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--rbind", "--make-rslave", place, there], check=True)
        return self

    def __exit__(self, *_: object) -> None:
        for place in reversed(self.shared):
            subprocess.run(["umount", "--recursive", "--lazy", self.root / str(place).lstrip("/")], check=False)

    def started(self, script: str) -> subprocess.Popen:
        kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or name.lower().endswith("_proxy")}
        person = {"DJANGO_SUPERUSER_USERNAME": "first", "DJANGO_SUPERUSER_EMAIL": "", "DJANGO_SUPERUSER_PASSWORD": "a long way to the sea"}
        path = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "HOST": HOST}
        return subprocess.Popen(["chroot", self.root, "sh", "-c", script], env=kept | person | path)

    def run(self, script: str) -> None:
        if code := self.started(script).wait():
            sys.exit(f"Stopped with {code} at:\n{script}")

    def serve(self) -> None:
        """As the unit does, but for systemd."""
        (command,) = re.findall("^ExecStart=(.*)", (FILES / "on-record.service").read_text(), re.MULTILINE)
        server = self.started(f"set -a; . /etc/on-record/environment; cd /opt/on-record; exec runuser -u on-record -- {command}")
        try:
            told = answer("/readyz")
            if not json.loads(told)["ready"]:
                sys.exit(f"Not ready: {told}")
            answer("/", **{"Host": HOST, "X-Forwarded-Proto": "https"})
        finally:
            server.terminate()
            server.wait()


def answer(path: str, **headers: str) -> str:
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(f"http://{BOUND}{path}", headers=headers)) as found:
                return found.read().decode()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(1)


if __name__ == "__main__":
    sys.exit(main())
