"""Goes back to a moment between two backups with a PostgreSQL cluster of its own, as `timeline/README.md` says:

    python -m tests.campaigns.point_in_time [ROWS]

A base backup, then one row after the other; the cluster is killed with -9 and put back to the moment behind half of them. Ends with 1 where
a row of before that moment is missing, or one of after it is there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests import postgres

BEHIND = 2.0  # seconds between the half that has to be there and the half that must not


def main(rows: int) -> int:
    programs = postgres.find_programs()
    if not programs:
        print("PostgreSQL is missing.")
        return 1
    folder, owner = Path(tempfile.mkdtemp(prefix="on-record-pg-", dir="/tmp")), postgres.unprivileged()
    try:
        return tried(Cluster(programs, folder, owner), rows)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    def __init__(self, programs: Path, folder: Path, owner: dict) -> None:
        self.programs, self.folder, self.owner = programs, folder, owner
        self.wal, self.base, self.data = folder / "wal", folder / "base", folder / "data"
        self.wal.mkdir()
        for one in (folder, self.wal) if owner else ():
            os.chown(one, owner["user"], owner["group"])
        postgres.initialise(programs, folder, owner)
        keep = f"test ! -f {self.wal}/%f && cp %p {self.wal}/%f.part && mv {self.wal}/%f.part {self.wal}/%f"
        self.configure(f"archive_mode = on\narchive_command = '{keep}'\n")

    def configure(self, lines: str) -> None:
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(lines)

    def started(self) -> subprocess.Popen:
        server = postgres.start(self.programs, self.folder, self.owner)
        postgres.wait_until_ready(self.programs, self.folder, server)
        return server

    def run(self, program: str, *options: str) -> str:
        command = [self.programs / program, "--host", self.folder, "--username=tests", *options]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=self.folder, **self.owner).stdout.strip()

    def ask(self, sql: str) -> str:
        return self.run("psql", "--dbname=postgres", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={sql}")

    def put_back(self, moment: str) -> None:
        shutil.rmtree(self.data)
        shutil.copytree(self.base, self.data)
        self.configure(f"restore_command = 'cp {self.wal}/%f %p'\nrecovery_target_time = '{moment}'\n")
        self.configure("recovery_target_action = 'promote'\narchive_mode = off\n")
        (self.data / "recovery.signal").touch()
        for one in [self.data, *self.data.rglob("*")] if self.owner else ():
            os.chown(one, self.owner["user"], self.owner["group"])


def tried(cluster: Cluster, rows: int) -> int:
    server = cluster.started()
    cluster.ask("CREATE TABLE said (number int)")
    cluster.run("pg_basebackup", f"--pgdata={cluster.base}", "--checkpoint=fast")
    insert(cluster, range(rows // 2))
    time.sleep(BEHIND / 2)
    moment = cluster.ask("SELECT now()")
    time.sleep(BEHIND / 2)
    insert(cluster, range(rows // 2, rows))
    cluster.ask("SELECT pg_switch_wal()")
    until_archived(cluster)
    server.kill()
    server.wait()
    cluster.put_back(moment)
    server = cluster.started()
    try:
        while cluster.ask("SELECT pg_is_in_recovery()") == "t":
            time.sleep(0.1)
        found = int(cluster.ask("SELECT count(*) FROM said"))
    finally:
        server.kill()
        server.wait()
    print(f"{rows} rows, put back to the moment behind {rows // 2} of them: {found} there.")
    return int(found != rows // 2)


def insert(cluster: Cluster, numbers: range) -> None:
    cluster.ask("; ".join(f"INSERT INTO said VALUES ({number})" for number in numbers))


def until_archived(cluster: Cluster) -> None:
    while cluster.ask("SELECT count(*) FROM pg_stat_archiver WHERE last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 1)") == "0":
        time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
