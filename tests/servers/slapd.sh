#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# slapd.sh WORK ADDRESS LDAP-PORT LDAPS-PORT KIND
# Becomes an OpenLDAP server for dc=firma,dc=example with the ppolicy overlay, all in WORK; KIND is the certificate's
# (directory_certificate.sh). Works for any user. Everybody's first password is "Erstes-Kennwort-1", as in slapd_server.h.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1/db"
work=$(readlink -f "$1")
address=$2
umask 077
"$here/directory_certificate.sh" "$work/tls" "$address" "$5"
hash=$(/usr/sbin/slappasswd -h '{SSHA}' -s 'Erstes-Kennwort-1')

cat > "$work/slapd.conf" <<CONF
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile $work/slapd.pid
TLSCACertificateFile $work/tls/ca.pem
TLSCertificateFile $work/tls/cert.pem
TLSCertificateKeyFile $work/tls/key.pem
TLSProtocolMin 3.3
security simple_bind=128 update_tls=128
password-hash {SSHA}
sizelimit 100

database mdb
suffix dc=firma,dc=example
rootdn cn=admin,dc=firma,dc=example
rootpw $hash
directory $work/db
maxsize 33554432
overlay ppolicy
ppolicy_default cn=default,ou=policies,dc=firma,dc=example
ppolicy_hash_cleartext
ppolicy_use_lockout
access to attrs=userPassword by dn.exact=uid=h.help,ou=people,dc=firma,dc=example manage by self =xw by anonymous auth by * none
access to attrs=pwdReset,pwdAccountLockedTime,pwdEndTime by dn.exact=uid=h.help,ou=people,dc=firma,dc=example manage by users read
access to dn.children=ou=groups,dc=firma,dc=example by dn.exact=uid=h.help,ou=people,dc=firma,dc=example write by users read
access to attrs=entry,uid by anonymous read by users read
access to * by users read by * none
CONF

policy() { # NAME LINE...
  printf 'dn: cn=%s,ou=policies,dc=firma,dc=example\nobjectClass: device\nobjectClass: pwdPolicy\ncn: %s\n' "$1" "$1"
  shift
  printf '%s\n' 'pwdAttribute: userPassword' 'pwdCheckQuality: 2' 'pwdMinLength: 10' "$@" ''
}

person() { # UID COMMON-NAME LINE...
  printf 'dn: uid=%s,ou=people,dc=firma,dc=example\nobjectClass: inetOrgPerson\nuid: %s\ncn: %s\nsn: %s\n' \
    "$1" "$1" "$2" "${2##* }"
  printf 'mail: %s@firma.example\nuserPassword: %s\n' "$1" "$hash"
  shift 2
  printf '%s\n' "$@" ''
}

uses() { echo "pwdPolicySubentry: cn=$1,ou=policies,dc=firma,dc=example"; }

{
  printf '%s\n' 'dn: dc=firma,dc=example' 'objectClass: dcObject' 'objectClass: organization' 'dc: firma' \
    'o: Beispiel GmbH' ''
  for unit in people policies groups; do
    printf 'dn: ou=%s,dc=firma,dc=example\nobjectClass: organizationalUnit\nou: %s\n\n' $unit $unit
  done
  policy default 'pwdInHistory: 3' 'pwdLockout: TRUE' 'pwdMaxFailure: 3' 'pwdLockoutDuration: 600' 'pwdMustChange: TRUE' \
    'pwdAllowUserChange: TRUE' 'pwdSafeModify: TRUE'
  policy min-age 'pwdMinAge: 86400000'
  policy no-change 'pwdAllowUserChange: FALSE'
  policy short 'pwdMaxAge: 86400' 'pwdGraceAuthNLimit: 0'
  policy narrow 'pwdMaxLength: 16'
  policy grace 'pwdMaxAge: 86400' 'pwdGraceAuthNLimit: 1'
  person l.gehtbald 'Lea Gehtbald'
  person g.sperrt 'Gesa Sperrt'
  person m.jung 'Mia Jung' "$(uses min-age)" "pwdChangedTime: $(date -u +%Y%m%d%H%M%SZ)"
  person n.nie 'Nora Nie' "$(uses no-change)"
  person a.alt 'Alma Alt' "$(uses short)" 'pwdChangedTime: 20200101000000Z'
  person w.wechsel 'Wim Wechsel' 'pwdReset: TRUE'
  person e.eng 'Emil Eng' "$(uses narrow)"
  person d.aktiv 'Dora Aktiv' 'pwdAccountLockedTime: 000001010000Z'
  person k.ende 'Kurt Ende' 'pwdEndTime: 20200101000000Z'
  person g.nade 'Gero Nade' "$(uses grace)" 'pwdChangedTime: 20200101000000Z'
  person h.help 'Hilde Help'
  person r.eset 'Rea Eset'
  person s.zeichen 'Siri Zeichen'
  person t.est 'Tea Est' 'departmentNumber: Einkauf' 'employeeNumber: 4711' \
    'manager: uid=l.gehtbald,ou=people,dc=firma,dc=example' "jpegPhoto:: $(printf '\xff\xd8\xff\xe0x\xff\xd9' | base64)"
  printf 'dn: cn=team,ou=groups,dc=firma,dc=example\nobjectClass: groupOfNames\ncn: team\n'
  printf 'member: uid=%s,ou=people,dc=firma,dc=example\n' h.help t.est
  echo
} > "$work/content.ldif"
/usr/sbin/slapadd -q -f "$work/slapd.conf" -l "$work/content.ldif" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
exec /usr/sbin/slapd -f "$work/slapd.conf" -h "ldap://$address:$3 ldaps://$address:$4" -d 0 > "$work/log" 2>&1
