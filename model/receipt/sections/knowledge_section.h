// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace staffelstab::receipt {

/** How the successor is briefed and who takes over what (IT-Grundschutz ORP.2.A2). */
struct KnowledgeSection
{
    static constexpr const char* key = "knowledge";

    struct Item
    {
        /** "task", "shared_folder", "licence", "emergency_role", "account", "promise". */
        QString kind;
        QString what;
        /** For tasks: when they are due next. */
        QDate next;
        /** Empty: nobody yet. */
        QString to;
    };

    /** "open", "done", "planned", "written". */
    QString briefing;
    QDate briefedOn;
    QString briefedBy;
    QString documentation;
    std::vector<Item> items;
    bool isSecrecyRead = false;
    /** Of the text of the reminder. */
    QString secrecyVersion;
};

} // namespace staffelstab::receipt
