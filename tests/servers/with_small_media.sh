#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with_small_media.sh PROGRAM [ARGUMENT...]
# Runs PROGRAM in a mount namespace of its own (anybody but root in a user namespace too), with a medium of 2 MiB at
# $SMALL_MEDIUM and a large one at $OTHER_MEDIUM. Both are gone with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rmdir "$folder"/small "$folder"/other "$folder"' EXIT
mkdir "$folder"/small "$folder"/other
user=()
[ "$(id -u)" -eq 0 ] || user=(--user --map-root-user)
SMALL_MEDIUM=$folder/small OTHER_MEDIUM=$folder/other unshare "${user[@]}" --mount bash -c '
  mount -t tmpfs -o size=2m none "$SMALL_MEDIUM" && mount -t tmpfs -o size=200m none "$OTHER_MEDIUM" && exec "$@"' _ "$@"
