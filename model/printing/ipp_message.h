// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace staffelstab::printing {

/** Tags of values (RFC 8010, 3.5.2) as far as they are needed here. */
enum class IppTag : quint8 {
    Integer = 0x21,
    Enum = 0x23,
    Name = 0x42,
    Keyword = 0x44,
    Uri = 0x45,
    Charset = 0x47,
    Language = 0x48,
    MimeType = 0x49,
};

/** The head of a request as it goes over the wire (RFC 8010); a document follows it without a gap. */
class IppRequest
{
public:
    enum class Operation : quint16 {
        PrintJob = 0x0002,
        CancelJob = 0x0008,
        GetJobAttributes = 0x0009,
        GetPrinterAttributes = 0x000b,
    };

    /** With charset, language and the printer's address, which every request begins with (RFC 8011, 4.1.4). */
    IppRequest(Operation operation, const QByteArray& printer);
    void add(IppTag tag, const QByteArray& name, const QByteArray& value);
    void add(const QByteArray& name, qint32 number);
    [[nodiscard]] QByteArray bytes() const;

private:
    QByteArray m_bytes;
};

/** What a printer answered: its status and the values of all groups, each under its attribute's name. */
struct IppAnswer
{
    quint16 status = 0;
    QHash<QByteArray, QList<QByteArray>> values;

    /** Below 0x0100 it is one of the kinds of success (RFC 8011, appendix B). */
    [[nodiscard]] bool isOk() const { return status < 0x0100; }
    /** -1 if there is no such number. */
    [[nodiscard]] qint32 number(const QByteArray& name) const;
};

/** ProtocolError if it is no answer by RFC 8010; what follows the end of the attributes is left alone. */
Result<IppAnswer> parseIpp(const QByteArray& bytes);

} // namespace staffelstab::printing
