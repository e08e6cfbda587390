// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/business_archive_page.h"

#include "handover/acts/unfinished_writes.h"
#include "handover/acts/void_archive_act.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/archive_choice_form.h"
#include "wizard_pages/widgets/begun_archive.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/outdated_archives.h"
#include "wizard_pages/widgets/unfinished_note.h"

#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <utility>

namespace staffelstab::wizard_pages {

BusinessArchivePage::BusinessArchivePage(handover::HandoverCase& handover, handover::HandoverActs& acts,
                                         UserPrompts& prompts, QWidget* parent)
    : CasePage(handover, handover::Step::BusinessArchive, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_logins(new MailboxLogins(this)), m_panel(new ActPanel(acts, handover::Step::BusinessArchive, this))
{
    m_result = makeResult();
    m_choice = new ArchiveChoiceForm(m_prompts, this);
    m_choice->setChoice(m_case.archiveChoice(), m_case.policy().dpoCertificate);
    m_outdated = new OutdatedArchives(this);
    connect(m_outdated, &OutdatedArchives::removalWanted, this, &BusinessArchivePage::removeOutdated);
    connect(m_outdated, &OutdatedArchives::goneSaid, this, &BusinessArchivePage::sayOutdatedGone);
    m_unfinished = new UnfinishedNote(m_case, m_acts, handover::Step::BusinessArchive, *m_panel, this);
    m_begun = new BegunArchive(this);
    content()->addWidget(m_unfinished);
    content()->addWidget(m_outdated);
    content()->addWidget(m_result);
    content()->addWidget(m_begun);
    content()->addWidget(m_choice);
    content()->addWidget(makeProtectedLine());
    content()->addWidget(m_logins);
    content()->addWidget(m_panel);
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_unfinished, &UnfinishedNote::lookingChanged, this, &BusinessArchivePage::changed);
    connect(m_unfinished, &UnfinishedNote::looked, this, [this, update](const auto& begun) {
        m_begun->setStanding(begun);
        update();
    });
    connect(m_begun, &BegunArchive::changed, this, &BusinessArchivePage::changed);
    connect(m_begun, &BegunArchive::anewWanted, this, &BusinessArchivePage::beginAnew);
    connect(m_panel, &ActPanel::busyChanged, this, [this, update] {
        lookForBegun();
        update();
    });
    connect(m_panel, &ActPanel::succeeded, this, [this, update] {
        m_isWritingAgain = m_isWritingAgain && !std::exchange(m_isWriting, false);
        m_logins->hide();
        update();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        m_isWriting = false;
        m_logins->setMailboxes(m_case.mailboxes());
        m_logins->setVisible(m_logins->isNeeded() && MailboxLogins::asksForPassword(failure));
    });
    connect(m_choice, &ArchiveChoiceForm::changed, this, [this] {
        m_unfinished->lookSoon(chosen());
        Q_EMIT changed();
    });
}

/** What is typed; before anything is, what the case has. */
handover::ArchiveChoice BusinessArchivePage::chosen() const
{
    handover::ArchiveChoice typed = m_choice->choice();
    return typed.target.isEmpty() ? m_case.archiveChoice() : typed;
}

/** Also where the medium came back under the path that is typed now. */
void BusinessArchivePage::lookForBegun()
{
    m_unfinished->look(chosen());
}

QWidget* BusinessArchivePage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_summary = makeHeading([] { return QString(); });
    m_summary->setObjectName(QStringLiteral("archiveSummary"));
    m_file = makeLabel([] { return QString(); });
    m_digest = makeLabel([] { return QString(); });
    m_digest->setObjectName(QStringLiteral("archiveDigest"));
    m_digest->setFont(fixedFont());
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_skipped = makeLabel([] { return QString(); });
    column->addWidget(m_summary);
    column->addWidget(m_file);
    column->addWidget(makeSmall([] { return tr("SHA-256, as it will stand on the receipt"); }));
    column->addWidget(m_digest);
    m_beginning = makeLabel([] { return QString(); });
    m_beginning->setObjectName(QStringLiteral("archiveBeginning"));
    column->addWidget(m_skipped);
    column->addWidget(m_beginning);
    column->addWidget(
        makeSmall([] { return tr("A handover copy; it does not replace the company's archive for tax law (GoBD)."); }));
    auto* row = new QHBoxLayout;
    QPushButton* open = makeButton(QStringLiteral("openArchiveFolder"), {}, [] { return tr("Show in folder"); });
    QPushButton* again =
        makeButton(QStringLiteral("archiveAgain"), QStringLiteral("link"), [] { return tr("Write it anew"); });
    row->addWidget(open);
    row->addWidget(again);
    row->addStretch();
    column->addLayout(row);
    connect(open, &QPushButton::clicked, this,
            [this] { m_prompts.openOutside(QFileInfo(m_case.archive()->path).absolutePath()); });
    connect(again, &QPushButton::clicked, this, [this] {
        m_isWritingAgain = true;
        refresh();
        Q_EMIT changed();
    });
    return card;
}

QString BusinessArchivePage::title() const
{
    return tr("Hand the business mail over");
}

QString BusinessArchivePage::lead() const
{
    const separation::Tally tally = m_case.plan().tallies()[static_cast<std::size_t>(separation::Verdict::Business)];
    return tr("%n business message(s), %1, are written to a medium for the supervisor, read back and compared.", "",
              static_cast<int>(tally.messages))
        .arg(QLocale().formattedDataSize(tally.bytes));
}

