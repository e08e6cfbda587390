// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/content_lines.h"

namespace staffelstab::mail::mapi {

namespace {
constexpr qsizetype lineWidth = 75;
}

QByteArray ContentLines::escaped(const QString& value)
{
    QString text = value;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return c < u' ' && c != u'\n' && c != u'\t'; });
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'\n', QLatin1String("\\n"));
    text.replace(u',', QLatin1String("\\,"));
    text.replace(u';', QLatin1String("\\;"));
    return text.toUtf8();
}

QByteArray ContentLines::utc(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

void ContentLines::add(const QByteArray& name, const QString& value)
{
    addRaw(name, escaped(value.trimmed()));
}

void ContentLines::addRaw(const QByteArray& name, const QByteArray& value)
{
    if (value.isEmpty()) {
        return;
    }
    const QByteArray line = name + ':' + value;
    qsizetype at = 0;
    while (line.size() - at > lineWidth - (at > 0 ? 1 : 0)) {
        qsizetype end = at + lineWidth - (at > 0 ? 1 : 0);
        while (end > at + 1 && (static_cast<unsigned char>(line.at(end)) & 0xC0U) == 0x80) {
            --end;
        }
        m_text += (at > 0 ? " " : "") + line.mid(at, end - at) + "\r\n";
        at = end;
    }
    m_text += (at > 0 ? " " : "") + line.mid(at) + "\r\n";
}

} // namespace staffelstab::mail::mapi
