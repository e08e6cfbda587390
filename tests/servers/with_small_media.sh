#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with_small_media.sh PROGRAM [ARGUMENT...]
# Runs PROGRAM in a mount namespace of its own (anybody but root in a user namespace too), with a medium of 2 MiB at
# $SMALL_MEDIUM and a large one at $OTHER_MEDIUM. Where the system lets us mount an image (root, loop devices), also a
# FAT32 medium at $FAT_MEDIUM, if the kernel knows FAT, and one at $STICK where a desktop mounts sticks. What could not
# be mounted is not set: the tests then stand a double in its place and say so. All are gone with PROGRAM.
set -euo pipefail
folder=$(mktemp -d)
trap 'rmdir "$folder"/small "$folder"/other "$folder"/fat; rm -f "$folder"/*.img; rmdir "$folder"' EXIT
mkdir "$folder"/small "$folder"/other "$folder"/fat
user=()
if [ "$(id -u)" -eq 0 ]; then
  # Sparse: FAT32 wants 34 MiB at least.
  truncate -s 64M "$folder"/fat.img && truncate -s 16M "$folder"/stick.img
  PATH=$PATH:/usr/sbin:/sbin
  mkfs.vfat -F 32 "$folder"/fat.img >"$folder"/fat.log.img
  mkfs.ext4 -q -L STICK "$folder"/stick.img
else
  user=(--user --map-root-user)
fi
# shellcheck disable=SC2016 # expanded by the inner shell
SMALL_MEDIUM=$folder/small OTHER_MEDIUM=$folder/other FOLDER=$folder unshare "${user[@]}" --mount bash -c '
  mount -t tmpfs -o size=2m none "$SMALL_MEDIUM" && mount -t tmpfs -o size=200m none "$OTHER_MEDIUM" || exit 1
  if mount -o loop "$FOLDER"/fat.img "$FOLDER"/fat 2>/dev/null; then export FAT_MEDIUM=$FOLDER/fat; fi
  if [ -d /media ] && mount -t tmpfs none /media 2>/dev/null && mkdir /media/STICK &&
     mount -o loop "$FOLDER"/stick.img /media/STICK 2>/dev/null; then export STICK=/media/STICK; fi
  exec "$@"' _ "$@"
