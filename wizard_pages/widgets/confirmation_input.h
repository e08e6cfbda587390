// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

class SignatureInput;
class UserPrompts;

/** What the supervisor has received, line by line; a reservation; the signature. The same here and on another computer.
 */
class ConfirmationInput : public QWidget
{
    Q_OBJECT
public:
    explicit ConfirmationInput(UserPrompts& prompts, QWidget* parent = nullptr);

    void setRecord(const receipt::ReceiptRecord& record);
    /** Lets the archive be checked from here. */
    void offerArchiveCheck(bool isOffered);
    /** What the check found, under the archive's line. */
    void setArchiveState(const QString& sentence);
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] handover::SignInput take();

Q_SIGNALS:
    void changed();
    void archiveCheckWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Item
    {
        QFrame* line = nullptr;
        QCheckBox* tick = nullptr;
        QLabel* detail = nullptr;
    };
    Item makeItem(const QString& name);
    void build();
    void retranslate();
    void describeArchive();
    void describePassword();

    receipt::ReceiptRecord m_record;
    QString m_archiveState;
    QLabel* m_nothing;
    Item m_archive;
    Item m_password;
    QPushButton* m_check;
    QLabel* m_reservationLabel;
    QPlainTextEdit* m_reservation;
    SignatureInput* m_signature;
};

} // namespace staffelstab::wizard_pages
