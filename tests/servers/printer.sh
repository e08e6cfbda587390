#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# printer.sh WORK ADDRESS PORT PAPER-PORT
# Becomes an IPP server (CUPS, all in WORK) with the printers letters, whose pages are sent to ADDRESS:PAPER-PORT, closed,
# which takes no job, and stopped, which takes jobs and never prints them.
set -euo pipefail
work=$(readlink -f "$1")
mkdir -p "$work"/{spool/tmp,cache,state,logs}
# As root it steps down to the user lp, who has to get there.
chmod -R a+rwX "$work"

cat > "$work/cupsd.conf" <<CONF
Listen $2:$3
LogLevel warn
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles No
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
CONF
cat > "$work/cups-files.conf" <<CONF
FileDevice Yes
FatalErrors none
User lp
Group lp
SystemGroup root
ServerRoot $work
RequestRoot $work/spool
TempDir $work/spool/tmp
CacheDir $work/cache
StateDir $work/state
AccessLog $work/logs/access
ErrorLog $work/logs/error
PageLog $work/logs/page
CONF

printer() { # NAME DEVICE STATE ACCEPTING
  printf '<Printer %s>\nUUID urn:uuid:1d0c9a6e-1111-4222-8333-%012d\nInfo %s\nDeviceURI %s\nState %s\n' \
    "$1" "${#1}" "$1" "$2" "$3"
  printf 'Type 4\nAccepting %s\n</Printer>\n' "$4"
}
{
  printer letters "socket://$2:$4" Idle Yes
  printer closed "file:///dev/null" Idle No
  printer stopped "file:///dev/null" Stopped Yes
} > "$work/printers.conf"
exec /usr/sbin/cupsd -f -c "$work/cupsd.conf" -s "$work/cups-files.conf" > "$work/log" 2>&1
