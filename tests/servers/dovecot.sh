#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A private Dovecot on 127.0.0.1 in one folder, as root or as any user.
#   dovecot.sh start FOLDER CERTIFICATE USER...   certificate: good, untrusted, wronghost, expired, selfsigned
#   dovecot.sh stop FOLDER
# CAPABILITIES are added to what IMAP says it can ("+X-GM-EXT-1"); the server cannot do more for that.
# MECHANISMS names the SASL mechanisms, all but EXTERNAL by default; EXTERNAL demands pki/USER.p12 (passphrase: secret.USER).
# With WATCHED_PID set the server ends by itself when that process does, so that a crashed test leaves nothing behind.
# After the start FOLDER holds: ports (imap=N, imaps=N, sieve=N, lmtp=N), pki/ca.pem, secret.USER (0600, random),
# dovecot.conf for doveadm, and sink/ with what the server itself sent (replies to a mail that came in by LMTP).
set -euo pipefail
action=${1:?start or stop}
folder=$(realpath -m "${2:?folder}")
scripts=$(cd "$(dirname "$0")" && pwd)

is_running() { # a zombie that nobody waits for is not
    [ -d "/proc/$1" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null
}

watch() {
    while is_running "$1"; do
        is_running "$(cat "$folder/run/master.pid" 2>/dev/null || echo none)" || return 0
        sleep 1
    done
    stop
}

group_is_running() { # the master and its children; without procps, which a small system may lack
    local status line
    for status in /proc/[0-9]*/stat; do
        read -r line 2>/dev/null < "$status" || continue
        read -r state _ group _ <<< "${line##*) }"
        [ "$group" != "$1" ] || [ "$state" = Z ] || return 0
    done
    return 1
}

wait_for_end() { # pid, tries
    for ((i = 0; i < $2; ++i)); do
        group_is_running "$1" || return 0
        sleep 0.02
    done
    return 1
}

stop() {
    local pid
    pid=$(cat "$folder/run/master.pid" 2>/dev/null) || return 0
    kill -TERM "$pid" 2>/dev/null || return 0
    # Idle children make a clean stop take seconds, and nobody needs this mailbox any more.
    wait_for_end "$pid" 5 || kill -KILL -- "-$pid" 2>/dev/null || true
    wait_for_end "$pid" 100 || true
    rm -f "$folder/run/master.pid"
}

write_users() {
    local user
    for user in "$@"; do
        (umask 077; [ -s "$folder/secret.$user" ] || openssl rand -hex 16 | tr -d '\n' > "$folder/secret.$user")
        printf '%s:{PLAIN}%s::::%s/home/%s::\n' "$user" "$(cat "$folder/secret.$user")" "$folder" "$user"
        mkdir -p "$folder/home/$user"
    done > "$folder/users"
}

write_config() { # certificate imap-port imaps-port
    cat > "$folder/dovecot.conf" <<END
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/dovecot.log
instance_name = staffelstab-$3
protocols = imap lmtp sieve
listen = 127.0.0.1
default_login_user = $login_user
default_internal_user = $internal_user
default_internal_group = $internal_group
first_valid_uid = 1
mail_uid = $mail_user
mail_gid = $mail_group
mail_home = $folder/home/%n
mail_location = maildir:~/mail
mail_fsync = never
auth_mechanisms = $mechanisms
auth_failure_delay = 0
disable_plaintext_auth = yes
ssl = yes
ssl_min_protocol = TLSv1.2
ssl_cert = <$folder/pki/$1.pem
ssl_key = <$folder/pki/$1.key
ssl_dh =
mail_max_userip_connections = 50
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = $folder/oauth2.conf
}
passdb {
  driver = passwd-file
  mechanisms = plain login scram-sha-256
  args = username_format=%n $folder/users
}
userdb {
  driver = passwd-file
  args = username_format=%n $folder/users
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = create
  }
  mailbox Trash {
    special_use = \\Trash
    auto = create
  }
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
}
# and no growing delay after a wrong password
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $2
  }
  inet_listener imaps {
    port = $3
    ssl = yes
  }
}
END
    write_sharing_config
    write_token_config
    [ "$mechanisms" != external ] || write_certificate_config
    [ -z "${CAPABILITIES:-}" ] || printf 'imap_capability = %s\n' "$CAPABILITIES" >> "$folder/dovecot.conf"
    write_sieve_config "$(($2 + 2))" "$(($2 + 3))"
}

