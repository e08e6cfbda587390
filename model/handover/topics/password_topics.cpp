// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/password_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "handover/topics/directory_login_json.h"
#include "receipt/sections/password_section.h"

#include <QFileInfo>

namespace staffelstab::handover {

namespace {

using receipt::ReceiptRecord;

receipt::Proof proofOf(directory::Proof proof)
{
    switch (proof) {
    case directory::Proof::Yes:
        return receipt::Proof::Yes;
    case directory::Proof::No:
        return receipt::Proof::No;
    case directory::Proof::Unverifiable:
        break;
    }
    return receipt::Proof::Unverifiable;
}

receipt::PasswordSection passwordFacts(const PasswordChoice& choice, const PasswordOutcome& outcome)
{
    receipt::PasswordSection facts;
    if (outcome.way == PasswordChoice::Way::It) {
        facts.way = QStringLiteral("it");
        facts.itName = choice.itName;
        facts.itDate = choice.itDate;
        return facts;
    }
    const bool isReset = outcome.way == PasswordChoice::Way::Helpdesk;
    facts.way = isReset ? QStringLiteral("helpdesk") : QStringLiteral("directory");
    facts.isChanged = true;
    facts.newAccepted = proofOf(outcome.report.newAccepted);
    facts.oldRefused = proofOf(outcome.report.oldRefused);
    facts.isChangedTwice = outcome.report.isChangedTwice;
    facts.changedAt = outcome.report.changedAt;
    facts.isByKerberos = outcome.report.provedBy == directory::PasswordChangeReport::ProvedBy::Kerberos;
    facts.oldMayWorkUntil = outcome.report.oldMayWorkUntil;
    facts.mustChange = proofOf(outcome.report.mustChange);
    facts.lastSetBefore = outcome.report.lastSetBefore;
    facts.lastSetAfter = outcome.report.lastSetAfter;
    if (isReset) {
        return facts;
    }
    facts.entropyBits = outcome.report.entropyBits;
    facts.sealedBy = choice.sealBy == PasswordChoice::SealBy::Code     ? QStringLiteral("code")
                     : choice.sealBy == PasswordChoice::SealBy::Letter ? QStringLiteral("letter")
                                                                       : QStringLiteral("certificate");
    facts.letterNumber = outcome.letterNumber;
    facts.sealFileName = QFileInfo(outcome.sealPath).fileName();
    facts.sealSha256 = outcome.sealSha256;
    return facts;
}

} // namespace

QJsonObject PasswordChoice::toJson() const
{
    return {{"way", static_cast<int>(way)},
            {"url", login.url.toString()},
            {"user", login.user},
            {"ca_file", login.caFile},
            {"ticket", login.usesTicket},
            {"account", account},
            {"seal_by", static_cast<int>(sealBy)},
            {"certificate", certificateFile},
            {"seal_target", sealTarget},
            {"printer", printer},
            {"style", static_cast<int>(style)},
            {"it_name", itName},
            {"it_date", itDate.toString(Qt::ISODate)}};
}

PasswordChoice PasswordChoice::fromJson(const QJsonObject& json)
{
    PasswordChoice choice;
    choice.way = enumFrom(json["way"], PasswordChoice::Way::Helpdesk);
    choice.login = loginFrom(json);
    choice.account = json["account"].toString();
    choice.sealBy = enumFrom(json["seal_by"], PasswordChoice::SealBy::Letter);
    choice.certificateFile = json["certificate"].toString();
    choice.sealTarget = json["seal_target"].toString();
    choice.printer = json["printer"].toString();
    choice.style = enumFrom(json["style"], directory::PasswordStyle::Characters);
    choice.itName = json["it_name"].toString();
    choice.itDate = QDate::fromString(json["it_date"].toString(), Qt::ISODate);
    return choice;
}

QJsonObject PasswordOutcome::toJson() const
{
    const directory::PasswordChangeReport& change = report;
    return {{"at", dateText(at)},
            {"way", static_cast<int>(way)},
            {"dialect", static_cast<int>(change.dialect)},
            {"new_accepted", static_cast<int>(change.newAccepted)},
            {"old_refused", static_cast<int>(change.oldRefused)},
            {"twice", change.isChangedTwice},
            {"throw_away", change.isThrowAwayInForce},
            {"reset", change.isReset},
            {"must_change", static_cast<int>(change.mustChange)},
            {"proved_by", static_cast<int>(change.provedBy)},
            {"old_may_work_until", dateText(change.oldMayWorkUntil)},
            {"last_set_before", dateText(change.lastSetBefore)},
            {"last_set_after", dateText(change.lastSetAfter)},
            {"changed_at", dateText(change.changedAt)},
            {"seal", sealPath},
            {"seal_sha256", hex(sealSha256)},
            {"letter", letterNumber},
            {"entropy", change.entropyBits}};
}

PasswordOutcome PasswordOutcome::fromJson(const QJsonObject& json)
{
    PasswordOutcome outcome;
    outcome.at = dateFrom(json["at"]);
    outcome.way = enumFrom(json["way"], PasswordChoice::Way::Helpdesk);
    outcome.report.dialect = enumFrom(json["dialect"], directory::Dialect::Rfc3062);
    outcome.report.newAccepted = enumFrom(json["new_accepted"], directory::Proof::Unverifiable);
    outcome.report.oldRefused = enumFrom(json["old_refused"], directory::Proof::Unverifiable);
    outcome.report.isChangedTwice = json["twice"].toBool();
    outcome.report.isThrowAwayInForce = json["throw_away"].toBool();
    using ProvedBy = directory::PasswordChangeReport::ProvedBy;
    outcome.report.isReset = json["reset"].toBool();
    outcome.report.mustChange = enumFrom(json["must_change"], directory::Proof::Unverifiable);
    outcome.report.provedBy = enumFrom(json["proved_by"], ProvedBy::Kerberos);
    outcome.report.oldMayWorkUntil = dateFrom(json["old_may_work_until"]);
    outcome.report.lastSetBefore = dateFrom(json["last_set_before"]);
    outcome.report.lastSetAfter = dateFrom(json["last_set_after"]);
    outcome.report.changedAt = dateFrom(json["changed_at"]);
    outcome.sealPath = json["seal"].toString();
    outcome.sealSha256 = fromHex(json["seal_sha256"]);
    outcome.letterNumber = json["letter"].toString();
    outcome.report.entropyBits = json["entropy"].toInt();
    return outcome;
}

std::vector<Blocker> PasswordOutcome::blockers(const HandoverCase& handover)
{
    return handover.password() ? std::vector<Blocker>{} : std::vector<Blocker>{{Blocker::Kind::PasswordOpen}};
}

void PasswordOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const auto& outcome = handover.password();
    if (!outcome || outcome->way == PasswordChoice::Way::Later) {
        open.add(handover.passwordChangeOpenSince().isValid() ? "password_change_interrupted" : "no_password_change");
        return;
    }
    if (outcome->way == PasswordChoice::Way::It) {
        open.add("password_by_it");
        return;
    }
    const directory::PasswordChangeReport& report = outcome->report;
    open.addIf(report.newAccepted != directory::Proof::Yes, "new_password_unverified");
    if (report.isReset) {
        open.addIf(report.mustChange != directory::Proof::Yes, "password_must_change_unverified");
        return;
    }
    open.addIf(report.isThrowAwayInForce, "password_needs_suffix");
    open.addIf(report.oldRefused == directory::Proof::No, "old_password_valid");
    open.addIf(report.oldRefused == directory::Proof::Yes && report.oldMayWorkUntil.isValid(), "old_password_grace");
    open.addIf(report.oldRefused == directory::Proof::Unverifiable, "old_password_unverified");
}

void PasswordOutcome::addToRecord(const HandoverCase& handover, ReceiptRecord& record)
{
    const auto& outcome = handover.password();
    if (outcome && outcome->way != PasswordChoice::Way::Later) {
        record.set(passwordFacts(handover.passwordChoice(), *outcome));
    }
}

} // namespace staffelstab::handover
