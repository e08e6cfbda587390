// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/case_page.h"

#include "wizard_pages/widgets/failure_notice.h"

#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

CasePage::CasePage(handover::HandoverCase& handover, handover::Step step, Body body, QWidget* parent)
    : StepPage(body, parent), m_case(handover), m_step(step), m_notice(new FailureNotice(this))
{
    content()->addWidget(m_notice);
    connect(&m_case, &handover::HandoverCase::changed, this, [this] {
        if (isVisible()) {
            refresh();
        }
        Q_EMIT changed();
    });
}

QLabel* CasePage::makeProtectedLine()
{
    QLabel* line = makeLabel([] { return QString(); });
    line->setObjectName(QStringLiteral("protectedLine"));
    const auto show = [this, line] {
        const auto count = static_cast<int>(
            m_case.plan().tallies()[static_cast<std::size_t>(separation::Verdict::Protected)].messages);
        line->setVisible(count > 0);
        line->setText(tr("%n message(s) are protected (works council, company doctor, data protection). Nobody "
                         "receives them: they are in no copy and stay in the mailbox, untouched.",
                         "", count));
    };
    onLanguage(show);
    connect(&m_case, &handover::HandoverCase::changed, line, show);
    return line;
}

bool CasePage::accept(const Status& status)
{
    showFailure(status ? nullptr : &status.failure());
    return status.isOk();
}

void CasePage::showFailure(const Failure* failure)
{
    m_notice->show(failure);
}

} // namespace staffelstab::wizard_pages
