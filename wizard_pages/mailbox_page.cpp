// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/mailbox_page.h"

#include "wizard_pages/failure_text.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/message_place_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/found_mailboxes.h"
#include "wizard_pages/widgets/mailbox_form.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/reason_table.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

namespace staffelstab::wizard_pages {

namespace {

QString day(const QDateTime& time)
{
    return dayText(time.toLocalTime().date());
}

} // namespace

MailboxPage::MailboxPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                         QWidget* parent)
    : CasePage(handover, handover::Step::Mailbox, Body::Scrolling, parent), m_acts(acts),
      m_form(new MailboxForm(prompts, this)), m_found(new FoundMailboxes(this)), m_list(new QWidget(this)),
      m_logins(new MailboxLogins(this)), m_panel(new ActPanel(acts, handover::Step::Mailbox, this)),
      m_again(makeButton(QStringLiteral("scanAgain"), {}, [] { return tr("Read again"); })),
      m_summary(new QLabel(this)), m_folders(makePlainTable(QStringLiteral("folders"), this)),
      m_unreadableTitle(makeHeading([] { return QString(); })),
      m_unreadable(new ReasonTable(QStringLiteral("unreadable"), this))
{
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Mailboxes of this handover"); }));
    column->addWidget(m_list);
    column->addWidget(m_logins);
    content()->addWidget(card);
    content()->addWidget(m_panel);
    buildResult();
    QFrame* more = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Add a mailbox"); }));
    column->addWidget(m_found);
    column->addWidget(m_form);
    content()->addWidget(more);
    connect(m_found, &FoundMailboxes::chosen, this, &MailboxPage::add);
    m_form->setPolicy(handover.policy());
    connect(m_logins, &MailboxLogins::browserWanted, this, [&prompts](const QUrl& url) { prompts.openInBrowser(url); });
    connect(m_form, &MailboxForm::added, this, &MailboxPage::add);
    connect(m_again, &QPushButton::clicked, this, &MailboxPage::scan);
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_panel, &ActPanel::succeeded, this, [this] {
        m_wantsLogin = false;
        refresh();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        m_wantsLogin = m_wantsLogin || MailboxLogins::asksForPassword(failure);
        refresh();
    });
}

void MailboxPage::buildResult()
{
    auto* row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_again);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("scanSummary"));
    content()->addLayout(row);
    content()->addWidget(m_folders);
    content()->addWidget(m_unreadableTitle);
    content()->addWidget(m_unreadable);
    onLanguage([this] {
        m_folders->setHeaderLabels({tr("Folder"), tr("Messages"), tr("Size"), tr("From"), tr("To"), tr("Unreadable")});
        m_folders->setAccessibleName(tr("Folders found"));
        m_unreadable->setTexts({tr("Folder"), tr("Which"), tr("Size"), tr("Why")}, tr("Messages that cannot be read"));
        m_unreadableTitle->setText(tr("Messages that cannot be read; they stay where they are"));
    });
    m_folders->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_folders->header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

QString MailboxPage::title() const
{
    return tr("Where is your mail?");
}

QString MailboxPage::lead() const
{
    return tr(
        "Connecting only reads: nothing is marked as read, moved or removed until you confirm a removal much later.");
}

QString MailboxPage::why() const
{
    return tr("The program reads who wrote what and when, so that you can separate it in a few decisions. Passwords go "
              "to the key store of this computer or stay in memory, never into a file.");
}

QString MailboxPage::primaryText() const
{
    return isComplete() ? tr("Next") : tr("Read the mailbox");
}

bool MailboxPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (isComplete() || !m_case.mailboxes().empty());
}

void MailboxPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
    } else {
        scan();
    }
}

void MailboxPage::scan()
{
    m_panel->expect(tr("If you cancel, nothing has changed; you can read the mailbox again at any time."));
    m_acts.startScan(m_logins->take());
}

