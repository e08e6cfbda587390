// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QBasicTimer>
#include <QWidget>

namespace staffelstab::wizard_pages {

/**
 * Paints a secret for a limited time. The text never becomes a property of a widget: it is in no label, no selection
 * and not on the accessibility bus; when the time is over, or hide() is called, it is wiped.
 */
class SecretDisplay : public QWidget
{
    Q_OBJECT
public:
    explicit SecretDisplay(QWidget* parent = nullptr);

    /** `seconds`: how long it stays. */
    void show(Secret secret, int seconds);
    void forget();
    /** For the clipboard; empty when it is no longer visible. */
    [[nodiscard]] Secret copy() const { return m_secret.clone(); }
    [[nodiscard]] bool isShowing() const { return !m_secret.isEmpty(); }
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 64}; }

Q_SIGNALS:
    void ticked(int secondsLeft);
    void forgotten();

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    Secret m_secret;
    int m_secondsLeft = 0;
    QBasicTimer m_timer;
};

} // namespace staffelstab::wizard_pages
