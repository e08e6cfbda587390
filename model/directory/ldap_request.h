// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <ldap.h>

#include <vector>

namespace staffelstab::directory {

/** One step of a modify request; nothing is copied, secrets stay where they are. */
struct LdapChange
{
    enum class Operation { Add, Delete, Replace };
    Operation operation;
    QByteArray attribute;
    /** Empty: all values (Delete, Replace). */
    std::vector<QByteArrayView> values;
};

/** libldap takes values as char* and does not write to them. */
inline berval valueOf(QByteArrayView value)
{
    return {static_cast<ber_len_t>(value.size()), const_cast<char*>(value.data())};
}

/** libldap's lists of pointers to what a caller's changes hold; those must outlive it. */
class ModifyRequest
{
public:
    explicit ModifyRequest(const std::vector<LdapChange>& changes);
    [[nodiscard]] LDAPMod** list() { return m_list.data(); }

private:
    struct Step
    {
        LDAPMod raw{};
        std::vector<berval> values;
        std::vector<berval*> pointers;
    };

    std::vector<Step> m_steps;
    std::vector<LDAPMod*> m_list;
};

/** Asks for the password policy control; servers that do not know it ignore it. */
struct PolicyRequest
{
    LDAPControl control{const_cast<char*>(LDAP_CONTROL_PASSWORDPOLICYREQUEST), {0, nullptr}, 0};
    LDAPControl* list[2]{&control, nullptr};
};

} // namespace staffelstab::directory
