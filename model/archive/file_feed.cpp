// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/file_feed.h"

#include <QFile>

namespace staffelstab::archive {

namespace {
constexpr qint64 pieceSize = 1 << 20;
}

Status feedFile(const QString& path, const QByteArray& relative, FileVisitor& visitor, Progress& progress,
                JobContext& job)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure{Failure::Kind::FileNotReadable, path, file.errorString()};
    }
    if (Status begun = visitor.begin(relative); !begun) {
        return begun;
    }
    QByteArray buffer(std::min(pieceSize, file.size() + 1), Qt::Uninitialized);
    for (;;) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0) {
            return Failure{Failure::Kind::MediumGone, path, file.errorString()};
        }
        if (got == 0) {
            ++progress.done;
            return visitor.end();
        }
        progress.bytesDone += got;
        job.report(progress);
        if (Status seen = visitor.piece(QByteArrayView(buffer).first(got)); !seen) {
            return seen;
        }
    }
}

} // namespace staffelstab::archive
