// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimerEvent>

#include <algorithm>
#include <iterator>

namespace staffelstab::wizard_pages {

namespace {

/** What clipboard managers look for: Klipper and its relatives, those of macOS (nspasteboard.org), Windows' history. */
constexpr const char* marks[] = {"x-kde-passwordManagerHint", "application/x-nspasteboard-concealed-type",
                                 "ExcludeClipboardContentFromMonitorProcessing"};

/** Holds the secret as Secret and makes text of it only for the one who pastes. */
class SecretText : public QMimeData
{
public:
    explicit SecretText(Secret secret) : m_secret(std::move(secret)) {}

    [[nodiscard]] QStringList formats() const override
    {
        QStringList all{QStringLiteral("text/plain")};
        std::transform(std::begin(marks), std::end(marks), std::back_inserter(all),
                       [](const char* mark) { return QLatin1String(mark); });
        return all;
    }
    [[nodiscard]] bool hasFormat(const QString& type) const override { return formats().contains(type); }

protected:
    [[nodiscard]] QVariant retrieveData(const QString& type, QMetaType /*wanted*/) const override
    {
        if (type == QLatin1String("text/plain")) {
            return QString::fromUtf8(m_secret.view());
        }
        return hasFormat(type) ? QVariant(QByteArray("secret")) : QVariant();
    }

private:
    Secret m_secret;
};

} // namespace

SecretClipboard::~SecretClipboard()
{
    takeBack();
}

void SecretClipboard::lend(Secret secret, int seconds)
{
    auto* const text = new SecretText(std::move(secret));
    m_lent = text;
    QGuiApplication::clipboard()->setMimeData(text);
    m_timer.start(seconds * 1000, this);
}

void SecretClipboard::takeBack()
{
    m_timer.stop();
    if (m_lent.isNull()) {
        return;
    }
    // The clipboard owns it and deletes it as soon as something else is copied.
    m_lent.clear();
    QGuiApplication::clipboard()->clear();
    Q_EMIT takenBack();
}

void SecretClipboard::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        takeBack();
    } else {
        QObject::timerEvent(event);
    }
}

} // namespace staffelstab::wizard_pages
