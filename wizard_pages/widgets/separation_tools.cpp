// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/separation_tools.h"

#include "wizard_pages/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace staffelstab::wizard_pages {

namespace {

/** Beside the numbers of the scopes. */
constexpr int questionsId = 100;
constexpr int searchDelayMs = 80;

} // namespace

SeparationTools::SeparationTools(QWidget* parent)
    : QWidget(parent), m_scopes(new QButtonGroup(this)), m_search(new QLineEdit(this)),
      m_openFirst(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(-1);
    row->addLayout(segments);
    addScope(questionsId, "scopeQuestions");
    addScope(static_cast<int>(separation::Scope::Correspondent), "scopeContacts");
    addScope(static_cast<int>(separation::Scope::Folder), "scopeFolders");
    addScope(static_cast<int>(separation::Scope::Thread), "scopeThreads");
    addScope(static_cast<int>(separation::Scope::List), "scopeLists");
    for (QAbstractButton* button : m_scopes->buttons()) {
        segments->addWidget(button);
    }
    m_scopes->button(questionsId)->setChecked(true);
    connect(m_scopes, &QButtonGroup::idClicked, this, [this] {
        m_openFirst->setVisible(scope().has_value());
        Q_EMIT scopeChosen();
    });
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        clearSearch();
        Q_EMIT searchWanted();
        Q_EMIT searchLeft();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(searchDelayMs);
    connect(m_search, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &SeparationTools::searchWanted);
    m_openFirst->setObjectName(QStringLiteral("openFirst"));
    m_openFirst->setCheckable(true);
    m_openFirst->setChecked(true);
    m_openFirst->hide();
    connect(m_openFirst, &QPushButton::toggled, this, &SeparationTools::openFirstToggled);
    row->addWidget(m_search, 1);
    row->addWidget(m_openFirst);
    retranslate();
}

void SeparationTools::addScope(int id, const char* name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("kind", QStringLiteral("segment"));
    button->setCheckable(true);
    m_scopes->addButton(button, id);
}

std::optional<separation::Scope> SeparationTools::scope() const
{
    const int id = m_scopes->checkedId();
    return id == questionsId ? std::nullopt : std::optional(static_cast<separation::Scope>(id));
}

void SeparationTools::chooseQuestions()
{
    m_scopes->button(questionsId)->click();
}

QString SeparationTools::searchText() const
{
    return m_search->text();
}

void SeparationTools::clearSearch()
{
    m_search->clear();
    m_soon.stop();
}

void SeparationTools::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void SeparationTools::retranslate()
{
    m_scopes->button(questionsId)->setText(tr("Questions"));
    m_scopes->button(static_cast<int>(separation::Scope::Correspondent))->setText(tr("Contacts"));
    m_scopes->button(static_cast<int>(separation::Scope::Folder))->setText(tr("Folders"));
    m_scopes->button(static_cast<int>(separation::Scope::Thread))->setText(tr("Conversations"));
    m_scopes->button(static_cast<int>(separation::Scope::List))->setText(tr("Lists"));
    m_openFirst->setText(tr("Undecided first"));
    m_search->setPlaceholderText(tr("Search   ( / )"));
    m_search->setAccessibleName(tr("Search subject and contact"));
}

void SeparationTools::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
