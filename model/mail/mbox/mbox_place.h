// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"
#include "mail/mbox/mbox_splitter.h"

#include <optional>

namespace staffelstab::mail {

/** How far the scan of an mbox is, and what shows later that nobody wrote to the file since. */
struct MboxPlace
{
    MboxSplitter::Place at;
    /** Told so far. */
    qint64 messages = 0;
    /** stampOf() before the scan began. */
    QByteArray stamp;
    /** contentAround() the place. */
    QByteArray around;

    static std::optional<MboxPlace> parse(const ScanSink::Place& place);
    [[nodiscard]] ScanSink::Place toBytes() const;
    /** True if `path`, whose stamp is `now`, is the file it was. */
    [[nodiscard]] bool holds(const QString& path, const QByteArray& now) const;
};

} // namespace staffelstab::mail
