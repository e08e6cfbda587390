// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "core/atomic_file.h"
#include "policy/policy_places.h"
#include "policy/policy_signature.h"

#include <QCoreApplication>

namespace staffelstab::app {

namespace {

void sayFault(const Failure& fault, const Console& console)
{
    // "line:column: text", as TomlTable writes it; editors jump to file:line:column.
    console.event(QStringLiteral("fault"), {{QStringLiteral("file"), fault.subject},
                                            {QStringLiteral("line"), fault.detail.section(u':', 0, 0).toInt()},
                                            {QStringLiteral("column"), fault.detail.section(u':', 1, 1).toInt()},
                                            {QStringLiteral("text"), fault.detail.section(u':', 2).trimmed()}});
    Console::say(QStringLiteral("%1:%2").arg(fault.subject, fault.detail));
}

/** Against the file given with --signers, else against the company's own where there is one. */
Result<bool> checkSignature(const QString& file, const QString& signersGiven)
{
    const QString signers = signersGiven.isEmpty() ? policy::policySigners(policy::policyPlaces()) : signersGiven;
    if (signers.isEmpty()) {
        return false;
    }
    const auto text = readWhole(file, policy::policySizeLimit);
    if (!text) {
        return text.failure();
    }
    if (const Status checked = policy::checkPolicySignature(*text, file, signers); !checked) {
        return checked.failure();
    }
    return true;
}

} // namespace

int checkPolicyCommand(const Call& call, const Console& console)
{
    const QString& file = call.files.first();
    const auto check = policy::checkPolicy(file);
    if (!check) {
        console.failed(check.failure());
        return exitCannot;
    }
    for (const Failure& fault : check->faults) {
        sayFault(fault, console);
    }
    const auto isSigned = checkSignature(file, call.signersFile);
    if (!isSigned) {
        console.failed(isSigned.failure());
        return isSigned.failure().kind == Failure::Kind::PolicyNotTrusted ? exitOpen : exitCannot;
    }
    console.summary(
        {{QStringLiteral("file"), file},
         {QStringLiteral("valid"), check->policy.has_value()},
         {QStringLiteral("faults"), static_cast<qint64>(check->faults.size())},
         {QStringLiteral("name"), check->policy ? check->policy->name : QString()},
         {QStringLiteral("version"), check->policy ? check->policy->version : QString()},
         {QStringLiteral("signature"), *isSigned ? QStringLiteral("valid") : QStringLiteral("not_asked_for")}});
    if (!check->policy) {
        return exitOpen;
    }
    Console::say(QCoreApplication::translate("CommandLine", "The policy is valid: %1, version %2.")
                     .arg(check->policy->name, check->policy->version));
    Console::say(*isSigned ? QCoreApplication::translate("CommandLine", "Its signature is valid.")
                           : QCoreApplication::translate("CommandLine", "No signature is asked for on this computer."));
    return exitOk;
}

} // namespace staffelstab::app
