// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/case_page.h"

#include "wizard_pages/widgets/failure_notice.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {

constexpr int saveSoonMs = 250;

QString protectedText(int all, int byHand)
{
    if (byHand == 0) {
        return CasePage::tr(
            "%n message(s) are protected (works council, company doctor, data protection and the like).", "", all);
    }
    return byHand == all ? CasePage::tr("%n message(s) are protected because you decided so.", "", all)
                         : CasePage::tr("%n message(s) are protected: %1 with the works council, company doctor, data "
                                        "protection and the like, %2 because you decided so.",
                                        "", all)
                               .arg(QLocale().toString(all - byHand), QLocale().toString(byHand));
}

} // namespace

CasePage::CasePage(handover::HandoverCase& handover, handover::Step step, Body body, QWidget* parent)
    : StepPage(body, parent), m_case(handover), m_step(step), m_notice(new FailureNotice(this))
{
    content()->addWidget(m_notice);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveSoonMs);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] { leave(); });
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
        line->setText(protectedText(count, count == 0 ? 0 : static_cast<int>(m_case.plan().protectedByHand())) +
                      QLatin1Char(' ') +
                      tr("Nobody receives what is protected: it is in no copy and stays in the mailbox, untouched."));
    };
    onLanguage(show);
    connect(&m_case, &handover::HandoverCase::changed, line, show);
    return line;
}

void CasePage::typed()
{
    // Not put off by the next key: who types on and on is saved as well.
    if (isVisible() && !m_saveSoon.isActive()) {
        m_saveSoon.start();
    }
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
