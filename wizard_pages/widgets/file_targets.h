// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "files/copy_plan.h"
#include "handover/topics/files_topics.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace staffelstab::wizard_pages {

class PassphraseInput;
class PathField;
class UserPrompts;

/** Where private and business files are copied to, and what the media cannot take, told before. */
class FileTargets : public QWidget
{
    Q_OBJECT
public:
    explicit FileTargets(UserPrompts& prompts, QWidget* parent = nullptr);

    void setChoice(const handover::FilesChoice& choice);
    /** Puts the targets into `choice`. */
    void addTo(handover::FilesChoice& choice) const;
    /** False while a ZIP is wanted and its passphrase is not complete. */
    [[nodiscard]] bool isReady() const;
    /** Reads the passphrase once; empty where no ZIP is wanted. */
    [[nodiscard]] Secret takePassphrase();
    /** The plans of the copies to come; null where there is nothing to copy. */
    void showNotices(const files::CopyPlan* mine, const files::CopyPlan* theirs);
    /** That the private copy goes back with the computer. */
    static QString stayingText();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    static QStringList noticesOf(const files::CopyPlan& plan);

    QLabel* m_privateLabel;
    PathField* m_private;
    QCheckBox* m_removes;
    QCheckBox* m_locks;
    PassphraseInput* m_passphrase;
    QLabel* m_businessLabel;
    PathField* m_business;
    QLabel* m_notices;
};

} // namespace staffelstab::wizard_pages
