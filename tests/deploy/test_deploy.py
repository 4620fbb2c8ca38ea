"""What README.md deploys with agrees with the files that it names, and these with the program. `in_debian` tries it in earnest."""

import os
import re
import shutil
import subprocess

import pytest

from tests.deploy.commands import FILES, ROOT, commands

pytestmark = pytest.mark.once
UNITS = sorted(FILES.glob("*.service"))
LIMITS = {
    "User": "on-record",
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ReadWritePaths": "/var/lib/on-record",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "UMask": "0077",
}


def settings_of(unit):
    return dict(line.split("=", 1) for line in unit.read_text().splitlines() if "=" in line and not line.startswith("#"))


def test_every_file_that_a_command_names_is_there():
    named = {name for line in commands() for name in re.findall(r"timeline/deploy/([\w.*-]+)", line)}

    assert {name for name in named if not list(FILES.glob(name))} == set()
    taken = {file.name for name in named for file in FILES.glob(name)} | {"nginx.conf"}
    assert {file.name for file in FILES.iterdir()} == taken


def test_every_file_is_told_of():
    told = (ROOT / "timeline" / "README.md").read_text("utf-8").partition("## On a server")[2]

    assert {file.name for file in FILES.iterdir() if f"`{file.name}`" not in told} == set()


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_may_write_its_archive_and_nothing_else(unit):
    told = settings_of(unit)

    assert {name: told.get(name) for name in LIMITS} == LIMITS


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_starts_what_the_commands_installed(unit):
    told, made = settings_of(unit), "\n".join(commands())

    for place in (told["WorkingDirectory"], told["EnvironmentFile"], told["ReadWritePaths"]):
        assert f" {place}" in made
    assert f"adduser --system --group --home {told['ReadWritePaths']} {told['User']}" in made
    assert all("--bind 127.0.0.1:8000" in line for line in unit.read_text().splitlines() if "gunicorn" in line)


def test_units_that_are_enabled_are_there():
    (line,) = [line for line in commands() if line.startswith("systemctl enable")]

    for name in line.split()[3:]:
        assert "[Install]" in (FILES / (name if "." in name else f"{name}.service")).read_text()


def test_settings_of_the_example_are_read():
    given = re.findall(r"^(?:# )?([A-Z_]+)=", (FILES / "environment.example").read_text(), re.MULTILINE)

    assert [name for name in given if f'("{name}"' not in (ROOT / "timeline" / "settings.py").read_text("utf-8")] == []


@pytest.mark.parametrize("file", ["Caddyfile", "nginx.conf"])
def test_proxy_says_who_asks_and_takes_no_stranger_s_word_for_it(file):
    told = (FILES / file).read_text()

    assert "127.0.0.1:8000" in told
    assert re.search(r"X-Forwarded-For (\$remote_addr|\{remote_host\})", told)
    assert re.search(r"X-Request-ID (\$request_id|\{http\.request\.uuid\})", told)
    assert "/metrics" in told


@pytest.mark.parametrize(("failing", "left", "is_told"), [("", "new", True), ("verify", "new", False), ("backup", "old", False)])
def test_old_backups_go_when_there_is_a_new_one_whatever_is_found_in_the_record(tmp_path, failing, left, is_told):
    program, backups = tmp_path / ".venv/bin/python", tmp_path / "backups"
    program.parent.mkdir(parents=True)
    backups.mkdir()
    (backups / "old.backup").touch()
    os.utime(backups / "old.backup", (0, 0))
    program.write_text(f'#!/bin/sh\n[ "$2" = "{failing}" ] && exit 1\n[ "$2" = backup ] && touch "$VAR_DIR/backups/new.backup"\ntrue\n')
    program.chmod(0o755)
    unit = (FILES / "on-record-backup.service").read_text()
    steps = [line.removeprefix("ExecStart=") for line in unit.splitlines() if line.startswith("ExecStart=")]
    meant = " && ".join(steps).replace("$$", "$").replace("%%", "%").replace("/opt/on-record", ".")  # one failed, and systemd stops

    subprocess.run(["/bin/sh", "-c", meant], cwd=tmp_path, env=os.environ | {"VAR_DIR": str(tmp_path)}, check=False)

    assert [file.stem for file in backups.iterdir()] == [left]
    assert (tmp_path / "last_backup").exists() is is_told


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is missing")
def test_systemd_finds_the_units_well_kept():
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=25", "--no-pager", *map(str, UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stderr) == (0, "")