# Access lists (RFC 4314), the folders of others below "shared/", and compressed connections (RFC 4978).
write_sharing_config() {
    cat >> "$folder/dovecot.conf" <<END
mail_plugins = acl
protocol imap {
  mail_plugins = acl imap_acl imap_zlib
}
namespace others {
  type = shared
  separator = /
  prefix = shared/%%u/
  location = maildir:$folder/home/%%n/mail:INDEX=$folder/home/%n/shared/%%n
  subscriptions = no
  list = children
}
plugin {
  acl = vfile
  acl_shared_dict = file:$folder/sharing/mailboxes
}
END
    mkdir -p "$folder/sharing"
    chmod 777 "$folder/sharing"
}

# Tokens are judged here, by the secret in token-keys/: no server of an identity provider is asked.
write_token_config() {
    mkdir -p "$folder/token-keys/default/HS256"
    [ -s "$folder/token-secret" ] || (umask 077; openssl rand -hex 32 | tr -d '\n' > "$folder/token-secret")
    base64 -w0 "$folder/token-secret" > "$folder/token-keys/default/HS256/default"
    chmod -R a+rX "$folder/token-keys"
    cat > "$folder/oauth2.conf" <<END
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$folder/token-keys/
username_attribute = sub
END
}

# Who holds a certificate of ours is the user it names.
write_certificate_config() {
    cat >> "$folder/dovecot.conf" <<END
ssl_ca = <$folder/pki/ca.pem
ssl_verify_client_cert = yes
ssl_require_crl = no
ssl_cert_username_field = commonName
auth_ssl_require_client_cert = yes
auth_ssl_username_from_cert = yes
passdb {
  driver = static
  mechanisms = external
  args = nopassword
}
END
}

# ManageSieve (RFC 5804), mail in by LMTP, and what scripts send goes into a folder.
write_sieve_config() { # sieve-port lmtp-port
    cat >> "$folder/dovecot.conf" <<END
auth_username_format = %Ln
hostname = mail.firma.example
sendmail_path = $folder/sendmail
plugin {
  sieve = file:~/sieve;active=~/.dovecot.sieve
  sieve_vacation_min_period = 0
}
protocol lmtp {
  mail_plugins = sieve
  postmaster_address = postmaster@firma.example
}
service managesieve-login {
  chroot =
  inet_listener sieve {
    port = $1
  }
}
service lmtp {
  inet_listener lmtp {
    port = $2
  }
}
END
    cat > "$folder/sendmail" <<END
#!/bin/bash
# One file a message: the arguments on the first line, then the message.
umask 022
part=\$(mktemp "$folder/sink/.part.XXXXXX") || exit 75
{ printf '%s ' "\$@"; printf '\n'; cat; } > "\$part"
chmod 644 "\$part" && mv "\$part" "$folder/sink/\${part##*.}.eml"
END
    chmod 755 "$folder/sendmail"
}

give_away_as_root() {
    chown -R "$mail_user:$mail_group" "$folder/home" "$folder/sink"
    chgrp "$internal_group" "$folder/users"
    chmod 640 "$folder/users"
    chmod o+x "$folder"
}

start() { # certificate user...
    local certificate=$1 port
    shift
    mkdir -p "$folder"/{run,state,home,sink}
    [ -s "$folder/pki/selfsigned.pem" ] || "$scripts/pki.sh" "$folder/pki"
    if [ "$(id -u)" = 0 ]; then
        login_user=dovenull internal_user=dovecot internal_group=dovecot mail_user=mail mail_group=mail
    else
        login_user=$(id -un) internal_user=$login_user internal_group=$(id -gn) mail_user=$login_user mail_group=$internal_group
    fi
    (umask 077; write_users "$@")
    mechanisms=${MECHANISMS:-plain login scram-sha-256 xoauth2 oauthbearer}
    [ "$mechanisms" != external ] || "$scripts/pki.sh" "$folder/pki" "$1" "$folder/secret.$1"
    [ "$(id -u)" != 0 ] || give_away_as_root
    # Below the range from which the system gives out ports by itself. A taken one makes Dovecot refuse to start.
    for ((i = 0; i < 20; ++i)); do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 2500 * 4))
        write_config "$certificate" "$port" "$((port + 1))"
        if dovecot -c "$folder/dovecot.conf" 2> "$folder/start.log"; then
            [ -z "${WATCHED_PID:-}" ] || (watch "$WATCHED_PID" < /dev/null > /dev/null 2>&1 &)
            printf 'imap=%s\nimaps=%s\nsieve=%s\nlmtp=%s\n' "$port" "$((port + 1))" "$((port + 2))" "$((port + 3))" > "$folder/ports"
            return 0
        fi
        grep -q "Address already in use" "$folder/start.log" || break
    done
    cat "$folder/start.log" >&2
    return 1
}

PATH=$PATH:/usr/sbin
case $action in
    start) start "${@:3}" ;;
    stop) stop ;;
    *) exit 2 ;;
esac
