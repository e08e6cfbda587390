#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with_low_ports.sh PROGRAM [ARGUMENT...]
# Samba's directory cannot listen on other ports than 389 and 636. Root runs PROGRAM as it is; anybody else runs it in a
# user and network namespace of its own, where those ports and all of 127.0.0.0/8 are free.
set -euo pipefail
if [ "$(id -u)" -eq 0 ]; then
  exec "$@"
fi
exec unshare --user --map-root-user --net bash -c 'ip link set lo up && exec "$@"' _ "$@"
