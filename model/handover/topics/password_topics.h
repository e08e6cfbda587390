// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/password_change.h"
#include "handover/topic_set.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <vector>

namespace staffelstab::handover {

/** How the password is replaced. */
struct PasswordChoice
{
    enum class Way {
        /** The leaver changes it now. */
        Directory,
        It,
        Later,
        /** An account with delegated rights resets it; it must be changed at the next sign-in, and nobody holds it. */
        Helpdesk,
    };
    Way way = Way::Directory;
    directory::DirectoryLogin login;
    /** For Way::Helpdesk: whose password. */
    QString account;
    enum class SealBy {
        Certificate,
        Code,
        /** The certificate that the directory keeps of the supervisor. */
        DirectoryCertificate,
        /** Printed on paper and kept in no file. */
        Letter,
    };
    SealBy sealBy = SealBy::Code;
    QString certificateFile;
    QString sealTarget;
    /** For SealBy::Letter: the printer's address. */
    QString printer;
    directory::PasswordStyle style = directory::PasswordStyle::GermanWords;
    /** For Way::It. */
    QString itName;
    QDate itDate;

    static constexpr auto topicName = "password_choice";
    static constexpr Step step = Step::Password;
    [[nodiscard]] QJsonObject toJson() const;
    static PasswordChoice fromJson(const QJsonObject& json);
};

/** What was really proved. */
struct PasswordOutcome
{
    QDateTime at;
    PasswordChoice::Way way = PasswordChoice::Way::It;
    directory::PasswordChangeReport report;
    QString sealPath;
    QByteArray sealSha256;
    /** Of a printed letter. */
    QString letterNumber = {};

    static constexpr auto topicName = "password";
    static constexpr Step step = Step::Password;
    [[nodiscard]] QJsonObject toJson() const;
    static PasswordOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

} // namespace staffelstab::handover
