// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/local_mailbox_search.h"

#include <QWidget>

class QVBoxLayout;

namespace staffelstab::wizard_pages {

/** The mailboxes that mail programs keep on this computer, each with a button that adds it. Hidden while none is. */
class FoundMailboxes : public QWidget
{
    Q_OBJECT
public:
    explicit FoundMailboxes(QWidget* parent = nullptr);

    /** Leaves out what is in the handover already. */
    void setAdded(const std::vector<mail::MailboxSource>& added);

Q_SIGNALS:
    void chosen(const staffelstab::mail::MailboxSource& source);

protected:
    void changeEvent(QEvent* event) override;

private:
    void list();
    [[nodiscard]] bool isAdded(const mail::MailboxSource& source) const;

    mail::LocalMailboxSearch* m_search;
    QVBoxLayout* m_rows;
    std::vector<mail::MailboxSource> m_added;
};

} // namespace staffelstab::wizard_pages
