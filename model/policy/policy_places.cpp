// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_places.h"

#include "core/atomic_file.h"
#include "policy/policy_signature.h"

#include <QDir>
#include <QFileInfo>
#include <QOperatingSystemVersion>
#include <QProcessEnvironment>

namespace staffelstab::policy {

namespace {

QString firstFile(const QStringList& folders, const QString& name)
{
    for (const QString& folder : folders) {
        const QString path = QDir(folder).filePath(name);
        if (QFileInfo::exists(path)) {
            return path;
        }
    }
    return {};
}

QString ofProgram(const QString& folder)
{
    return QDir(QDir::fromNativeSeparators(folder)).filePath(QStringLiteral("staffelstab"));
}

} // namespace

PolicyPlaces xdgPlaces(const QProcessEnvironment& environment)
{
    QStringList roots = environment.value(QStringLiteral("XDG_CONFIG_DIRS")).split(u':', Qt::SkipEmptyParts);
    if (!roots.contains(QStringLiteral("/etc/xdg"))) {
        roots.append(QStringLiteral("/etc/xdg"));
    }
    PolicyPlaces places;
    for (const QString& root : roots) {
        // The specification: relative paths are invalid and ignored.
        if (root.startsWith(u'/')) {
            places.companyFolders.append(ofProgram(root));
        }
    }
    const QString home = environment.value(QStringLiteral("XDG_CONFIG_HOME"));
    places.userFolders.append(ofProgram(
        home.startsWith(u'/') ? home : environment.value(QStringLiteral("HOME")) + QStringLiteral("/.config")));
    return places;
}

PolicyPlaces programDataPlaces(const QProcessEnvironment& environment)
{
    PolicyPlaces places;
    places.companyFolders.append(
        ofProgram(environment.value(QStringLiteral("ProgramData"), QStringLiteral("C:/ProgramData"))));
    const QString own = environment.value(QStringLiteral("LOCALAPPDATA"));
    if (!own.isEmpty()) {
        places.userFolders.append(ofProgram(own));
    }
    return places;
}

PolicyPlaces policyPlaces()
{
    const bool isWindows = QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    return isWindows ? programDataPlaces(environment) : xdgPlaces(environment);
}

QString policySigners(const PolicyPlaces& places)
{
    return firstFile(places.companyFolders, QStringLiteral("policy-signers.pem"));
}

Result<CompanyPolicy> findPolicy(const PolicyPlaces& places, const QString& asked)
{
    const QString file =
        asked.isEmpty() ? firstFile(places.companyFolders + places.userFolders, QStringLiteral("policy.toml")) : asked;
    const QString signers = policySigners(places);
    if (file.isEmpty() && signers.isEmpty()) {
        return builtInPolicy();
    }
    if (file.isEmpty()) {
        return Failure{Failure::Kind::PolicyNotTrusted, QStringLiteral("policy.toml"),
                       QStringLiteral("no policy beside %1").arg(signers)};
    }
    // Read once: what was checked is what is taken.
    auto text = readWhole(file, policySizeLimit);
    if (!text) {
        return text.failure();
    }
    if (!signers.isEmpty()) {
        if (auto checked = checkPolicySignature(*text, file, signers); !checked) {
            return checked.failure();
        }
    }
    return parsePolicy(*text, file);
}

} // namespace staffelstab::policy
