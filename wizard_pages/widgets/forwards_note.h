// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/reply_topics.h"

#include <QLabel>

namespace staffelstab::wizard_pages {

/** Where the filters on the mail server send mail to; hidden while nobody has looked. */
class ForwardsNote : public QLabel
{
    Q_OBJECT
public:
    explicit ForwardsNote(QWidget* parent = nullptr);

    void setFindings(const std::optional<handover::ReplyFindings>& findings);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::optional<handover::ReplyFindings> m_findings;
};

} // namespace staffelstab::wizard_pages
