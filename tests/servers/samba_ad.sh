#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A throw-away Active Directory domain FIRMA.EXAMPLE on Samba. Needs no extended attributes, no winbind and no smbd;
# listens on ports 389 and 636 (see with_low_ports.sh).
#
#   samba_ad.sh snapshot FOLDER
#       makes FOLDER/domain once, with all test users (about 6 s); others that ask meanwhile wait.
#   samba_ad.sh serve FOLDER WORK ADDRESS KIND [tickets]
#       copies the domain to WORK, makes a certificate of KIND (directory_certificate.sh) and becomes the server on
#       ADDRESS. It ends when its stdin does. With `tickets` Kerberos clients may sign in at ldap://ADDRESS.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

snapshot() {
  mkdir -p "$1"
  exec 9> "$1/lock"
  flock 9
  # Made anew when the script that makes it has changed.
  local made_by
  made_by=$(cat "$0" "$here/samba_domain.py" | sha256sum)
  if [ "$(cat "$1/made-by" 2>/dev/null)" != "$made_by" ]; then
    rm -rf "$1/domain" "$1/made-by"
    # Debian's own Python: only that one finds Samba's modules.
    SAMBA_DEPRECATED_SUPPRESS=1 /usr/bin/python3 "$here/samba_domain.py" "$(readlink -f "$1")/domain" > "$1/log" 2>&1 ||
      { cat "$1/log" >&2; exit 1; }
    echo "$made_by" > "$1/made-by"
  fi
}

serve() {
  local from work address=$3 kind=$4
  from=$(readlink -f "$1")/domain
  mkdir -p "$2"
  work=$(readlink -f "$2")
  cp -a --reflink=auto "$from" "$work/domain"
  sed -i -e "s#$from#$work/domain#g" -e "s#^ *interfaces = .*#interfaces = $address/8#" \
    "$work/domain/etc/smb.conf"
  "$here/directory_certificate.sh" "$work/domain/tls" "$address" "$kind"
  if [ "${5:-}" = tickets ]; then
    SAMBA_DEPRECATED_SUPPRESS=1 /usr/bin/python3 "$here/samba_domain.py" "$work/domain" "$address" > "$work/log" 2>&1 ||
      { cat "$work/log" >&2; exit 1; }
  fi
  exec /usr/sbin/samba --interactive --model=single --configfile="$work/domain/etc/smb.conf" --debug-stdout \
    --debuglevel=1 > "$work/log" 2>&1
}

"$@"
