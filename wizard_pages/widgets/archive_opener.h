// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace staffelstab {
struct Failure;
}

namespace staffelstab::archive {
struct ArchiveCheck;
}

namespace staffelstab::wizard_pages {

class FailureNotice;
class PathField;
class SecretField;
class UserPrompts;

/**
 * Asks at the supervisor's desk for what it takes to open the business archive: where it lies, and the passphrase that
 * was noted on paper. What does not work is said here, beside the button. The page does the opening.
 */
class ArchiveOpener : public QFrame
{
    Q_OBJECT
public:
    enum class Found { NotYet, Running, Intact, Different };

    explicit ArchiveOpener(UserPrompts& prompts, QWidget* parent = nullptr);

    void askForFile();
    void askForFolder();
    /** An archive in the clear needs none. */
    void askForPassphrase(bool isEncrypted);

    /** Where the archive lies; empty where it was not asked for. */
    [[nodiscard]] QString archive() const;
    [[nodiscard]] Secret takePassphrase();
    /** Null hides it. */
    void showFailure(const Failure* failure);

    [[nodiscard]] static Found foundBy(const archive::ArchiveCheck& check, bool isTheOne);
    [[nodiscard]] static QString words(Found found);

Q_SIGNALS:
    void openAsked();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();
    void judge();

    PathField* m_file;
    PathField* m_folder;
    QLabel* m_placeLabel;
    QLabel* m_label;
    SecretField* m_secret;
    QPushButton* m_open;
    QLabel* m_hint;
    FailureNotice* m_notice;
};

} // namespace staffelstab::wizard_pages
