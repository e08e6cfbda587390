// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/smtp/farewell.h"
#include "separation/contacts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

/** Subject and text of a letter with places such as {name}, and how one person would read it. */
class LetterForm : public QWidget
{
    Q_OBJECT
public:
    /** `name` + "Subject", "Text", "Preview" are the object names. */
    explicit LetterForm(const QString& name, QWidget* parent = nullptr);

    void setLetter(const reply::Farewell& letter);
    [[nodiscard]] reply::Farewell letter() const;
    /** How this person reads it; null: nobody is chosen. */
    void showAs(const separation::Contact* reader, const reply::LetterFrame& frame);
    /** Says what is wrong; nothing takes the words away. */
    void showFaults(const std::vector<reply::LetterFault>& faults);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPreview();
    static QString faultText(reply::LetterFault fault);

    QLabel* m_subjectLabel;
    QLineEdit* m_subject;
    QLabel* m_bodyLabel;
    QPlainTextEdit* m_body;
    QLabel* m_places;
    QPushButton* m_toggle;
    QLabel* m_preview;
    QLabel* m_faults;
    QString m_reader;
    reply::Farewell m_filled;
};

} // namespace staffelstab::wizard_pages
