// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/mailbox_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/sign_in_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

namespace staffelstab::wizard_pages {

namespace {

constexpr quint16 tlsPort = 993;
constexpr quint16 startTlsPort = 143;
constexpr mail::StoreKind kinds[] = {mail::StoreKind::Imap, mail::StoreKind::Maildir, mail::StoreKind::Mbox,
                                     mail::StoreKind::Eml,  mail::StoreKind::Pst,     mail::StoreKind::Thunderbird};

} // namespace

MailboxForm::MailboxForm(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_prompts(prompts), m_kind(new QComboBox(this)), m_kindLabel(new QLabel(this)),
      m_stack(new QStackedWidget(this)), m_host(new QLineEdit), m_port(new QSpinBox), m_security(new QComboBox),
      m_user(new QLineEdit), m_ca(new QLineEdit), m_path(new QLineEdit), m_browse(new QPushButton),
      m_browseCa(new QPushButton), m_deleted(new QCheckBox), m_add(new QPushButton(this)), m_hint(new QLabel(this))
{
    m_kind->setObjectName(QStringLiteral("mailboxKind"));
    m_add->setObjectName(QStringLiteral("addMailbox"));
    m_add->setAutoDefault(false);
    m_kindLabel->setBuddy(m_kind);
    m_hint->setFont(smallFont());
    m_hint->setProperty("tone", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_kind->addItems(QStringList(static_cast<qsizetype>(std::size(kinds)), QString()));
    m_stack->addWidget(makeServerForm());
    m_stack->addWidget(makeLocalForm());
    auto* top = new QHBoxLayout;
    top->setSpacing(space::large);
    top->addWidget(m_kindLabel);
    top->addWidget(m_kind, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_stack);
    column->addLayout(bottom);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_path->clear();
        judge();
    });
    connect(m_security, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_port->setValue(index == 0 ? tlsPort : startTlsPort); });
    m_host->setMaxLength(limits::host);
    m_user->setMaxLength(limits::address);
    for (QLineEdit* edit : {m_host, m_user, m_path}) {
        connect(edit, &QLineEdit::textChanged, this, &MailboxForm::judge);
    }
    connect(m_browse, &QPushButton::clicked, this, &MailboxForm::browse);
    connect(m_browseCa, &QPushButton::clicked, this, [this] {
        m_prompts.askFile(this, tr("Choose the CA file"), tr("Certificates (*.pem *.crt *.cer)"),
                          [this](const QString& file) { m_ca->setText(file); });
    });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT added(source()); });
    retranslate();
    judge();
}

QLabel* MailboxForm::addRow(QFormLayout* form, QWidget* field)
{
    auto* label = new QLabel;
    form->addRow(label, field);
    m_labels.push_back(label);
    return label;
}

QWidget* MailboxForm::makeServerForm()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    m_host->setObjectName(QStringLiteral("imapHost"));
    m_port->setObjectName(QStringLiteral("imapPort"));
    m_security->setObjectName(QStringLiteral("imapSecurity"));
    m_user->setObjectName(QStringLiteral("imapUser"));
    m_ca->setObjectName(QStringLiteral("imapCa"));
    m_browseCa->setObjectName(QStringLiteral("imapCaBrowse"));
    m_port->setRange(1, 65535);
    m_port->setValue(tlsPort);
    m_security->addItems({QString(), QString()});
    addRow(form, m_host)->setBuddy(m_host);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_security, 1);
    row->addWidget(m_port);
    addRow(form, line)->setBuddy(m_security);
    addRow(form, m_user)->setBuddy(m_user);
    m_signIn = new SignInChoice(m_prompts);
    addRow(form, m_signIn)->setBuddy(m_signIn);
    connect(m_signIn, &SignInChoice::changed, this, &MailboxForm::judge);
    connect(m_user, &QLineEdit::editingFinished, this, &MailboxForm::lookUp);
    auto* ca = new QWidget;
    auto* caRow = new QHBoxLayout(ca);
    caRow->setContentsMargins(0, 0, 0, 0);
    caRow->addWidget(m_ca, 1);
    caRow->addWidget(m_browseCa);
    addRow(form, ca)->setBuddy(m_ca);
    return page;
}

QWidget* MailboxForm::makeLocalForm()
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    m_path->setObjectName(QStringLiteral("mailboxPath"));
    m_browse->setObjectName(QStringLiteral("mailboxBrowse"));
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    addRow(form, line)->setBuddy(m_path);
    m_deleted->setObjectName(QStringLiteral("includesDeleted"));
    form->addRow(QString(), m_deleted);
    return page;
}

bool MailboxForm::isServer() const
{
    return m_kind->currentIndex() == 0;
}

bool MailboxForm::isOutlook() const
{
    return kinds[m_kind->currentIndex()] == mail::StoreKind::Pst;
}

mail::MailboxSource MailboxForm::source() const
{
    mail::MailboxSource source;
    source.kind = kinds[m_kind->currentIndex()];
    if (isServer()) {
        source.host = m_host->text().trimmed();
        source.port = static_cast<quint16>(m_port->value());
        source.security = m_security->currentIndex() == 0 ? mail::MailboxSource::Security::Tls
                                                          : mail::MailboxSource::Security::StartTls;
        source.user = m_user->text().trimmed();
        source.caFile = m_ca->text().trimmed();
        m_signIn->fill(source);
    } else {
        source.path = m_path->text().trimmed();
        source.includesDeleted = isOutlook() && m_deleted->isChecked();
    }
    return source;
}

