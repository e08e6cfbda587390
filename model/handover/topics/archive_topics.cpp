// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/archive_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "receipt/sections/archive_section.h"

#include <QFileInfo>

namespace staffelstab::handover {

namespace {

using receipt::ReceiptRecord;

receipt::ArchiveSection archiveFacts(const ArchiveChoice& choice, const ArchiveOutcome& outcome)
{
    receipt::ArchiveSection facts;
    facts.fileName = QFileInfo(outcome.path).fileName();
    facts.bytes = outcome.bytes;
    facts.sha256 = outcome.sha256;
    facts.messages = outcome.messages;
    facts.skipped = outcome.skipped;
    facts.isEncrypted = outcome.isEncrypted;
    static const QStringList containers{QStringLiteral("zip"), QStringLiteral("folder"), QStringLiteral("iso")};
    facts.container = containers.at(static_cast<int>(choice.container));
    facts.sealedFileName = QFileInfo(outcome.sealedPath).fileName();
    facts.sealedSha256 = outcome.sealedSha256;
    facts.mediumLabel = choice.mediumLabel;
    if (outcome.beginning != archive::ArchiveReport::Beginning::Anew) {
        facts.beginning = outcome.beginningName();
        facts.takenUp = outcome.takenUp;
    }
    return facts;
}

} // namespace

QJsonObject ArchiveChoice::toJson() const
{
    return {{"container", static_cast<int>(container)},
            {"target", target},
            {"label", mediumLabel},
            {"seal_certificates", toArray(sealCertificates)}};
}

ArchiveChoice ArchiveChoice::fromJson(const QJsonObject& json)
{
    return {enumFrom(json["container"], archive::ArchiveOptions::Container::Iso), json["target"].toString(),
            json["label"].toString(), textsFrom(json["seal_certificates"])};
}

QJsonObject ArchiveOutcome::toJson() const
{
    return {{"at", dateText(at)},
            {"path", path},
            {"bytes", bytes},
            {"sha256", hex(sha256)},
            {"encrypted", isEncrypted},
            {"messages", static_cast<qint64>(messages)},
            {"skipped", static_cast<qint64>(skipped)},
            {"sheet", sheetPath},
            {"sealed", sealedPath},
            {"sealed_sha256", hex(sealedSha256)},
            {"beginning", static_cast<int>(beginning)},
            {"taken_up", static_cast<qint64>(takenUp)}};
}

ArchiveOutcome ArchiveOutcome::fromJson(const QJsonObject& json)
{
    return {dateFrom(json["at"]),
            json["path"].toString(),
            json["bytes"].toInteger(),
            fromHex(json["sha256"]),
            json["encrypted"].toBool(),
            static_cast<quint32>(json["messages"].toInteger()),
            static_cast<quint32>(json["skipped"].toInteger()),
            json["sheet"].toString(),
            json["sealed"].toString(),
            fromHex(json["sealed_sha256"]),
            enumFrom(json["beginning"], archive::ArchiveReport::Beginning::WentOnBeforeAlteredPiece),
            static_cast<quint32>(json["taken_up"].toInteger())};
}

QString ArchiveOutcome::beginningName() const
{
    static const QStringList names{QStringLiteral("anew"), QStringLiteral("went_on"),
                                   QStringLiteral("anew_part_altered"), QStringLiteral("anew_mail_changed"),
                                   QStringLiteral("went_on_before_altered")};
    return names.at(static_cast<int>(beginning));
}

std::vector<Blocker> ArchiveOutcome::blockers(const HandoverCase& handover)
{
    return handover.archive() ? std::vector<Blocker>{} : std::vector<Blocker>{{Blocker::Kind::ArchiveOpen}};
}

void ArchiveOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const auto& outcome = handover.archive();
    open.addIf(handover.scanReport() && !outcome, "no_archive");
    open.addIf(outcome && outcome->skipped > 0, "skipped_in_archive", outcome ? outcome->skipped : 0);
}

void ArchiveOutcome::addToRecord(const HandoverCase& handover, ReceiptRecord& record)
{
    if (const auto& outcome = handover.archive()) {
        record.set(archiveFacts(handover.archiveChoice(), *outcome));
    }
}

} // namespace staffelstab::handover
