// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/found_mailboxes.h"

#include "wizard_pages/theme.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

QString programName(mail::LocalMailbox::Program program)
{
    using Program = mail::LocalMailbox::Program;
    switch (program) {
    case Program::Thunderbird:
        return FoundMailboxes::tr("Thunderbird profile");
    case Program::Outlook:
        return FoundMailboxes::tr("Outlook data file");
    case Program::KMail:
        return FoundMailboxes::tr("KMail folders");
    case Program::Evolution:
        return FoundMailboxes::tr("Evolution folders");
    case Program::Other:
        break;
    }
    return FoundMailboxes::tr("Mail folder");
}

} // namespace

FoundMailboxes::FoundMailboxes(QWidget* parent)
    : QWidget(parent), m_search(new mail::LocalMailboxSearch(this)), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("foundMailboxes"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::small);
    setVisible(false);
    connect(m_search, &mail::LocalMailboxSearch::found, this, &FoundMailboxes::list);
    m_search->start(QDir::homePath());
}

void FoundMailboxes::setAdded(const std::vector<mail::MailboxSource>& added)
{
    if (m_added != added) {
        m_added = added;
        list();
    }
}

bool FoundMailboxes::isAdded(const mail::MailboxSource& source) const
{
    return std::any_of(m_added.begin(), m_added.end(), [&source](const mail::MailboxSource& one) {
        return one.kind == source.kind && one.path == source.path;
    });
}

void FoundMailboxes::list()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const mail::LocalMailbox& one : m_search->mailboxes()) {
        if (isAdded(one.source)) {
            continue;
        }
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* name = new QLabel(QStringLiteral("%1: %2").arg(programName(one.program), one.name), line);
        name->setTextFormat(Qt::PlainText);
        name->setToolTip(QDir::toNativeSeparators(one.source.path));
        name->setWordWrap(true);
        auto* add = new QPushButton(tr("Add"), line);
        add->setProperty("kind", QStringLiteral("link"));
        add->setAutoDefault(false);
        add->setAccessibleName(tr("Add %1").arg(name->text()));
        connect(
            add, &QPushButton::clicked, this, [this, source = one.source] { Q_EMIT chosen(source); },
            Qt::QueuedConnection);
        row->addWidget(name, 1);
        row->addWidget(add);
        m_rows->addWidget(line);
    }
    setVisible(m_rows->count() > 0);
}

void FoundMailboxes::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        list();
    }
}

} // namespace staffelstab::wizard_pages
