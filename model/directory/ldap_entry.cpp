// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_entry.h"

namespace staffelstab::directory {

namespace {

LdapEntry entryIn(LDAP* handle, LDAPMessage* message)
{
    LdapEntry entry;
    char* const dn = ldap_get_dn(handle, message);
    entry.dn = QString::fromUtf8(dn);
    ldap_memfree(dn);
    BerElement* cursor = nullptr;
    for (char* name = ldap_first_attribute(handle, message, &cursor); name != nullptr;
         name = ldap_next_attribute(handle, message, cursor)) {
        berval** const values = ldap_get_values_len(handle, message, name);
        entry.names.append(QByteArray(name));
        QList<QByteArray>& list = entry.attributes[QByteArray(name).toLower()];
        for (berval** value = values; value != nullptr && *value != nullptr; ++value) {
            list.append(QByteArray((*value)->bv_val, static_cast<qsizetype>((*value)->bv_len)));
        }
        ldap_value_free_len(values);
        ldap_memfree(name);
    }
    ber_free(cursor, 0);
    return entry;
}

} // namespace

std::vector<LdapEntry> entriesIn(LDAP* handle, LDAPMessage* messages)
{
    std::vector<LdapEntry> entries;
    // libldap 2.5 asserts where there is nothing at all, as after a filter it could not read.
    if (messages == nullptr) {
        return entries;
    }
    for (LDAPMessage* each = ldap_first_entry(handle, messages); each != nullptr;
         each = ldap_next_entry(handle, each)) {
        entries.push_back(entryIn(handle, each));
    }
    return entries;
}

} // namespace staffelstab::directory
