// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_output.h"

#include <QString>
#include <QtGlobal>

#include <cstdio>

namespace staffelstab::app {

namespace {

void writeLine(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (text.startsWith(QStringLiteral("QStandardPaths: ")) || text.contains(QStringLiteral("propagateSizeHints"))) {
        return;
    }
    const QByteArray line = text.toUtf8();
    std::fprintf(stderr, "%s: %s\n", context.category == nullptr ? "default" : context.category, line.constData());
    if (type == QtFatalMsg) {
        std::fflush(stderr);
    }
}

} // namespace

void keepLogShort()
{
    qInstallMessageHandler(writeLine);
}

} // namespace staffelstab::app
