// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/cover_line.h"

#include "wizard_pages/reason_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace staffelstab::wizard_pages {

CoverLine::CoverLine(QWidget* keysOn) : QWidget(keysOn), m_text(new QLabel(this)), m_lines(new QPushButton(this))
{
    setObjectName(QStringLiteral("coverLine"));
    m_text->setFont(smallFont());
    m_text->setProperty("tone", QStringLiteral("muted"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_lines->setObjectName(QStringLiteral("privateLines"));
    m_lines->setCheckable(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_lines);
    connect(m_lines, &QPushButton::clicked, this, &CoverLine::privateLinesToggled);
    auto* key =
        new QShortcut(QKeySequence(QStringLiteral("L")), keysOn, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        if (m_lines->isVisible()) { // only business mail can contain private lines
            m_lines->click();
        }
    });
    clear();
}

void CoverLine::show(const separation::SeparationPlan& plan, separation::Row row, bool hasPrivateLines)
{
    const separation::Verdict verdict = plan.verdict(row);
    m_text->setText(tr("This message: %1")
                        .arg(verdict == separation::Verdict::Undecided
                                 ? ReasonText::suggestionLine(plan.suggestion(row))
                                 : coverText(verdict, plan.coveredBy(row))));
    m_text->setToolTip(m_text->text().toHtmlEscaped());
    m_lines->setText(tr("Contains private lines (L)"));
    m_lines->setToolTip(tr("It still goes into the business archive; the receipt counts such messages."));
    m_lines->setChecked(hasPrivateLines);
    m_lines->setVisible(verdict == separation::Verdict::Business);
}

void CoverLine::clear()
{
    m_text->clear();
    m_lines->hide();
}

QString CoverLine::text() const
{
    return m_text->text();
}

QString CoverLine::coverText(separation::Verdict verdict, std::optional<separation::Scope> scope)
{
    QString word = Chip::word(verdict);
    if (!scope) {
        return verdict == separation::Verdict::Protected
                   ? tr("%1 from the start (a body such as the works council or the company doctor)").arg(word)
                   : word;
    }
    switch (*scope) {
    case separation::Scope::Message:
        return tr("%1, as you decided for this message").arg(word);
    case separation::Scope::Thread:
        return tr("%1, as you decided for the conversation").arg(word);
    case separation::Scope::List:
        return tr("%1, as you decided for the mailing list").arg(word);
    case separation::Scope::Correspondent:
        return tr("%1, as you decided for the contact").arg(word);
    case separation::Scope::Folder:
        return tr("%1, as you decided for the folder").arg(word);
    }
    return word;
}

} // namespace staffelstab::wizard_pages
