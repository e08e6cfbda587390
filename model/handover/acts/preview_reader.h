// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/mailbox_access.h"
#include "mail/message_preview.h"

#include <QObject>
#include <QThread>

#include <map>

namespace staffelstab::handover {

/** One message to look at. */
struct PreviewWish
{
    separation::Row row = 0;
    quint16 mailbox = 0;
    mail::Folder folder;
    mail::MessageRef message;
};

/**
 * Reads single messages on a thread of its own and keeps the mailboxes open between two looks. Only the newest wish
 * counts; one that was overtaken is never answered.
 */
class PreviewReader : public QObject
{
    Q_OBJECT
public:
    explicit PreviewReader(QObject* parent = nullptr);
    ~PreviewReader() override;

    void read(PreviewWish wish, MailboxLogin login);
    /** Closes the mailboxes (before removal, and when the keyboard is handed over). */
    void closeAll();

Q_SIGNALS:
    void ready(staffelstab::separation::Row row, const staffelstab::mail::MessagePreview& preview);
    void failed(staffelstab::separation::Row row, const staffelstab::Failure& failure);

private:
    QThread m_thread;
    /** Lives on m_thread; owns nothing but its thread affinity. */
    QObject* m_there;
    std::map<quint16, std::unique_ptr<mail::MailStore>> m_stores;
    std::shared_ptr<std::atomic_bool> m_isOvertaken;
};

} // namespace staffelstab::handover
