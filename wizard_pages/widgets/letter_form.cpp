// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/letter_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {
constexpr int textHeight = 200;
}

LetterForm::LetterForm(const QString& name, QWidget* parent)
    : QWidget(parent), m_subjectLabel(new QLabel(this)), m_subject(new QLineEdit(this)), m_bodyLabel(new QLabel(this)),
      m_body(new QPlainTextEdit(this)), m_places(new QLabel(this)), m_toggle(new QPushButton(this)),
      m_preview(new QLabel(this)), m_faults(new QLabel(this))
{
    m_subject->setObjectName(name + QStringLiteral("Subject"));
    m_body->setObjectName(name + QStringLiteral("Text"));
    m_toggle->setObjectName(name + QStringLiteral("Preview"));
    m_preview->setObjectName(name + QStringLiteral("Read"));
    m_faults->setObjectName(name + QStringLiteral("Faults"));
    m_subjectLabel->setBuddy(m_subject);
    m_bodyLabel->setBuddy(m_body);
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(textHeight);
    m_toggle->setCheckable(true);
    m_toggle->setAutoDefault(false);
    m_toggle->setProperty("kind", QStringLiteral("link"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_faults->setProperty("tone", QStringLiteral("danger"));
    m_places->setFont(smallFont());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    for (QWidget* part : {static_cast<QWidget*>(m_subjectLabel), static_cast<QWidget*>(m_subject),
                          static_cast<QWidget*>(m_bodyLabel), static_cast<QWidget*>(m_body)}) {
        column->addWidget(part);
    }
    for (QLabel* label : {m_places, m_faults}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    m_preview->setWordWrap(true);
    m_preview->setContentsMargins(space::large, space::small, space::large, space::small);
    column->addWidget(m_preview);
    m_preview->hide();
    m_subject->setMaxLength(limits::line);
    connect(m_subject, &QLineEdit::textChanged, this, &LetterForm::changed);
    connect(m_body, &QPlainTextEdit::textChanged, this, &LetterForm::changed);
    connect(m_toggle, &QPushButton::toggled, this, &LetterForm::showPreview);
    retranslate();
}

void LetterForm::setLetter(const reply::Farewell& letter)
{
    const QSignalBlocker quiet(this);
    m_subject->setText(letter.subject);
    m_body->setPlainText(letter.body);
}

reply::Farewell LetterForm::letter() const
{
    return {m_subject->text().simplified(), m_body->toPlainText().trimmed()};
}

void LetterForm::showAs(const separation::Contact* reader, const reply::LetterFrame& frame)
{
    m_reader = !reader ? QString() : reader->name.isEmpty() ? reader->address : reader->name;
    m_filled = reader ? reply::filledFor(letter(), frame, {reader->name, reader->address}) : reply::Farewell();
    showPreview();
}

void LetterForm::showPreview()
{
    m_toggle->setEnabled(!m_reader.isEmpty());
    m_toggle->setText(m_reader.isEmpty() ? tr("Show how it is read") : tr("Show how %1 reads it").arg(m_reader));
    m_preview->setVisible(m_toggle->isChecked() && !m_reader.isEmpty());
    m_preview->setText(m_filled.subject + QStringLiteral("\n\n") + m_filled.body);
}

void LetterForm::showFaults(const std::vector<reply::LetterFault>& faults)
{
    QStringList sentences;
    for (const reply::LetterFault fault : faults) {
        sentences.append(faultText(fault));
    }
    m_faults->setText(sentences.join(u' '));
    m_faults->setVisible(!sentences.isEmpty());
}

QString LetterForm::faultText(reply::LetterFault fault)
{
    using enum reply::LetterFault;
    switch (fault) {
    case NoSubject:
        return tr("The subject is missing.");
    case NoText:
        return tr("The text is empty.");
    case TooLong:
        return tr("The text is too long.");
    case UnknownPlace:
        return tr("A placeholder in braces is not one of those below the text.");
    case BadPrivateAddress:
        return tr("The private address is not an e-mail address.");
    case NoPrivateAddress:
        return tr("The text gives your new private address, but none is entered above.");
    case NoSender:
        return tr("Your e-mail address is missing on the page “People”.");
    }
    return {};
}

void LetterForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LetterForm::retranslate()
{
    m_subjectLabel->setText(tr("Subject"));
    m_bodyLabel->setText(tr("Text"));
    m_places->setText(
        tr("What stands in braces is filled in for each person: {name} the person written to, {leaver} your name, "
           "{last_day} your last working day, {private_address} your new address, {successor} and {successor_email} "
           "who takes over, {neutral_mailbox} the company's general mailbox. A line that names something unknown is "
           "left out."));
    showPreview();
}

} // namespace staffelstab::wizard_pages
