// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/business_archive_page.h"

#include "handover/acts/void_archive_act.h"
#include "secrets/seal.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/noted_secret.h"
#include "wizard_pages/widgets/passphrase_input.h"
#include "wizard_pages/widgets/path_field.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace staffelstab::wizard_pages {

QString groupedDigest(const QByteArray& digest)
{
    QString text = QString::fromLatin1(digest.toHex());
    for (qsizetype at = 4; at < text.size(); at += 5) {
        text.insert(at, QLatin1Char(' '));
    }
    return text;
}

BusinessArchivePage::BusinessArchivePage(handover::HandoverCase& handover, handover::HandoverActs& acts,
                                         UserPrompts& prompts, QWidget* parent)
    : CasePage(handover, handover::Step::BusinessArchive, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_logins(new MailboxLogins(this)), m_panel(new ActPanel(acts, handover::Step::BusinessArchive, this))
{
    m_result = makeResult();
    m_choice = makeChoice();
    m_outdated = makeOutdated();
    content()->addWidget(m_outdated);
    content()->addWidget(m_result);
    content()->addWidget(m_choice);
    content()->addWidget(makeProtectedLine());
    content()->addWidget(m_logins);
    content()->addWidget(m_panel);
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, [this, update] {
        m_isWritingAgain = false;
        m_logins->hide();
        update();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        m_logins->setMailboxes(m_case.mailboxes());
        m_logins->setVisible(m_logins->isNeeded() && MailboxLogins::asksForPassword(failure));
    });
    const handover::ArchiveChoice& choice = m_case.archiveChoice();
    m_target->setPath(choice.target);
    m_label->setText(choice.mediumLabel);
    ChoiceButton* const containers[] = {m_zip, m_folder, m_disc};
    containers[static_cast<int>(choice.container)]->setChecked(true);
    m_sealedFor->setPath(choice.sealCertificates.isEmpty() ? m_case.policy().dpoCertificate
                                                           : choice.sealCertificates.first());
    m_isSealed->setChecked(!choice.sealCertificates.isEmpty());
}

QWidget* BusinessArchivePage::makeChoice()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_target = new PathField(QStringLiteral("archiveTarget"), PathField::Kind::Folder, m_prompts, card);
    m_target->offerDrives();
    m_label = new QLineEdit(card);
    m_label->setObjectName(QStringLiteral("mediumLabel"));
    m_label->setMaxLength(60);
    QLabel* label = makeLabel([] { return tr("What is written on the medium (optional), e.g. “UEB-0042”"); });
    label->setBuddy(m_label);
    column->addWidget(makeLabel([] { return tr("Medium or folder for the supervisor"); }));
    column->addWidget(m_target);
    column->addWidget(label);
    column->addWidget(m_label);
    addContainers(column);
    addSealedCopy(column);
    onLanguage([this] {
        m_target->setTexts(tr("Medium or folder for the supervisor"));
        m_passphrase->retranslate();
    });
    connect(m_target, &PathField::changed, this, &BusinessArchivePage::changed);
    return card;
}

void BusinessArchivePage::addContainers(QVBoxLayout* column)
{
    auto* group = new QButtonGroup(this);
    m_zip = new ChoiceButton(this);
    m_folder = new ChoiceButton(this);
    m_zip->setObjectName(QStringLiteral("containerZip"));
    m_folder->setObjectName(QStringLiteral("containerFolder"));
    m_disc = new ChoiceButton(this);
    m_disc->setObjectName(QStringLiteral("containerDisc"));
    for (ChoiceButton* button : {m_zip, m_disc, m_folder}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    column->addWidget(m_zip);
    addPassphrases(column);
    column->addWidget(m_disc);
    column->addWidget(m_folder);
    onLanguage([this] {
        m_disc->setTexts(tr("A disc image (ISO)"),
                         tr("To be burned on a disc that cannot be changed any more. Not locked."));
        m_zip->setTexts(tr("One locked file (AES-256 ZIP)"),
                        tr("Without the passphrase not even the names of the files can be seen. Opens with 7-Zip."));
        m_folder->setTexts(tr("An open folder"), tr("Not locked. Only for a medium that nobody else gets hold of."));
    });
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        m_passphrases->setVisible(isZip());
        Q_EMIT changed();
    });
}

void BusinessArchivePage::addPassphrases(QVBoxLayout* column)
{
    m_passphrases = new QWidget(this);
    auto* rows = new QVBoxLayout(m_passphrases);
    rows->setContentsMargins(space::huge, 0, 0, 0);
    auto* group = new QButtonGroup(this);
    m_made = new ChoiceButton(m_passphrases);
    m_typed = new ChoiceButton(m_passphrases);
    m_made->setObjectName(QStringLiteral("passphraseMade"));
    m_typed->setObjectName(QStringLiteral("passphraseTyped"));
    m_noted = new NotedSecret([] { return secrets::generateCode(); }, m_passphrases);
    m_passphrase = new PassphraseInput(m_passphrases);
    for (ChoiceButton* button : {m_made, m_typed}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_made->setChecked(true);
    m_passphrase->setVisible(false);
    rows->addWidget(m_made);
    rows->addWidget(m_noted);
    rows->addWidget(m_typed);
    rows->addWidget(m_passphrase);
    column->addWidget(m_passphrases);
    onLanguage([this] {
        m_made->setTexts(tr("Let the program make the passphrase"),
                         tr("Shown once. Give it to the supervisor apart from the medium."));
        m_typed->setTexts(tr("Type a passphrase together with the supervisor"), tr("It is not stored on the medium."));
    });
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        m_noted->setVisible(m_made->isChecked());
        m_passphrase->setVisible(!m_made->isChecked());
        Q_EMIT changed();
    });
    connect(m_noted, &NotedSecret::changed, this, &BusinessArchivePage::changed);
    connect(m_passphrase, &PassphraseInput::changed, this, &BusinessArchivePage::changed);
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
    column->addWidget(m_skipped);
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

