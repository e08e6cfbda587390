// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/topics/files_topics.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class SecretField;

/** What was copied, compared and removed; asks for the ZIP's passphrase where its content is compared once more. */
class FilesResult : public QFrame
{
    Q_OBJECT
public:
    explicit FilesResult(QWidget* parent = nullptr);

    /** `asksForPassphrase`: a removal from a ZIP comes next. */
    void show(const handover::FilesOutcome& outcome, const QString& packPath, bool asksForPassphrase);
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] Secret takePassphrase();

Q_SIGNALS:
    void changed();
    void againWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QStringList lines() const;

    handover::FilesOutcome m_outcome;
    QString m_packPath;
    QLabel* m_summary;
    QLabel* m_proof;
    QLabel* m_passphraseLabel;
    SecretField* m_passphrase;
    QPushButton* m_again;
};

} // namespace staffelstab::wizard_pages
