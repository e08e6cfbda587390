// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/account_acts.h"
#include "handover/topic_set.h"
#include "secrets/rotation_list.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::handover {

/** The leaver's entry as the directory showed it; after the account was deleted most of it is gone for good. */
struct DirectoryEntry
{
    QDateTime readAt;
    QString accountName;
    QString homeFolder;
    QString profileFolder;
    /** DNs, or what somebody has put right. */
    QStringList groups;
    QByteArray ldif;
    /** JPEG; empty if there is none, or it was left out. */
    QByteArray photo = {};

    bool operator==(const DirectoryEntry&) const = default;

    static constexpr auto topicName = "directory_entry";
    static constexpr Step step = Step::People;
    [[nodiscard]] QJsonObject toJson() const;
    static DirectoryEntry fromJson(const QJsonObject& json);
};

/** What is to become of the login. */
struct AccountPlan
{
    enum class Way {
        /** Here and now, by an account with delegated rights. */
        Helpdesk,
        /** By IT, from the files that are written. */
        Files,
        Later,
    };
    Way way = Way::Files;
    /** Without a server only the calendar and the text can be written. */
    directory::DirectoryLogin login;
    /** Whose account; empty: of whoever signs in. */
    QString account;
    /** Disabled at once; else it expires at the end of `disableOn`. */
    bool isAtOnce = false;
    QDate disableOn;
    /** Planned, never done by this program. */
    QDate deleteOn;
    /** Names or DNs. */
    QStringList leaveGroups;
    bool unlocks = false;
    /** Folder for the files. */
    QString target;

    static constexpr auto topicName = "account_plan";
    static constexpr Step step = Step::AccountPlan;
    [[nodiscard]] QJsonObject toJson() const;
    static AccountPlan fromJson(const QJsonObject& json);
};

/** What became of the plan. */
struct AccountPlanOutcome
{
    QDateTime at;
    AccountPlan::Way way = AccountPlan::Way::Later;
    /** As they were read back. */
    std::vector<directory::ActReport> deeds;
    /** File names in the plan's folder. */
    QStringList files;

    static constexpr auto topicName = "account_plan_outcome";
    static constexpr Step step = Step::AccountPlan;
    [[nodiscard]] QJsonObject toJson() const;
    static AccountPlanOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

/** Secrets that others must replace; none of them stands here. */
struct RotationList
{
    std::vector<secrets::SecretToRotate> lines;

    static constexpr auto topicName = "secrets_to_rotate";
    static constexpr Step step = Step::AccountPlan;
    [[nodiscard]] QJsonObject toJson() const;
    static RotationList fromJson(const QJsonObject& json);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

} // namespace staffelstab::handover
