#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# exim.sh FOLDER SUBMISSION-PORT SUBMISSIONS-PORT USER PASSWORD
# A private Exim on 127.0.0.1 that takes mail from USER@firma.example after a login behind TLS (STARTTLS on the first
# port, TLS at once on the second) and puts every mail into FOLDER/sink; nothing ever goes to a network. A receiver
# whose name begins with "unbekannt" is refused. Stays in the foreground. Needs FOLDER/pki (see pki.sh).
set -euo pipefail
folder=$(realpath "$1")
user=$(id -un) group=$(id -gn)
mkdir -p "$folder"/{spool,log,sink}
[ -s "$folder/pki/good.pem" ] || "$(dirname "$0")/pki.sh" "$folder/pki"
if [ "$(id -u)" = 0 ]; then
    user=mail group=mail
    chmod o+x "$folder"
    chown -R mail:mail "$folder"/{spool,log,sink} "$folder/pki"
fi
cat > "$folder/exim.conf" <<END
primary_hostname = mail.firma.example
process_log_path = $folder/log/process
spool_directory = $folder/spool
log_file_path = $folder/log/%slog
local_interfaces = 127.0.0.1
daemon_smtp_ports = $2 : $3
tls_on_connect_ports = $3
exim_user = $user
exim_group = $group
never_users =
keep_environment =
notifier_socket =
host_lookup =
rfc1413_query_timeout = 0s
smtp_enforce_sync = true
smtp_accept_queue_per_connection = 0
tls_certificate = $folder/pki/good.pem
tls_privatekey = $folder/pki/good.key
tls_advertise_hosts = *
auth_advertise_hosts = \${if eq{\$tls_in_cipher}{}{}{*}}
acl_smtp_mail = acl_mail
acl_smtp_rcpt = acl_rcpt
begin acl
acl_mail:
  deny message = authentication required
       !authenticated = *
  accept
acl_rcpt:
  deny message = 5.7.1 sender not owned
       condition = \${if !eqi{\$sender_address}{\${authenticated_id}@firma.example}}
  deny message = 5.1.1 no such user
       condition = \${if match{\$local_part}{^unbekannt}}
  accept
begin routers
sink:
  driver = accept
  transport = sink
begin transports
sink:
  driver = appendfile
  directory = $folder/sink
  maildir_format
  user = $user
  group = $group
  envelope_to_add
  return_path_add
begin retry
* * F,2h,10s
begin rewrite
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{\$auth2}{$4}}{eq{\$auth3}{$5}}}}
  server_set_id = \$auth2
END
chmod 644 "$folder/exim.conf"
[ "$(id -u)" != 0 ] || chown root:root "$folder/exim.conf"
exec /usr/sbin/exim4 -C "$folder/exim.conf" -bdf -q10m
