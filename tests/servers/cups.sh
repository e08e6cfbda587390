#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cups.sh FOLDER ADDRESS PORT
# Becomes a private CUPS scheduler without any printer. What a stopped queue was given lies in FOLDER/spool: the control
# file cJOB with the job's attributes, and its documents dJOB-SERIAL byte for byte.
set -euo pipefail
folder=$(readlink -f "$1")
user=$(id -un) group=$(id -gn)
mkdir -p "$folder"/{spool,cache,state,tmp,log,bin}
if [ "$(id -u)" = 0 ]; then
    user=lp group=lp
    chmod o+x "$folder"
    chown -R lp:lp "$folder"/{spool,cache,state,tmp,log}
fi
cat > "$folder/cupsd.conf" <<END
Listen $2:$3
DefaultAuthType None
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
END
cat > "$folder/cups-files.conf" <<END
ServerRoot $folder
ServerBin $folder/bin
FileDevice Yes
RequestRoot $folder/spool
CacheDir $folder/cache
StateDir $folder/state
TempDir $folder/tmp
AccessLog $folder/log/access
ErrorLog $folder/log/error
PageLog $folder/log/page
User $user
Group $group
SystemGroup root
END
exec /usr/sbin/cupsd -f -c "$folder/cupsd.conf" -s "$folder/cups-files.conf"
