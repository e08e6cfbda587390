// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag_writer.h"

namespace staffelstab::archive {

namespace {

QByteArray manifestLine(const QByteArray& sha256, const QString& path)
{
    return sha256.toHex() + "  " + manifestPath(path.toUtf8()) + '\n';
}

/** "Label: value" on one line whatever the value holds. */
QByteArray infoLine(const char* label, const QString& value)
{
    const QByteArray text = value.simplified().toUtf8();
    return text.isEmpty() ? QByteArray() : QByteArray(label) + ": " + text + '\n';
}

} // namespace

QByteArray manifestPath(QByteArray path)
{
    return path.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
}

Status BagWriter::addPayload(const QString& path, Spool& content, const QByteArray& sha256)
{
    const QString inside = QStringLiteral("data/") + path;
    m_payloadBytes += content.size();
    ++m_payloadFiles;
    if (Status listed = m_manifest.write(manifestLine(sha256, inside)); !listed) {
        return listed;
    }
    return m_tree.add(inside, content);
}

Status BagWriter::addTag(const QString& path, Spool& content)
{
    Sha256 hash;
    Status hashed = content.replay([&hash](QByteArrayView piece) {
        hash.add(piece);
        return Status(Done{});
    });
    if (!hashed) {
        return hashed;
    }
    m_tagManifest += manifestLine(hash.finish(), path);
    return m_tree.add(path, content);
}

Status BagWriter::addTagText(const QString& path, const QByteArray& text)
{
    Spool content(m_spoolFolder);
    if (Status spooled = content.write(text); !spooled) {
        return spooled;
    }
    return addTag(path, content);
}

QByteArray BagWriter::oxum() const
{
    return QByteArray::number(m_payloadBytes) + '.' + QByteArray::number(m_payloadFiles);
}

Status BagWriter::finish(const Info& info)
{
    const QByteArray text =
        infoLine("Source-Organization", info.organisation) + infoLine("External-Identifier", info.caseNumber) +
        infoLine("External-Description", info.description) + infoLine("Bagging-Date", info.date.toString(Qt::ISODate)) +
        infoLine("Bag-Software-Agent", QStringLiteral("Staffelstab")) + "Payload-Oxum: " + oxum() + '\n';
    if (Status added =
            addTagText(QStringLiteral("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        !added) {
        return added;
    }
    if (Status added = addTagText(QStringLiteral("bag-info.txt"), text); !added) {
        return added;
    }
    if (Status added = addTag(QStringLiteral("manifest-sha256.txt"), m_manifest); !added) {
        return added;
    }
    Spool tags(m_spoolFolder);
    if (Status spooled = tags.write(m_tagManifest); !spooled) {
        return spooled;
    }
    m_seal = Sha256::of(m_tagManifest);
    if (Status added = m_tree.add(QStringLiteral("tagmanifest-sha256.txt"), tags); !added) {
        return added;
    }
    return m_tree.finish("Payload-Oxum: " + oxum());
}

} // namespace staffelstab::archive
