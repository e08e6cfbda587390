#!/usr/bin/python3
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""samba_domain.py FOLDER: makes the domain FIRMA.EXAMPLE with its test users in FOLDER, without starting a server.
samba_domain.py FOLDER HOST: lets clients of the domain made before ask for Kerberos tickets for ldap/HOST."""

import logging
import os
import pwd
import sys
import time

import ldb
from samba import dsdb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_unpack
from samba.param import LoadParm
from samba.provision import FILL_FULL, provision
from samba.samdb import SamDB
from samba.sd_utils import SDUtils

FOLDER = os.path.abspath(sys.argv[1])
FIRST_PASSWORD = "Erstes-Kennwort-1"  # as in samba_server.h
DAY = 24 * 3600 * 10**7  # in 100 ns
SUBFOLDERS = ["private", "state", "cache", "lock", "run", "dns", "rpc", "winbindd", "ntp", "tls", "etc"]


def write_configuration():
    for name in SUBFOLDERS:
        os.makedirs(os.path.join(FOLDER, name), exist_ok=True)
    path = os.path.join(FOLDER, "etc", "smb.conf")
    options = {
        "netbios name": "DC1",
        "realm": "FIRMA.EXAMPLE",
        "workgroup": "FIRMA",
        "server role": "active directory domain controller",
        "server services": "ldap, kdc",
        "interfaces": "127.0.0.2/8",
        "bind interfaces only": "yes",
        "private dir": f"{FOLDER}/private",
        "state directory": f"{FOLDER}/state",
        "cache directory": f"{FOLDER}/cache",
        "lock directory": f"{FOLDER}/lock",
        "pid directory": f"{FOLDER}/run",
        "binddns directory": f"{FOLDER}/dns",
        "ncalrpc dir": f"{FOLDER}/rpc",
        "winbindd socket directory": f"{FOLDER}/winbindd",
        "ntp signd socket directory": f"{FOLDER}/ntp",
        "log file": f"{FOLDER}/log.%m",
        "posix:eadb": f"{FOLDER}/private/eadb.tdb",
        "tls enabled": "yes",
        "tls keyfile": f"{FOLDER}/tls/key.pem",
        "tls certfile": f"{FOLDER}/tls/cert.pem",
        "tls cafile": f"{FOLDER}/tls/ca.pem",
        "ldap server require strong auth": "yes",
    }
    with open(path, "w", encoding="utf-8") as out:
        out.write("[global]\n" + "".join(f"    {key} = {value}\n" for key, value in options.items()))
        out.write(f"[sysvol]\n    path = {FOLDER}/state/sysvol\n    read only = no\n")
        out.write(f"[netlogon]\n    path = {FOLDER}/state/sysvol/firma.example/scripts\n    read only = no\n")
    parameters = LoadParm()
    parameters.load(path)
    return path, parameters


class Domain:
    def __init__(self, parameters):
        self.db = SamDB(url=f"{FOLDER}/private/sam.ldb", session_info=system_session(), lp=parameters)
        self.base = str(self.db.domain_dn())
        self.people = f"OU=Leute,{self.base}"

    def replace(self, dn, controls=None, **values):
        message = ldb.Message(ldb.Dn(self.db, dn))
        for name, value in values.items():
            message[name] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, name)
        self.db.modify(message, controls=controls)

    def person(self, account, given, family, **values):
        self.db.newuser(account, FIRST_PASSWORD, userou="OU=Leute", givenname=given, surname=family,
                        mailaddress=f"{account}@firma.example", useusernameascn=None)
        found = self.db.search(self.people, ldb.SCOPE_SUBTREE, f"(sAMAccountName={account})", attrs=["cn"])
        dn = str(found[0].dn)
        if values:
            self.replace(dn, **values)
        return dn

    def rename(self, dn, name):
        """Gives a person a common name that newuser() could not write into a DN."""
        new_dn = ldb.Dn(self.db, dn)
        new_dn.set_component(0, "CN", name)
        self.db.rename(dn, str(new_dn))

    def fine_policy(self, name, precedence, length, min_age, person):
        never = "-9223372036854775808"
        half_an_hour = str(-DAY // 48)
        self.db.add({
            "dn": f"CN={name},CN=Password Settings Container,CN=System,{self.base}",
            "objectClass": "msDS-PasswordSettings",
            "msDS-PasswordSettingsPrecedence": str(precedence),
            "msDS-MinimumPasswordLength": str(length),
            "msDS-PasswordHistoryLength": "5",
            "msDS-MinimumPasswordAge": str(min_age),
            "msDS-MaximumPasswordAge": never,
            "msDS-PasswordComplexityEnabled": "TRUE",
            "msDS-PasswordReversibleEncryptionEnabled": "FALSE",
            "msDS-LockoutThreshold": "0",
            "msDS-LockoutDuration": half_an_hour,
            "msDS-LockoutObservationWindow": half_an_hour,
            "msDS-PSOAppliesTo": person,
        })

    def let_reset_passwords(self, person):
        sid = ndr_unpack(security.dom_sid, self.db.search(person, ldb.SCOPE_BASE, attrs=["objectSid"])[0]["objectSid"][0])
        user_class = "bf967aba-0de6-11d0-a285-00aa003049e2"
        reset_right = "00299570-246d-11d0-a768-00aa006e0529"
        SDUtils(self.db).dacl_add_ace(self.people, f"(OA;CIIO;CR;{reset_right};{user_class};{sid})")

    def let_tend_accounts(self, person, group):
        """The rights of a helpdesk: reset, must change, disable, expire and unlock people; members of one group."""
        self.let_reset_passwords(person)
        sid = ndr_unpack(security.dom_sid, self.db.search(person, ldb.SCOPE_BASE, attrs=["objectSid"])[0]["objectSid"][0])
        user_class = "bf967aba-0de6-11d0-a285-00aa003049e2"
        for attribute in ("bf967a0a-0de6-11d0-a285-00aa003049e2",  # pwdLastSet
                          "bf967a68-0de6-11d0-a285-00aa003049e2",  # userAccountControl
                          "bf967915-0de6-11d0-a285-00aa003049e2",  # accountExpires
                          "28630ebf-41d5-11d1-a9c1-0000f80367c1"):  # lockoutTime
            SDUtils(self.db).dacl_add_ace(self.people, f"(OA;CIIO;WPRP;{attribute};{user_class};{sid})")
        member = "bf9679c0-0de6-11d0-a285-00aa003049e2"
        SDUtils(self.db).dacl_add_ace(group, f"(OA;;WPRP;{member};;{sid})")

    def group(self, name, *accounts):
        self.db.newgroup(name, groupou="OU=Leute")
        self.db.add_remove_group_members(name, list(accounts), add_members_operation=True)
        return f"CN={name},{self.people}"

    def name_service(self, host):
        """What samba_spnupdate does at run time, which the short list of services leaves out: lets tickets be had."""
        message = ldb.Message(ldb.Dn(self.db, f"CN=DC1,OU=Domain Controllers,{self.base}"))
        message["s"] = ldb.MessageElement(f"ldap/{host}", ldb.FLAG_MOD_ADD, "servicePrincipalName")
        self.db.modify(message)

    def age_password(self, person, days):
        """Moves pwdLastSet back, past the check that lets it be set to 0 and -1 only."""
        then = int((time.time() + 11644473600) * 10**7) - days * DAY
        self.replace(person, controls=[f"local_oid:{dsdb.DSDB_CONTROL_BYPASS_PASSWORD_HASH_OID}:1"], pwdLastSet=str(then))


def populate(domain):
    domain.db.add({"dn": domain.people, "objectClass": "organizationalUnit"})
    domain.replace(domain.base, minPwdAge="0", minPwdLength="12", pwdHistoryLength="5", lockoutThreshold="5")
    boss = domain.person("s.vorgesetzt", "Sven", "Vorgesetzt", department="Leitung")
    domain.person("l.gehtbald", "Lea", "Gehtbald", department="Einkauf", employeeNumber="4711", manager=boss,
                  homeDirectory="\\\\files\\home\\lea", profilePath="\\\\files\\profile\\lea", info="Größe: 1 m 70",
                  thumbnailPhoto=b"\xff\xd8\xff\xe0" + bytes(range(256)) + b"\xff\xd9")
    for account, given, family in (("t.est", "Tea", "Est"), ("r.eset", "Rea", "Eset"), ("z.wei", "Zoe", "Wei"),
                                   ("m.eins", "Mia", "Eins"), ("m.zwei", "Max", "Zwei"), ("m.drei", "Moe", "Drei")):
        domain.person(account, given, family)
    domain.person("g.sperrt", "Gesa", "Sperrt")  # the test locks her with wrong passwords
    domain.person("d.aktiv", "Dora", "Aktiv", userAccountControl="514")
    domain.person("k.ende", "Kurt", "Ende", accountExpires=str(116444736000000000 + 10**7))
    domain.person("w.wechsel", "Wim", "Wechsel", pwdLastSet="0")
    domain.age_password(domain.person("a.alt", "Alma", "Alt"), 60)
    domain.rename(domain.person("s.zeichen", "Sönke", "Zeichen", displayName="Sönke (Zeichen*) \\x, y"),
                  "Sönke (Zeichen*) \\x, y")
    # The ages are far longer than any snapshot lives.
    domain.fine_policy("min-age", 10, 8, -1000 * DAY, domain.person("m.jung", "Mia", "Jung"))
    domain.fine_policy("strict", 20, 20, 0, domain.person("s.streng", "Stella", "Streng"))
    team = domain.group("Netzwerk (Süd)", "l.gehtbald", "t.est")
    domain.group("Fremd", "l.gehtbald", "t.est")
    domain.let_tend_accounts(domain.person("h.help", "Hilde", "Help"), team)
    domain.name_service("dc1.firma.example")


def main():
    if len(sys.argv) > 2:
        parameters = LoadParm()
        parameters.load(os.path.join(FOLDER, "etc", "smb.conf"))
        Domain(parameters).name_service(sys.argv[2])
        return
    path, parameters = write_configuration()
    logging.basicConfig(level=logging.WARNING)
    owner = pwd.getpwuid(os.geteuid()).pw_name
    # Without the access lists of SYSVOL, which would need modules of the file server.
    provision(logging.getLogger("provision"), system_session(), smbconf=path, samdb_fill=FILL_FULL, realm="FIRMA.EXAMPLE",
              domain="FIRMA", hostname="dc1", hostip="127.0.0.2", adminpass=FIRST_PASSWORD, dns_backend="NONE",
              serverrole="active directory domain controller", dom_for_fun_level=dsdb.DS_DOMAIN_FUNCTION_2008_R2,
              lp=parameters, root=owner, skip_sysvolacl=True, plaintext_secrets=True, batch_mode=True)
    populate(Domain(parameters))


main()
