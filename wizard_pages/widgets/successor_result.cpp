// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/successor_result.h"

#include "handover/topics/successor_topics.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/sharing_list.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

using handover::SuccessorChoice;
using handover::SuccessorOutcome;

SuccessorResult::SuccessorResult(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_detail(new QLabel(this)),
      m_folders(new SharingList(QStringLiteral("grantedFolders"), this)), m_change(new QPushButton(this))
{
    m_summary->setObjectName(QStringLiteral("successorSummary"));
    QFont heading = baseFont();
    heading.setWeight(QFont::DemiBold);
    m_summary->setFont(heading);
    m_change->setObjectName(QStringLiteral("successorAgain"));
    m_change->setProperty("kind", QStringLiteral("link"));
    m_change->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLabel* label : {m_summary, m_detail}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addWidget(m_folders);
    column->addWidget(m_change, 0, Qt::AlignLeft);
    connect(m_change, &QPushButton::clicked, this, &SuccessorResult::changeWanted);
}

void SuccessorResult::show(const handover::HandoverCase& handover)
{
    const SuccessorOutcome& outcome = handover.topic<SuccessorOutcome>();
    const bool isShared = outcome.way == SuccessorChoice::Way::Share;
    m_folders->setVisible(isShared);
    m_detail->setVisible(!isShared);
    if (isShared) {
        m_summary->setText(tr("Read back from the server, %1.").arg(momentText(outcome.at)));
        m_folders->show(outcome.folders, false);
        m_change->setText(tr("Take the access back"));
        return;
    }
    m_summary->setText(tr("%n message(s) are there, read back and compared.", "",
                          static_cast<int>(outcome.arrived + outcome.wasThere)));
    QString detail = tr("%1, %2, %3 of them from before.")
                         .arg(mail::describe(handover.topic<SuccessorChoice>().target),
                              QLocale().formattedDataSize(outcome.bytes), QLocale().toString(outcome.wasThere));
    if (outcome.failed > 0) {
        detail += QLatin1Char(' ') +
                  tr("%n message(s) could not be copied; the receipt says so.", "", static_cast<int>(outcome.failed));
    }
    m_detail->setText(detail);
    m_change->setText(tr("Copy again"));
}

} // namespace staffelstab::wizard_pages
