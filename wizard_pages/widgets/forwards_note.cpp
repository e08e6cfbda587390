// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/forwards_note.h"

#include <QEvent>

namespace staffelstab::wizard_pages {

ForwardsNote::ForwardsNote(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("replyFindings"));
    setWordWrap(true);
    hide();
}

void ForwardsNote::setFindings(const std::optional<handover::ReplyFindings>& findings)
{
    m_findings = findings;
    setVisible(m_findings.has_value());
    retranslate();
}

void ForwardsNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QLabel::changeEvent(event);
}

void ForwardsNote::retranslate()
{
    if (!m_findings) {
        return;
    }
    QStringList lines;
    for (const reply::FoundForward& forward : m_findings->forwards) {
        lines.append(forward.keepsCopy ? tr("A filter sends copies of mail to %1.").arg(forward.target)
                                       : tr("A filter sends mail on to %1 and keeps none.").arg(forward.target));
    }
    if (m_findings->forwards.empty()) {
        lines.append(tr("No filter forwards mail."));
    } else {
        lines.append(tr("Please clarify whether that should go on, or remove the filter in your mail program."));
    }
    if (m_findings->hasOwnVacation) {
        lines.append(tr("An out-of-office reply of your own was active; this one replaces it."));
    }
    setText(lines.join(u'\n'));
}

} // namespace staffelstab::wizard_pages
