// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace staffelstab::platform {

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    umask(S_IRWXG | S_IRWXO);
}

Status flushToMedium(QFile& file)
{
    if (!file.flush() || fsync(file.handle()) != 0) {
        return lastFileError(file.fileName());
    }
    return Done{};
}

Status flushMedium(const QString& path)
{
    const int handle = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return lastFileError(path);
    }
    const int answer = syncfs(handle);
    const int code = errno;
    close(handle);
    if (answer != 0) {
        errno = code;
        return lastFileError(path);
    }
    return Done{};
}

} // namespace staffelstab::platform