void BusinessArchivePage::addSealedCopy(QVBoxLayout* column)
{
    m_isSealed = new QCheckBox(this);
    m_isSealed->setObjectName(QStringLiteral("sealedCopy"));
    m_sealedFor = new PathField(QStringLiteral("sealedFor"), PathField::Kind::File, m_prompts, this);
    m_sealedFor->setVisible(false);
    column->addWidget(m_isSealed);
    column->addWidget(m_sealedFor);
    onLanguage([this] {
        m_isSealed->setText(tr("Also a copy that only the data protection officer can open"));
        m_sealedFor->setTexts(tr("Certificate of the data protection officer"),
                              tr("Certificates (*.pem *.crt *.cer *.der)"));
    });
    connect(m_isSealed, &QCheckBox::toggled, this, [this](bool isWanted) {
        m_sealedFor->setVisible(isWanted);
        Q_EMIT changed();
    });
    connect(m_sealedFor, &PathField::changed, this, &BusinessArchivePage::changed);
}

bool BusinessArchivePage::isZip() const
{
    return container() == archive::ArchiveOptions::Container::Zip;
}

archive::ArchiveOptions::Container BusinessArchivePage::container() const
{
    using enum archive::ArchiveOptions::Container;
    return m_folder->isChecked() ? Folder : m_disc->isChecked() ? Iso : Zip;
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
    return isComplete() && !m_isWritingAgain ? tr("Next") : tr("Write the archive");
}

bool BusinessArchivePage::isPrimaryReady() const
{
    if (m_panel->isBusy()) {
        return false;
    }
    if (isComplete() && !m_isWritingAgain) {
        return true;
    }
    const bool hasPassphrase = !isZip() || (m_made->isChecked() ? m_noted->isComplete() : m_passphrase->isComplete());
    return !m_target->path().isEmpty() && hasPassphrase && (!m_isSealed->isChecked() || !m_sealedFor->path().isEmpty());
}

QString BusinessArchivePage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    if (m_target->path().isEmpty()) {
        return tr("Please choose a medium or folder.");
    }
    if (isZip() && m_made->isChecked() && !m_noted->isComplete()) {
        return tr("Please have the passphrase shown and tick that you have noted it.");
    }
    if (isZip() && !m_made->isChecked() && !m_passphrase->isComplete()) {
        return tr("Please type the passphrase twice, the same each time.");
    }
    return tr("Please choose the certificates to seal for.");
}

void BusinessArchivePage::refresh()
{
    const bool hasResult = m_case.archive().has_value();
    m_result->setVisible(hasResult && !m_isWritingAgain);
    m_choice->setVisible((!hasResult || m_isWritingAgain) && !m_panel->isBusy());
    m_passphrases->setVisible(isZip());
    showOutdated();
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
    m_skipped->setVisible(outcome.skipped > 0);
    m_skipped->setText(tr("%n message(s) could not be read and are not in it; the receipt says so.", "",
                          static_cast<int>(outcome.skipped)));
}

QWidget* BusinessArchivePage::makeOutdated()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_outdatedText = makeLabel([] { return QString(); });
    m_outdatedText->setObjectName(QStringLiteral("outdatedArchive"));
    m_outdatedText->setProperty("tone", QStringLiteral("danger"));
    QPushButton* remove = makeButton(QStringLiteral("removeOutdated"), {}, [] { return tr("Delete the old archive"); });
    column->addWidget(m_outdatedText);
    column->addWidget(remove, 0, Qt::AlignLeft);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_panel->expect(tr("Only a file that still is what this program wrote is deleted."));
        m_acts.start(handover::Step::BusinessArchive, handover::removeVoidArchivesAct(m_acts.context()));
    });
    return card;
}

void BusinessArchivePage::showOutdated()
{
    const auto& archives = m_case.topic<handover::VoidArchives>().archives;
    m_outdated->setVisible(!archives.empty() && !m_panel->isBusy());
    QStringList lines;
    for (const handover::ArchiveOutcome& archive : archives) {
        lines.append(
            tr("The archive of %1 holds messages that are decided otherwise by now: %2. It is deleted once the "
               "new one is written and compared; until then it stands on the receipt.")
                .arg(momentText(archive.at), archive.path));
    }
    m_outdatedText->setText(lines.join(u'\n'));
}

void BusinessArchivePage::act()
{
    if (isComplete() && !m_isWritingAgain) {
        Q_EMIT finished();
    } else {
        write();
    }
}

void BusinessArchivePage::write()
{
    handover::ArchiveChoice choice;
    choice.container = container();
    choice.target = m_target->path();
    choice.mediumLabel = m_label->text().simplified();
    if (m_isSealed->isChecked()) {
        choice.sealCertificates = {m_sealedFor->path()};
    }
    if (!accept(m_case.setArchiveChoice(choice))) {
        return;
    }
    Secret passphrase;
    if (isZip()) {
        passphrase = m_made->isChecked() ? m_noted->take() : m_passphrase->take();
    }
    m_panel->expect(tr("If you cancel, the unfinished archive is taken away again; the mailbox is untouched."));
    m_acts.startArchive(m_logins->take(), std::move(passphrase));
}

} // namespace staffelstab::wizard_pages
