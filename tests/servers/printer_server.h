// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/server_process.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>

/** A printer that speaks IPP (CUPS, see printer.sh); what it prints arrives here instead of on paper. */
class PrinterServer : public QObject
{
public:
    bool start()
    {
        // CUPS answers its own computer under this name alone.
        const QString address = QStringLiteral("127.0.0.1");
        m_port = ServerProcess::freePort(address);
        connect(&m_paper, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const page = m_paper.nextPendingConnection();
            connect(page, &QTcpSocket::readyRead, this, [this, page] { m_printed += page->readAll(); });
        });
        return m_paper.listen(QHostAddress(address)) &&
               m_server.start(
                   QStringLiteral(TEST_SOURCE_DIR "/tests/servers/printer.sh"),
                   {m_server.folder(), address, QString::number(m_port), QString::number(m_paper.serverPort())},
                   address, m_port);
    }
    [[nodiscard]] QString errorText() const { return m_server.errorText(); }
    /** letters, closed or stopped. */
    [[nodiscard]] QString address(const char* name) const
    {
        return QStringLiteral("ipp://127.0.0.1:%1/printers/%2").arg(m_port).arg(QLatin1String(name));
    }
    [[nodiscard]] const QByteArray& printed() const { return m_printed; }
    /** Documents that wait in the printer. */
    [[nodiscard]] QStringList waiting() const
    {
        return QDir(m_server.folder() + QStringLiteral("/spool")).entryList({QStringLiteral("d*")}, QDir::Files);
    }

private:
    ServerProcess m_server;
    quint16 m_port = 0;
    QTcpServer m_paper;
    QByteArray m_printed;
};
