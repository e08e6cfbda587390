// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/file_copy.h"
#include "files/file_walk.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace staffelstab::tests {

/** A home folder in a temporary place; names are bytes, as Linux has them. */
class HomeFixture
{
public:
    [[nodiscard]] QString root() const { return m_folder.path() + QStringLiteral("/home"); }
    [[nodiscard]] QByteArray path(const QByteArray& relative) const
    {
        return QFile::encodeName(root()) + '/' + relative;
    }
    [[nodiscard]] QString beside(const QString& name) const { return m_folder.filePath(name); }

    HomeFixture() { QDir().mkpath(root()); }

    /** Makes the folders above too. */
    bool add(const QByteArray& relative, const QByteArray& content) const
    {
        for (qsizetype slash = relative.indexOf('/'); slash >= 0; slash = relative.indexOf('/', slash + 1)) {
            mkdir(path(relative.left(slash)).constData(), 0700);
        }
        std::FILE* file = std::fopen(path(relative).constData(), "wb");
        const bool isWritten =
            file != nullptr && std::fwrite(content.constData(), 1, static_cast<std::size_t>(content.size()), file) ==
                                   static_cast<std::size_t>(content.size());
        return file != nullptr && std::fclose(file) == 0 && isWritten;
    }
    [[nodiscard]] bool link(const QByteArray& to, const QByteArray& relative) const
    {
        return symlink(to.constData(), path(relative).constData()) == 0;
    }
    static QByteArray read(const QByteArray& path)
    {
        std::FILE* file = std::fopen(path.constData(), "rb");
        if (file == nullptr) {
            return "(missing)";
        }
        QByteArray content(16 << 20, 0);
        content.truncate(
            static_cast<qsizetype>(std::fread(content.data(), 1, static_cast<std::size_t>(content.size()), file)));
        std::fclose(file);
        return content;
    }
    static bool exists(const QByteArray& path)
    {
        struct stat state = {};
        return lstat(path.constData(), &state) == 0;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace staffelstab::tests
