// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <boost/filesystem/path.hpp>

namespace staffelstab::files {

// Private to this folder: how the bytes of a name become a path of the system and back.

inline boost::filesystem::path nativePath(const QByteArray& name)
{
#ifdef _WIN32
    return QString::fromUtf8(name).toStdWString();
#else
    return name.toStdString();
#endif
}

inline QByteArray bytesOf(const boost::filesystem::path& path)
{
#ifdef _WIN32
    return QString::fromStdWString(path.native()).toUtf8();
#else
    return QByteArray::fromStdString(path.native());
#endif
}

} // namespace staffelstab::files
