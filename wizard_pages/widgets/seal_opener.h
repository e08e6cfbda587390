// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace staffelstab::handover {
class ReceiptDesk;
}

namespace staffelstab::wizard_pages {

class PathField;
class SecretClipboard;
class SecretDisplay;
class SecretField;
class FailureNotice;
class UserPrompts;

/**
 * Opens the sealed password at the supervisor's desk and shows it for a minute. What is not open yet when it is hidden
 * stays closed. The desk is for the seal alone.
 */
class SealOpener : public QFrame
{
    Q_OBJECT
public:
    SealOpener(handover::ReceiptDesk& desk, UserPrompts& prompts, QWidget* parent = nullptr);

    /** `byCertificate`: opened by a key file with its passphrase, else by the one-time code. */
    void setSeal(const QString& file, const QString& caseNumber, bool byCertificate);

Q_SIGNALS:
    void opened();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void open();
    void retranslate();

    handover::ReceiptDesk& m_desk;
    QString m_file;
    QString m_caseNumber;
    bool m_byCertificate = false;
    PathField* m_keyFile;
    QLabel* m_label;
    SecretField* m_secret;
    QPushButton* m_open;
    SecretDisplay* m_display;
    QPushButton* m_copy;
    SecretClipboard* m_clipboard;
    QLabel* m_hint;
    FailureNotice* m_notice;
};

} // namespace staffelstab::wizard_pages
