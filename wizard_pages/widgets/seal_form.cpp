// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/seal_form.h"

#include "printing/ipp_printer.h"
#include "secrets/seal.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/noted_secret.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

using SealBy = handover::PasswordChoice::SealBy;

SealForm::SealForm(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)),
      m_code(new NotedSecret([] { return secrets::generateCode(); }, this)), m_interrupted(new QLabel(this)),
      m_earlierCode(new SecretField(this)),
      m_certificate(new PathField(QStringLiteral("sealCertificate"), PathField::Kind::File, prompts, this)),
      m_printerLabel(new QLabel(this)), m_printer(new QLineEdit(this)), m_printerHint(new QLabel(this)),
      m_targetLabel(new QLabel(this)),
      m_target(new PathField(QStringLiteral("sealTarget"), PathField::Kind::Folder, prompts, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* group = new QButtonGroup(this);
    const char* const names[] = {"sealByCertificate", "sealByCode", "sealByDirectory", "sealByLetter"};
    for (int i = 0; i < 4; ++i) {
        m_ways[i] = new ChoiceButton(this);
        m_ways[i]->setObjectName(QLatin1String(names[i]));
        m_ways[i]->setCheckable(true);
        group->addButton(m_ways[i], i);
    }
    QFont font = baseFont();
    font.setWeight(QFont::DemiBold);
    m_heading->setFont(font);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_ways[1]), static_cast<QWidget*>(m_code),
          static_cast<QWidget*>(m_ways[2]), static_cast<QWidget*>(m_ways[0]), static_cast<QWidget*>(m_certificate),
          static_cast<QWidget*>(m_ways[3]), static_cast<QWidget*>(m_printerLabel), static_cast<QWidget*>(m_printer),
          static_cast<QWidget*>(m_printerHint), static_cast<QWidget*>(m_targetLabel),
          static_cast<QWidget*>(m_target)}) {
        column->addWidget(widget);
    }
    connect(group, &QButtonGroup::idToggled, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    m_printer->setObjectName(QStringLiteral("letterPrinter"));
    m_printer->setPlaceholderText(QStringLiteral("ipps://drucker.firma.example/ipp/print"));
    m_printerLabel->setBuddy(m_printer);
    m_printerHint->setWordWrap(true);
    m_printerHint->setFont(smallFont());
    m_printerHint->setProperty("tone", QStringLiteral("muted"));
    connect(m_printer, &QLineEdit::textChanged, this, &SealForm::changed);
    m_interrupted->setWordWrap(true);
    m_interrupted->setBuddy(m_earlierCode);
    m_earlierCode->setObjectName(QStringLiteral("earlierCode"));
    connect(m_earlierCode, &QLineEdit::textChanged, this, &SealForm::changed);
    connect(m_code, &NotedSecret::changed, this, &SealForm::changed);
    connect(m_certificate, &PathField::changed, this, &SealForm::changed);
    connect(m_target, &PathField::changed, this, &SealForm::changed);
    m_ways[static_cast<int>(SealBy::Code)]->setChecked(true);
    retranslate();
    showFields();
}

SealBy SealForm::by() const
{
    return m_ways[0]->isChecked()   ? SealBy::Certificate
           : m_ways[2]->isChecked() ? SealBy::DirectoryCertificate
           : m_ways[3]->isChecked() ? SealBy::Letter
                                    : SealBy::Code;
}

void SealForm::showFields()
{
    m_code->setVisible(by() == SealBy::Code && !m_isCodeNoted);
    m_interrupted->setVisible(by() == SealBy::Code && m_isCodeNoted);
    m_earlierCode->setVisible(by() == SealBy::Code && m_isCodeNoted);
    m_certificate->setVisible(by() == SealBy::Certificate);
    const bool isLetter = by() == SealBy::Letter;
    for (QWidget* widget : {static_cast<QWidget*>(m_printerLabel), static_cast<QWidget*>(m_printer),
                            static_cast<QWidget*>(m_printerHint)}) {
        widget->setVisible(isLetter);
    }
    m_targetLabel->setVisible(!isLetter);
    m_target->setVisible(!isLetter);
}

void SealForm::setChoice(const handover::PasswordChoice& choice, const QString& usualTarget)
{
    m_certificate->setPath(choice.certificateFile);
    m_printer->setText(choice.printer);
    m_target->setPath(choice.sealTarget.isEmpty() ? usualTarget : choice.sealTarget);
    // A certificate that nobody has named yet is no choice of anybody.
    const bool isUnnamed = choice.sealBy == SealBy::Certificate && choice.certificateFile.isEmpty();
    m_ways[static_cast<int>(isUnnamed ? SealBy::Code : choice.sealBy)]->setChecked(true);
}

void SealForm::askForNotedCode()
{
    m_isCodeNoted = true;
    showFields();
}

void SealForm::addTo(handover::PasswordChoice& choice) const
{
    choice.sealBy = by();
    choice.certificateFile = m_certificate->path();
    choice.sealTarget = m_target->path();
    choice.printer = m_printer->text().trimmed();
}

Secret SealForm::takeCode()
{
    if (by() != SealBy::Code) {
        return {};
    }
    return m_isCodeNoted ? m_earlierCode->take() : m_code->take();
}

bool SealForm::isReady() const
{
    if (by() == SealBy::Letter) {
        return printing::isPrinterAddress(m_printer->text().trimmed());
    }
    const bool isSealable = by() == SealBy::Code ? (m_isCodeNoted ? m_earlierCode->isFilled() : m_code->isComplete())
                            : by() == SealBy::Certificate ? !m_certificate->path().isEmpty()
                                                          : true;
    return isSealable && !m_target->path().isEmpty();
}

void SealForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SealForm::retranslate()
{
    m_heading->setText(tr("How the new password is sealed"));
    m_ways[1]->setTexts(tr("With a one-time code"),
                        tr("Shown once. Give it to the supervisor on paper, apart from the sealed file."));
    m_ways[2]->setTexts(tr("To the supervisor's certificate in the directory"),
                        tr("Looked up by the supervisor's e-mail address. Only the owner of its key can open it."));
    m_ways[0]->setTexts(tr("To a certificate file of the supervisor"), tr("Only the owner of its key can open it."));
    m_ways[3]->setTexts(tr("In a printed letter"),
                        tr("Folded and closed at the printer, opened by hand. No file holds the password."));
    m_printerLabel->setText(tr("Address of the printer"));
    m_printer->setAccessibleName(m_printerLabel->text());
    m_printerHint->setText(tr("The page goes straight to the printer over the network, past the print queue of this "
                              "computer, which would keep it in a file. IT knows the address. Please stand at the "
                              "printer."));
    m_interrupted->setText(
        tr("An earlier change was interrupted, and its end is not known. Type the code you noted then: "
           "the sealed file of that time tells which password is valid."));
    m_earlierCode->setAccessibleName(tr("The code you noted"));
    m_certificate->setTexts(tr("Certificate of the supervisor"), tr("Certificates (*.pem *.crt *.cer *.der)"));
    m_targetLabel->setText(tr("Folder for the sealed file"));
    m_target->setTexts(tr("Folder for the sealed file"));
}

} // namespace staffelstab::wizard_pages
