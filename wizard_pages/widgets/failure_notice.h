// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace staffelstab::wizard_pages {

/** A failure in words, with the technical detail on a line of its own. Hidden while there is none. */
class FailureNotice : public QFrame
{
    Q_OBJECT
public:
    explicit FailureNotice(QWidget* parent = nullptr);
    /** Null hides the notice. */
    void show(const Failure* failure);
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    std::optional<Failure> m_failure;
    QLabel* m_sentence;
    QLabel* m_detail;
};

} // namespace staffelstab::wizard_pages
