// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_request.h"

namespace staffelstab::directory {

namespace {

int operationOf(LdapChange::Operation operation)
{
    switch (operation) {
    case LdapChange::Operation::Add:
        return LDAP_MOD_ADD;
    case LdapChange::Operation::Delete:
        return LDAP_MOD_DELETE;
    case LdapChange::Operation::Replace:
        break;
    }
    return LDAP_MOD_REPLACE;
}

} // namespace

ModifyRequest::ModifyRequest(const std::vector<LdapChange>& changes) : m_steps(changes.size())
{
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Step& step = m_steps[i];
        for (const QByteArrayView value : changes[i].values) {
            step.values.push_back(valueOf(value));
        }
        for (berval& value : step.values) {
            step.pointers.push_back(&value);
        }
        step.pointers.push_back(nullptr);
        step.raw.mod_op = operationOf(changes[i].operation) | LDAP_MOD_BVALUES;
        step.raw.mod_type = const_cast<char*>(changes[i].attribute.constData());
        step.raw.mod_bvalues = step.values.empty() ? nullptr : step.pointers.data();
        m_list.push_back(&step.raw);
    }
    m_list.push_back(nullptr);
}

} // namespace staffelstab::directory
