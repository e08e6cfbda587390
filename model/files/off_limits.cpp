// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/off_limits.h"

#include "files/native_path.h"

#include <QFile>

#include <boost/filesystem/operations.hpp>

#include <algorithm>

namespace staffelstab::files {

namespace {

namespace fs = boost::filesystem;

QString keyOf(const QByteArray& path)
{
    return QString::fromUtf8(path).normalized(QString::NormalizationForm_C).toCaseFolded();
}

/** Empty where there is nothing. */
QByteArray canonical(const QByteArray& path)
{
    boost::system::error_code error;
    const fs::path real = fs::canonical(nativePath(path), error);
    return error ? QByteArray() : bytesOf(real);
}

} // namespace

void OffLimits::add(const QString& path, OffLimit why)
{
    const QByteArray real = path.isEmpty() ? QByteArray() : canonical(QFile::encodeName(path));
    if (!real.isEmpty()) {
        m_entries.insert(keyOf(real), {real, why});
    }
}

OffLimit OffLimits::atCanonical(const QByteArray& path) const
{
    const QList<Entry> alike = m_entries.values(keyOf(path));
    // Of several reasons the one that stands first in OffLimit is told.
    OffLimit why = OffLimit::None;
    for (const Entry& entry : alike) {
        boost::system::error_code error;
        const bool isSame = entry.path == path || fs::equivalent(nativePath(entry.path), nativePath(path), error);
        if (isSame && (why == OffLimit::None || entry.why < why)) {
            why = entry.why;
        }
    }
    return why;
}

OffLimit OffLimits::at(const QByteArray& path) const
{
    const QByteArray real = m_entries.isEmpty() ? QByteArray() : canonical(path);
    return real.isEmpty() ? OffLimit::None : atCanonical(real);
}

OffLimit OffLimits::around(const QByteArray& path) const
{
    QByteArray real = m_entries.isEmpty() ? QByteArray() : canonical(path);
    while (!real.isEmpty()) {
        if (const OffLimit why = atCanonical(real); why != OffLimit::None && why != OffLimit::Settings) {
            return why;
        }
        real.truncate(std::max<qsizetype>(real.lastIndexOf('/'), 0));
    }
    return OffLimit::None;
}

Status OffLimits::mayTouch(const QByteArray& file) const
{
    if (around(file) == OffLimit::None) {
        return Done{};
    }
    return Failure{Failure::Kind::NotPermitted, QString::fromUtf8(file),
                   QStringLiteral("belongs to a mailbox or to this handover")};
}

} // namespace staffelstab::files