void MailboxPage::add(const mail::MailboxSource& source)
{
    if (accept(m_case.addMailbox(source))) {
        m_form->clear();
        m_wantsLogin = true;
        refresh();
    }
}

QString MailboxPage::missing() const
{
    return m_panel->isBusy() ? QString() : tr("Please add a mailbox first.");
}

void MailboxPage::refresh()
{
    listMailboxes();
    m_form->proposeUser(m_case.people().leaver.email);
    m_form->setEnabled(!m_panel->isBusy());
    m_found->setEnabled(!m_panel->isBusy());
    m_found->setAdded(m_case.mailboxes());
    m_logins->setMailboxes(m_case.mailboxes());
    m_logins->setVisible(m_logins->isNeeded() && m_wantsLogin && !m_panel->isBusy());
    const bool hasResult = m_case.scanReport().has_value();
    m_again->setVisible(hasResult && !m_panel->isBusy());
    m_summary->setVisible(hasResult);
    m_folders->setVisible(hasResult);
    if (hasResult) {
        listFolders();
    }
    listUnreadable();
}

void MailboxPage::listMailboxes()
{
    auto* rows = m_list->layout();
    while (QLayoutItem* item = rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto& mailboxes = m_case.mailboxes();
    for (std::size_t i = 0; i < mailboxes.size(); ++i) {
        auto* line = new QWidget(m_list);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* name = new QLabel(mail::describe(mailboxes[i]), line);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        auto* remove = new QPushButton(tr("Take off the list"), line);
        remove->setObjectName(QStringLiteral("removeMailbox%1").arg(i));
        remove->setProperty("kind", QStringLiteral("link"));
        remove->setAccessibleName(tr("Take %1 off the list").arg(name->text()));
        remove->setEnabled(!m_panel->isBusy());
        connect(
            remove, &QPushButton::clicked, this, [this, i] { accept(m_case.removeMailbox(static_cast<int>(i))); },
            Qt::QueuedConnection);
        row->addWidget(name, 1);
        row->addWidget(remove);
        rows->addWidget(line);
    }
    if (mailboxes.empty()) {
        auto* none = new QLabel(tr("None yet. Please add one below."), m_list);
        none->setProperty("tone", QStringLiteral("muted"));
        rows->addWidget(none);
    }
}

void MailboxPage::listFolders()
{
    const QLocale locale;
    m_folders->clear();
    quint32 messages = 0;
    qint64 bytes = 0;
    for (const auto& mailbox : m_case.scanReport()->folders) {
        for (const handover::FolderCount& folder : mailbox) {
            messages += folder.messages;
            bytes += folder.bytes;
            auto* item = new QTreeWidgetItem(
                m_folders, {folder.path, locale.toString(folder.messages), locale.formattedDataSize(folder.bytes),
                            day(folder.oldest), day(folder.newest),
                            folder.unreadable ? locale.toString(folder.unreadable) : QStringLiteral("–")});
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
            item->setTextAlignment(5, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    fitHeight(m_folders, 8);
    m_summary->setText(tr("%n message(s), %1, read on %2.", "", static_cast<int>(messages))
                           .arg(locale.formattedDataSize(bytes), momentText(m_case.scanReport()->at)));
    if (const auto copies = static_cast<int>(m_case.plan().copies()); copies > 0) {
        m_summary->setText(m_summary->text() + QLatin1Char(' ') +
                           tr("%n of them lie(s) here more than once and will be decided once.", "", copies));
    }
}

void MailboxPage::listUnreadable()
{
    std::vector<QStringList> lines;
    if (m_case.scanReport()) {
        for (const handover::UnreadableEntry& entry : m_case.scanReport()->unreadable) {
            lines.push_back({entry.folder, MessagePlaceText::of(m_case.mailboxes()[entry.mailbox], entry),
                             QLocale().formattedDataSize(entry.bytes), FailureText::of(entry.why)});
        }
    }
    m_unreadable->setLines(lines);
    m_unreadableTitle->setVisible(!lines.empty());
}

} // namespace staffelstab::wizard_pages