void MailboxForm::browse()
{
    const auto chosen = [this](const QString& path) { m_path->setText(path); };
    if (kinds[m_kind->currentIndex()] == mail::StoreKind::Mbox) {
        m_prompts.askFile(this, tr("Choose the mbox file"), tr("All files (*)"), chosen);
    } else if (isOutlook()) {
        m_prompts.askFile(this, tr("Choose the Outlook data file"), tr("Outlook data files (*.pst *.ost)"), chosen);
    } else {
        m_prompts.askFolder(this, tr("Choose the folder"), {}, chosen);
    }
}

void MailboxForm::judge()
{
    m_stack->setCurrentIndex(isServer() ? 0 : 1);
    m_deleted->setVisible(isOutlook());
    m_hint->setText(hint());
    // The form is as high as the page that shows, not as the highest one.
    for (int i = 0; i < m_stack->count(); ++i) {
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == m_stack->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_stack->adjustSize();
    m_add->setEnabled(isServer() ? !m_host->text().trimmed().isEmpty() && !m_user->text().trimmed().isEmpty() &&
                                       m_signIn->isComplete()
                                 : !m_path->text().trimmed().isEmpty());
    if (isServer()) {
        m_signIn->setSource(source());
    }
}

void MailboxForm::setPolicy(const policy::CompanyPolicy& policy)
{
    m_signIn->setPolicy(policy);
    delete m_settings;
    m_settings = new handover::MailSettings(policy, this);
    connect(m_settings, &handover::MailSettings::found, this, &MailboxForm::take);
}

/** Once for an address, and never over what was typed. */
void MailboxForm::lookUp()
{
    const QString address = m_user->text().trimmed();
    if (m_settings != nullptr && m_host->text().isEmpty() && address.contains(u'@') && address != m_lookedUp) {
        m_lookedUp = address;
        m_settings->find(address);
    }
}

void MailboxForm::take(const mail::MailboxSource& source, handover::MailSettings::From from)
{
    if (from == handover::MailSettings::From::Nowhere || !m_host->text().isEmpty()) {
        return;
    }
    m_from = from;
    m_host->setText(source.host);
    m_security->setCurrentIndex(source.security == mail::MailboxSource::Security::Tls ? 0 : 1);
    m_port->setValue(source.port);
    m_ca->setText(source.caFile);
    // The policy knows a provider by the whole address, so that is looked at before the login name stands there.
    m_signIn->setSource(MailboxForm::source());
    m_signIn->choose(source.signIn);
    m_user->setText(source.user);
    judge();
}

void MailboxForm::proposeUser(const QString& address)
{
    if (m_user->text().isEmpty()) {
        m_user->setText(address);
    }
    lookUp();
}

void MailboxForm::clear()
{
    m_host->clear();
    m_path->clear();
    m_ca->clear();
    m_from = handover::MailSettings::From::Nowhere;
    m_signIn->choose(mail::MailboxSource::SignIn::Password);
}

void MailboxForm::retranslate()
{
    m_kindLabel->setText(tr("Kind of mailbox"));
    const QString names[] = {tr("Account on a mail server (IMAP)"),
                             tr("Maildir folder"),
                             tr("mbox file"),
                             tr("Folder with .eml or .msg files"),
                             tr("Outlook data file (.pst, .ost)"),
                             tr("Thunderbird profile")};
    static_assert(std::size(names) == std::size(kinds));
    for (std::size_t i = 0; i < std::size(names); ++i) {
        m_kind->setItemText(static_cast<int>(i), names[i]);
    }
    m_security->setItemText(0, tr("TLS from the start"));
    m_security->setItemText(1, tr("STARTTLS"));
    const QString labels[] = {tr("Server"),  tr("Connection"),         tr("User name"),
                              tr("Sign-in"), tr("CA file (optional)"), tr("Place")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setText(labels[i]);
    }
    m_kind->setAccessibleName(m_kindLabel->text());
    m_host->setAccessibleName(labels[0]);
    m_security->setAccessibleName(labels[1]);
    m_port->setAccessibleName(tr("Port"));
    m_user->setAccessibleName(labels[2]);
    m_signIn->retranslate();
    m_ca->setAccessibleName(labels[4]);
    m_path->setAccessibleName(labels[5]);
    m_browse->setText(tr("Choose …"));
    m_browse->setAccessibleName(tr("Choose where the mailbox is"));
    m_browseCa->setText(tr("Choose …"));
    m_browseCa->setAccessibleName(tr("Choose the CA file"));
    m_add->setText(tr("Add this mailbox"));
    m_deleted->setText(tr("Read deleted items as well"));
    m_hint->setText(hint());
}

QString MailboxForm::hint() const
{
    using From = handover::MailSettings::From;
    if (isServer() && (m_from == From::Policy || m_from == From::Autoconfig)) {
        return tr("Server and connection come from your company.");
    }
    if (isServer() && m_from == From::Dns) {
        return tr("The server's name comes from the internet (DNS). Please check that it is the right one.");
    }
    if (isServer()) {
        return tr("Unencrypted connections are not offered.");
    }
    return isOutlook() ? tr("Please close Outlook first. The file is only read; what is private in it you delete in "
                            "Outlook, with a list from this program.")
                       : QString();
}

void MailboxForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
