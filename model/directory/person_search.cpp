// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/person_search.h"

namespace staffelstab::directory {

namespace {

/** One person; of several the one whose UPN is the very login name, as AD itself decides. */
const LdapEntry* onlyOne(const std::vector<LdapEntry>& found, const QString& user)
{
    if (found.size() == 1) {
        return &found.front();
    }
    for (const LdapEntry& entry : found) {
        if (entry.text("userprincipalname").compare(user, Qt::CaseInsensitive) == 0) {
            return &entry;
        }
    }
    return nullptr;
}

} // namespace

Result<QString> findPerson(LdapSession& session, const QStringList& contexts, const QByteArray& filter,
                           const QString& user)
{
    for (const QString& context : contexts) {
        const Result<std::vector<LdapEntry>> found =
            session.search(context, LdapSession::Scope::Subtree, filter, {"userPrincipalName"});
        if (!found && found.failure().kind != Failure::Kind::NoSuchEntry &&
            found.failure().kind != Failure::Kind::NotPermitted) {
            return found.failure();
        }
        if (const LdapEntry* const entry = found ? onlyOne(*found, user) : nullptr) {
            return entry->dn;
        }
    }
    return Failure{Failure::Kind::NoSuchEntry, user, {}};
}

} // namespace staffelstab::directory
