// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_directory.h"

#include <algorithm>

namespace staffelstab::directory {

namespace {

constexpr qsizetype largestPhoto = 1 << 20;

const std::vector<const char*> personAttributes{"sAMAccountName",
                                                "uid",
                                                "displayName",
                                                "cn",
                                                "mail",
                                                "department",
                                                "departmentNumber",
                                                "ou",
                                                "employeeNumber",
                                                "employeeID",
                                                "manager",
                                                "memberOf",
                                                "homeDirectory",
                                                "profilePath",
                                                "thumbnailPhoto",
                                                "jpegPhoto",
                                                "userCertificate",
                                                "userCertificate;binary",
                                                "userSMIMECertificate",
                                                "userSMIMECertificate;binary"};

/** The first of several attributes that has a value. */
QByteArray firstOf(const LdapEntry& entry, std::initializer_list<const char*> names)
{
    for (const char* const name : names) {
        if (QByteArray value = entry.value(name); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

QString textOf(const LdapEntry& entry, std::initializer_list<const char*> names)
{
    return QString::fromUtf8(firstOf(entry, names));
}

PersonProfile profileIn(const LdapEntry& entry)
{
    PersonProfile profile;
    profile.dn = entry.dn;
    profile.accountName = textOf(entry, {"samaccountname", "uid", "cn"});
    profile.name = textOf(entry, {"displayname", "cn"});
    profile.mail = entry.text("mail");
    profile.department = textOf(entry, {"department", "ou", "departmentnumber"});
    profile.personnelNumber = textOf(entry, {"employeenumber", "employeeid"});
    profile.managerDn = entry.text("manager");
    profile.homeFolder = entry.text("homedirectory");
    profile.profileFolder = entry.text("profilepath");
    profile.photo = firstOf(entry, {"jpegphoto", "thumbnailphoto"});
    if (profile.photo.size() > largestPhoto || !profile.photo.startsWith("\xff\xd8")) {
        profile.photo.clear();
    }
    for (const char* const name :
         {"usersmimecertificate", "usersmimecertificate;binary", "usercertificate", "usercertificate;binary"}) {
        profile.certificates += entry.attributes.value(name);
    }
    return profile;
}

/** Password hashes and keys, of which a careless server shows some to their owner. */
bool isSecretAttribute(const QByteArray& name)
{
    static const QList<QByteArray> secret{"userpassword",
                                          "unicodepwd",
                                          "dbcspwd",
                                          "lmpwdhistory",
                                          "ntpwdhistory",
                                          "pwdhistory",
                                          "supplementalcredentials",
                                          "unixuserpassword",
                                          "krbprincipalkey",
                                          "sambantpassword",
                                          "sambalmpassword",
                                          "sambapasswordhistory",
                                          "ms-mcs-admpwd",
                                          "authpassword"};
    const QByteArray lower = name.left(name.indexOf(';')).toLower();
    return secret.contains(lower) || lower.startsWith("mslaps-") || lower.startsWith("msds-managedpassword");
}

} // namespace

Result<PersonProfile> LdapDirectory::profile()
{
    return profileAt(m_connection.accountDn);
}

Result<PersonProfile> LdapDirectory::profileOf(const QString& user)
{
    const Result<QString> dn = find(user);
    return dn ? profileAt(*dn) : dn.failure();
}

Result<PersonProfile> LdapDirectory::profileAt(const QString& dn)
{
    Result<LdapEntry> entry = session().readEntry(dn, personAttributes);
    if (!entry) {
        return entry.failure();
    }
    PersonProfile profile = profileIn(*entry);
    // Whoever may not see groups or the manager gets the rest all the same.
    if (Result<QStringList> groups = groupsOf(*entry)) {
        profile.groups = std::move(*groups);
    }
    if (profile.managerDn.isEmpty()) {
        return profile;
    }
    if (const Result<LdapEntry> manager = session().readEntry(profile.managerDn, personAttributes)) {
        const PersonProfile other = profileIn(*manager);
        profile.managerName = other.name;
        profile.managerMail = other.mail;
        profile.managerDepartment = other.department;
    }
    return profile;
}

Result<QByteArray> LdapDirectory::entryAsLdif()
{
    // What is computed or operational comes only by its name.
    Result<LdapEntry> entry = session().readEntry(
        m_connection.accountDn, {"*", "+", "memberOf", "msDS-User-Account-Control-Computed",
                                 "msDS-UserPasswordExpiryTimeComputed", "msDS-ResultantPSO", "canonicalName"});
    if (!entry) {
        return entry.failure();
    }
    std::vector<LdifAttribute> attributes;
    for (const QByteArray& name : std::as_const(entry->names)) {
        if (!isSecretAttribute(name)) {
            attributes.push_back({name, entry->attributes.value(name.toLower())});
        }
    }
    QByteArray text = ldifHead() + ldifEntry(entry->dn, attributes);
    const Result<QStringList> groups = groupsOf(*entry);
    if (groups && !groups->isEmpty() && !entry->attributes.contains("memberof")) {
        text += ldifComment(QStringLiteral("memberOf:\n") + groups->join(u'\n'));
    }
    return text;
}

} // namespace staffelstab::directory
