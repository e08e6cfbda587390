// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

class QMimeData;

namespace staffelstab::wizard_pages {

/**
 * Lends a secret to the clipboard for a while, marked so that clipboard managers keep no copy. It is taken back when
 * the time is over or this object dies, unless something else has been copied meanwhile.
 */
class SecretClipboard : public QObject
{
    Q_OBJECT
public:
    explicit SecretClipboard(QObject* parent = nullptr) : QObject(parent) {}
    ~SecretClipboard() override;

    void lend(Secret secret, int seconds);
    void takeBack();

Q_SIGNALS:
    void takenBack();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    QPointer<const QMimeData> m_lent;
    QBasicTimer m_timer;
};

} // namespace staffelstab::wizard_pages
