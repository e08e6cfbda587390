#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# keyring_session.sh unlocked|locked|absent|silent PROGRAM [ARGUMENT...]
# Runs PROGRAM on a D-Bus session of its own, as any user and without a display:
#   unlocked  a fresh gnome-keyring that is open
#   locked    a gnome-keyring that exists and whose password nobody gave
#   absent    a bus on which no key store lives and none can be started
#   silent    a bus that swallows every answer, as a wallet does that waits for a dialog
set -euo pipefail

state=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"
# No prompter may wait for somebody in front of a screen.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL

with_keyring() { # PASSWORD PROGRAM...
  dbus-run-session -- bash -c '
    printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    shift
    # The daemon does not end with its bus, so its number is asked for; it takes its name a moment after it returned.
    for _ in {1..250}; do
      daemon=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets 2>/dev/null | grep -o "[0-9]*$")
      [ -z "$daemon" ] || break
      sleep 0.02
    done
    "$@"
    result=$?
    kill "$daemon"
    exit $result' _ "$@"
}

case $state in
  unlocked)
    with_keyring right "$@" ;;
  locked)
    with_keyring right true
    with_keyring wrong "$@" ;;
  absent | silent)
    receive='<allow eavesdrop="true"/>'
    [ "$state" = absent ] || receive=''
    cat > "$home/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow own="*"/><allow send_destination="*" eavesdrop="true"/>$receive</policy>
</busconfig>
CONF
    dbus-run-session --config-file="$home/bus.conf" -- "$@" ;;
  *)
    echo "keyring_session.sh: unknown state $state" >&2
    exit 2 ;;
esac
