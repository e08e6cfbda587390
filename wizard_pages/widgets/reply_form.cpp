// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/reply_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/date_field.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {
constexpr int textHeight = 190;
}

ReplyForm::ReplyForm(QWidget* parent)
    : QWidget(parent), m_from(new DateField(this)), m_until(new DateField(this)), m_private(new QLineEdit(this)),
      m_externalSubject(new QLineEdit(this)), m_external(makeText(QStringLiteral("externalText"))),
      m_internalPart(new QWidget(this)), m_internalSubject(new QLineEdit(this)),
      m_internal(makeText(QStringLiteral("internalText"))), m_propose(new QPushButton(this)), m_faults(new QLabel(this))
{
    m_from->setObjectName(QStringLiteral("replyFrom"));
    m_until->setObjectName(QStringLiteral("replyUntil"));
    m_private->setObjectName(QStringLiteral("replyPrivateAddress"));
    m_externalSubject->setObjectName(QStringLiteral("externalSubject"));
    m_internalSubject->setObjectName(QStringLiteral("internalSubject"));
    m_propose->setObjectName(QStringLiteral("proposeReply"));
    m_propose->setAutoDefault(false);
    m_faults->setObjectName(QStringLiteral("replyFaults"));
    m_faults->setWordWrap(true);
    m_faults->setProperty("tone", QStringLiteral("danger"));

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    addRow(form, m_from, [] { return tr("From"); });
    addRow(form, m_until, [] { return tr("To and including"); });
    addRow(form, m_private, [] { return tr("Where to write privately (optional, everybody can read it)"); });
    addRow(form, m_externalSubject, [] { return tr("Subject"); });
    addRow(form, m_external, [] { return tr("Text for everybody outside"); });
    auto* inner = new QFormLayout(m_internalPart);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setHorizontalSpacing(space::large);
    inner->setVerticalSpacing(space::small);
    addRow(inner, m_internalSubject, [] { return tr("Subject"); });
    addRow(inner, m_internal, [] { return tr("Text for colleagues"); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_internalPart);
    auto* row = new QHBoxLayout;
    row->addWidget(m_faults, 1);
    row->addWidget(m_propose);
    column->addLayout(row);
    for (QLineEdit* edit : {static_cast<QLineEdit*>(m_from), static_cast<QLineEdit*>(m_until), m_private,
                            m_externalSubject, m_internalSubject}) {
        connect(edit, &QLineEdit::textChanged, this, &ReplyForm::changed);
    }
    for (QPlainTextEdit* edit : {m_external, m_internal}) {
        connect(edit, &QPlainTextEdit::textChanged, this, &ReplyForm::changed);
    }
    m_private->setMaxLength(limits::address);
    m_externalSubject->setMaxLength(limits::name);
    m_internalSubject->setMaxLength(limits::name);
    connect(m_propose, &QPushButton::clicked, this, &ReplyForm::proposalWanted);
    retranslate();
}

void ReplyForm::addRow(QFormLayout* form, QWidget* field, Say label)
{
    auto* text = new QLabel(this);
    text->setBuddy(field);
    text->setMinimumWidth(200);
    text->setMaximumWidth(240);
    text->setWordWrap(true);
    form->addRow(text, field);
    m_texts.push_back([text, label = std::move(label)] { text->setText(label()); });
}

QPlainTextEdit* ReplyForm::makeText(const QString& name)
{
    auto* edit = new QPlainTextEdit(this);
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    edit->setMinimumHeight(textHeight);
    return edit;
}

void ReplyForm::setReply(const reply::OutOfOffice& reply, const QString& privateAddress)
{
    const QSignalBlocker quiet(this);
    m_reply = reply;
    m_from->setDate(reply.from);
    m_until->setDate(reply.until);
    m_private->setText(privateAddress);
    m_externalSubject->setText(reply.external.subject);
    m_external->setPlainText(reply.external.body);
    m_internalSubject->setText(reply.internal.subject);
    m_internal->setPlainText(reply.internal.body);
    m_internalPart->setVisible(!reply.internalDomains.isEmpty());
}

reply::OutOfOffice ReplyForm::reply() const
{
    reply::OutOfOffice reply = m_reply;
    reply.from = m_from->date();
    reply.until = m_until->date();
    reply.external = {m_externalSubject->text().simplified(), m_external->toPlainText().trimmed()};
    reply.internal = {m_internalSubject->text().simplified(), m_internal->toPlainText().trimmed()};
    return reply;
}

QString ReplyForm::privateAddress() const
{
    return m_private->text().trimmed();
}

QString ReplyForm::pasteText() const
{
    return m_external->toPlainText().trimmed();
}

void ReplyForm::showFaults(const std::vector<reply::ReplyFault>& faults, int longestMonths)
{
    QStringList sentences;
    for (const reply::ReplyFault fault : faults) {
        sentences.append(faultText(fault, longestMonths));
    }
    m_faults->setText(sentences.join(u' '));
    m_faults->setVisible(!sentences.isEmpty());
}

QString ReplyForm::faultText(reply::ReplyFault fault, int longestMonths)
{
    using enum reply::ReplyFault;
    switch (fault) {
    case NoStart:
        return tr("The first day is missing.");
    case NoEnd:
        return tr("A reply needs a last day.");
    case EndsBeforeItStarts:
        return tr("The last day lies before the first.");
    case EndsTooLate:
        return tr("It may stand for %n month(s) at most.", "", longestMonths);
    case NoAddress:
        return tr("Your e-mail address is missing on the page “People”.");
    case BadAddress:
        return tr("Your e-mail address on the page “People” is not valid.");
    case BadDomain:
        return tr("The company policy names a domain that is not valid.");
    case NoExternalText:
        return tr("The text for everybody outside is empty.");
    case NoInternalText:
        return tr("The text for colleagues is empty.");
    case TextTooLong:
        return tr("The text is too long.");
    case UnfilledPlace:
        return tr("A placeholder in braces has not been filled in.");
    }
    return {};
}

void ReplyForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ReplyForm::retranslate()
{
    for (const auto& say : m_texts) {
        say();
    }
    m_from->retranslate();
    m_until->retranslate();
    m_propose->setText(tr("Suggest the texts again"));
}

} // namespace staffelstab::wizard_pages
