// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"
#include "handover/topic_set.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::handover {

/** Where the business archive goes, and in what. */
struct ArchiveChoice
{
    archive::ArchiveOptions::Container container = archive::ArchiveOptions::Container::Zip;
    QString target;
    /** Written on the medium, e.g. "UEB-0042"; optional. */
    QString mediumLabel;
    /** PEM files of those who get a sealed copy, e.g. the data protection officer. */
    QStringList sealCertificates = {};

    static constexpr auto topicName = "archive_choice";
    static constexpr Step step = Step::BusinessArchive;
    [[nodiscard]] QJsonObject toJson() const;
    static ArchiveChoice fromJson(const QJsonObject& json);
};

/** The archive that was written and read back. */
struct ArchiveOutcome
{
    QDateTime at;
    QString path;
    qint64 bytes = 0;
    QByteArray sha256;
    bool isEncrypted = false;
    quint32 messages = 0;
    quint32 skipped = 0;
    QString sheetPath;
    QString sealedPath = {};
    QByteArray sealedSha256 = {};
    archive::ArchiveReport::Beginning beginning = archive::ArchiveReport::Beginning::Anew;
    /** Messages that an earlier run had done. */
    quint32 takenUp = 0;

    /** Of `beginning`, as the record, the journal and the command line have it: "went_on". */
    [[nodiscard]] QString beginningName() const;

    static constexpr auto topicName = "archive";
    static constexpr Step step = Step::BusinessArchive;
    [[nodiscard]] QJsonObject toJson() const;
    static ArchiveOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

} // namespace staffelstab::handover
