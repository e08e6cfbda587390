// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/out_of_office.h"

#include <QWidget>

#include <functional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

class DateField;

/** The out-of-office reply itself: days, where to write privately, the text for strangers and the one for colleagues.
 */
class ReplyForm : public QWidget
{
    Q_OBJECT
public:
    explicit ReplyForm(QWidget* parent = nullptr);

    void setReply(const reply::OutOfOffice& reply, const QString& privateAddress);
    /** Addresses and domains as they were set. */
    [[nodiscard]] reply::OutOfOffice reply() const;
    [[nodiscard]] QString privateAddress() const;
    /** Says what is wrong; nothing takes the words away. */
    void showFaults(const std::vector<reply::ReplyFault>& faults, int longestMonths);
    /** The text for strangers as one would paste it. */
    [[nodiscard]] QString pasteText() const;

Q_SIGNALS:
    void changed();
    /** The texts are to be made anew. */
    void proposalWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    using Say = std::function<QString()>;
    void addRow(QFormLayout* form, QWidget* field, Say label);
    QPlainTextEdit* makeText(const QString& name);
    void retranslate();
    static QString faultText(reply::ReplyFault fault, int longestMonths);

    std::vector<std::function<void()>> m_texts;
    reply::OutOfOffice m_reply;
    DateField* m_from;
    DateField* m_until;
    QLineEdit* m_private;
    QLineEdit* m_externalSubject;
    QPlainTextEdit* m_external;
    QWidget* m_internalPart;
    QLineEdit* m_internalSubject;
    QPlainTextEdit* m_internal;
    QPushButton* m_propose;
    QLabel* m_faults;
};

} // namespace staffelstab::wizard_pages
