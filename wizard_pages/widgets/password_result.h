// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/password_topics.h"

#include <QFrame>

class QLabel;

namespace staffelstab::wizard_pages {

/** What became of the password and what of it was proved. */
class PasswordResult : public QFrame
{
    Q_OBJECT
public:
    explicit PasswordResult(QWidget* parent = nullptr);

    void show(const handover::PasswordOutcome& outcome, const handover::PasswordChoice& choice);

private:
    QLabel* m_summary;
    QLabel* m_proofs;
    QLabel* m_sealed;
};

} // namespace staffelstab::wizard_pages
