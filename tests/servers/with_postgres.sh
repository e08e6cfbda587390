#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with_postgres.sh PROGRAM [ARGUMENT...]
# Runs PROGRAM with a PostgreSQL server of its own on loopback, named in $STAFFELSTAB_POSTGRES. The server refuses to
# run as root, so root starts it as the system's user postgres. It is gone with the program.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as=()
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
"${as[@]}" "$bin/initdb" -D "$folder/data" -U hr -A trust > "$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
rm -f "$folder.log"
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off" start > /dev/null
STAFFELSTAB_POSTGRES=postgresql://hr@127.0.0.1:$port/postgres "$@"