QString BusinessArchivePage::why() const
{
    return tr("The supervisor receives the business mail as files anyone can open, with an index and a list of "
              "checksums. Private and protected mail is not in it.");
}

QString BusinessArchivePage::primaryText() const
{
    if (isDone()) {
        return tr("Next");
    }
    return isGoingOn() ? tr("Go on with the archive") : tr("Write the archive");
}

bool BusinessArchivePage::isPrimaryReady() const
{
    if (m_panel->isBusy() || m_unfinished->isLooking()) {
        return false;
    }
    return isDone() || missing().isEmpty();
}

QString BusinessArchivePage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    if (m_unfinished->isLooking()) {
        return tr("The medium is still being looked at.");
    }
    if (isGoingOn()) {
        return m_begun->isFilled() ? QString() : tr("Please type the passphrase with which the archive was begun.");
    }
    return m_choice->missing();
}

bool BusinessArchivePage::isGoingOn() const
{
    return !isDone() && m_begun->standing().has_value();
}

void BusinessArchivePage::enter()
{
    lookForBegun();
    refresh();
}

void BusinessArchivePage::refresh()
{
    const bool hasResult = m_case.archive().has_value();
    m_result->setVisible(hasResult && !m_isWritingAgain);
    const bool isChoosing = (!hasResult || m_isWritingAgain) && !m_panel->isBusy();
    m_begun->setVisible(isChoosing && isGoingOn());
    m_choice->setVisible(isChoosing && !isGoingOn());
    m_outdated->setArchives(m_case.topic<handover::VoidArchives>().archives);
    m_outdated->setEnabled(!m_panel->isBusy());
    if (hasResult) {
        showResult();
    }
}

void BusinessArchivePage::showResult()
{
    const handover::ArchiveOutcome& outcome = *m_case.archive();
    const QLocale locale;
    m_summary->setText(tr("%n message(s) written, read back and compared.", "", static_cast<int>(outcome.messages)));
    m_file->setText(
        tr("%1, %2, written %3").arg(outcome.path, locale.formattedDataSize(outcome.bytes), momentText(outcome.at)));
    m_digest->setText(groupedDigest(outcome.sha256));
    const QString beginning = BegunArchive::outcomeText(outcome);
    m_beginning->setVisible(!beginning.isEmpty());
    m_beginning->setText(beginning);
    m_skipped->setVisible(outcome.skipped > 0);
    m_skipped->setText(tr("%n message(s) could not be read and are not in it; the receipt says so.", "",
                          static_cast<int>(outcome.skipped)));
}

void BusinessArchivePage::beginAnew()
{
    m_prompts.confirm(this, tr("Take the begun archive away?"),
                      tr("What is written of it is deleted from the medium. The mailbox is untouched."),
                      tr("Take it away"), [this] {
                          if (!accept(m_case.setArchiveChoice(chosen()))) {
                              return;
                          }
                          m_panel->expect(tr("Only what this program left unfinished is taken away."));
                          m_acts.start(handover::Step::BusinessArchive, handover::sweepUnfinishedAct(m_acts.context()));
                      });
}

void BusinessArchivePage::removeOutdated()
{
    m_panel->expect(tr("Only a file that still is what this program wrote is deleted."));
    m_acts.start(handover::Step::BusinessArchive, handover::removeVoidArchivesAct(m_acts.context()));
}

void BusinessArchivePage::sayOutdatedGone()
{
    QStringList paths;
    for (const handover::VoidArchive& archive : m_case.topic<handover::VoidArchives>().archives) {
        if (archive.state == handover::VoidArchive::State::NotFound) {
            paths.append(archive.written.path);
        }
    }
    m_prompts.confirm(this, tr("Does the old archive no longer exist?"),
                      tr("It holds messages that are decided otherwise by now, perhaps private ones. If its medium is "
                         "only elsewhere, please get it and delete the archive here. The receipt will say that it is "
                         "gone by your word.") +
                          QStringLiteral("\n\n") + paths.join(u'\n'),
                      tr("It no longer exists"), [this] { accept(handover::sayVoidArchivesGone(m_case)); });
}

void BusinessArchivePage::act()
{
    if (isDone()) {
        Q_EMIT finished();
    } else {
        write();
    }
}

void BusinessArchivePage::write()
{
    const std::optional<handover::ArchiveStanding> begun = m_begun->standing();
    if (!accept(m_case.setArchiveChoice(chosen()))) {
        return;
    }
    Secret passphrase = begun ? m_begun->takePassphrase() : m_choice->takePassphrase();
    const handover::ArchiveChoice& choice = m_case.archiveChoice();
    const bool canBeGoneOnWith =
        choice.container == archive::ArchiveOptions::Container::Zip && choice.sealCertificates.isEmpty();
    const QLocale locale;
    m_panel->expect(
        canBeGoneOnWith ? tr("If you cancel, what is written stays on the medium: you can go on with it later, or take "
                             "it away. The mailbox is untouched.")
                        : tr("If you cancel, the unfinished archive is taken away again; the mailbox is untouched."),
        begun ? tr("Going on at message %1 of %2").arg(locale.toString(begun->done), locale.toString(begun->messages))
              : QString());
    m_isWriting = true;
    m_acts.startArchive(m_logins->take(), std::move(passphrase));
}

} // namespace staffelstab::wizard_pages
