// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/case_page.h"

#include "wizard_pages/widgets/failure_notice.h"

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
