// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace review {

using namespace staffelstab;
using namespace staffelstab::separation;

/** Who a message belongs to in truth, as the labels say; messages without a label are left out. */
enum class Truth : std::uint8_t { Private, Business };

/** A mailbox whose every message has a label, scanned as the program scans it. */
struct LabelledMailbox
{
    QString name;
    MessageTable table;
    std::vector<Truth> truth;
    /** Whole messages by row, for the peer that wants to read them. */
    std::vector<QByteArray> raw;
    SeparationContext context;

    [[nodiscard]] quint32 privateMessages() const;
};

struct Labels
{
    QHash<QByteArray, Truth> byName;
    /** Names of mailboxes, where the file has a column "mailbox" or "custodian". */
    QHash<QByteArray, QString> mailboxes;
};

/**
 * Columns `path` and `label` (private or business) in any order; `label_published` with `personal` is understood, too.
 * Nothing if the file cannot be read or lacks a column.
 */
std::optional<Labels> readLabels(const QString& file);

/**
 * Scans `mail` (a Maildir, a folder of .eml files, an mbox or PST file) once for each mailbox of the labels and once
 * over all. A label belongs to a message by path, by store key or by Message-ID. The leaver is `leaver` or, if that is
 * empty, the address most messages have in common; the firm is that address's domain.
 */
std::vector<std::unique_ptr<LabelledMailbox>> readMailboxes(const QString& mail, const Labels& labels,
                                                            const QString& leaver);

} // namespace review
