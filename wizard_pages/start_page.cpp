// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/start_page.h"

#include "handover/case_list.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/step_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/failure_notice.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

constexpr int columnWidth = 720;
constexpr std::size_t mostShown = 4;

} // namespace

StartPage::StartPage(ScreenLanguage& language, QString casesFolder, QWidget* parent)
    : StepPage(Body::Scrolling, parent), m_language(language), m_casesFolder(std::move(casesFolder)),
      m_notice(new FailureNotice(this)), m_resume(new QWidget(this))
{
    build();
}

QWidget* StartPage::makeChoice(const QString& name, Say title, Say sentence, std::function<void()> chosen)
{
    auto* choice = new ChoiceButton(this);
    choice->setObjectName(name);
    onLanguage(
        [choice, title = std::move(title), sentence = std::move(sentence)] { choice->setTexts(title(), sentence()); });
    connect(choice, &QAbstractButton::clicked, this, std::move(chosen));
    return choice;
}

QWidget* StartPage::firstFocus()
{
    // Who has begun one does not begin another by pressing Enter.
    auto* const resume = findChild<ChoiceButton*>(QStringLiteral("resume0"));
    return resume != nullptr ? resume : findChild<ChoiceButton*>(QStringLiteral("startHandover"));
}

void StartPage::build()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(space::medium);
    auto* top = new QHBoxLayout;
    auto* icon = new QLabel(this);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/staffelstab.svg")).pixmap(48, 48));
    auto* brand = new QLabel(QStringLiteral("Staffelstab"), this);
    brand->setFont(titleFont());
    brand->setProperty("tone", QStringLiteral("accent"));
    top->addWidget(icon);
    top->addWidget(brand);
    top->addStretch();
    for (const auto& [code, name] : {std::pair("de", "Deutsch"), std::pair("en", "English")}) {
        auto* button = makeButton(QStringLiteral("language_%1").arg(QLatin1String(code)), QStringLiteral("segment"),
                                  [text = QString::fromLatin1(name)] { return text; });
        button->setCheckable(true);
        onLanguage(
            [this, button, code = QString::fromLatin1(code)] { button->setChecked(m_language.current() == code); });
        connect(button, &QPushButton::clicked, this, [this, button, code = QString::fromLatin1(code)] {
            button->setChecked(true);
            m_language.use(code);
        });
        top->addWidget(button);
    }
    column->addSpacing(space::edge);
    column->addLayout(top);
    column->addWidget(makeLabel([] {
        return tr("For the last days of a job: take along what is private, hand over what belongs to the company, and "
                  "get it confirmed.");
    }));
    column->addWidget(m_notice);
    column->addWidget(makeChoice(
        QStringLiteral("startHandover"), [] { return tr("Start a handover"); },
        [] { return tr("You are leaving and want to hand over. About an hour; you can stop at any point."); },
        [this] { Q_EMIT startWanted(); }));
    m_resumeList = new QVBoxLayout(m_resume);
    m_resumeList->setContentsMargins(0, 0, 0, 0);
    m_resumeList->setSpacing(space::small);
    column->addWidget(m_resume);
    column->addWidget(makeChoice(
        QStringLiteral("countersign"), [] { return tr("Countersign a receipt"); },
        [] { return tr("You are the supervisor and have been given a file ending in “.pending.pdf”."); },
        [this] { Q_EMIT countersignWanted(); }));
    column->addWidget(makeChoice(
        QStringLiteral("verifyReceipts"), [] { return tr("Verify and print receipts"); },
        [] { return tr("For HR: who signed when, and whether anything was changed since."); },
        [this] { Q_EMIT verifyWanted(); }));
    column->addSpacing(space::small);
    column->addWidget(
        makeSmall([] { return tr("Everything stays on this computer. There is no account and no server of ours."); }));
    column->addStretch();
    auto* middle = new QWidget(this);
    middle->setLayout(column);
    middle->setMaximumWidth(columnWidth);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(middle, 8);
    centred->addStretch(1);
    content()->addLayout(centred);
}

void StartPage::refresh()
{
    listUnfinished();
}

void StartPage::showFailure(const Failure& failure)
{
    m_notice->show(&failure);
}

void StartPage::listUnfinished()
{
    while (QLayoutItem* item = m_resumeList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::size_t shown = 0;
    QWidget* before = findChild<QWidget*>(QStringLiteral("startHandover"));
    for (const handover::CaseSummary& summary : handover::listCases(m_casesFolder)) {
        if (summary.isClosed || shown >= mostShown) {
            continue;
        }
        auto* button = new ChoiceButton(m_resume);
        button->setObjectName(QStringLiteral("resume%1").arg(shown++));
        const QString whose = summary.leaverName.isEmpty() ? summary.caseNumber : summary.leaverName;
        const QString saved = momentText(summary.savedAt);
        const QString chapter =
            tr("%1: %2").arg(StepText::chapter(handover::rowOf(summary.step).chapter), StepText::name(summary.step));
        button->setTexts(tr("Resume: %1").arg(whose),
                         tr("%1 · saved %2 · handover %3").arg(chapter, saved, summary.caseNumber));
        connect(button, &QAbstractButton::clicked, this, [this, file = summary.file] { Q_EMIT resumeWanted(file); });
        m_resumeList->addWidget(button);
        // Now, not with the next event: the keyboard goes there.
        button->show();
        // Made after the buttons below it.
        setTabOrder(before, button);
        before = button;
    }
    m_resume->setVisible(shown > 0);
}

} // namespace staffelstab::wizard_pages
