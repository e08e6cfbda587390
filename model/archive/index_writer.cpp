// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index_writer.h"

#include <QLocale>

namespace staffelstab::archive {

namespace {

const QString shownTime = QStringLiteral("yyyy-MM-dd HH:mm");

QByteArray column(const QString& name, bool isNumber)
{
    return QByteArray("<th") + (isNumber ? " class=\"n\"" : "") + "><button type=\"button\">" + escapedHtml(name) +
           "</button></th>";
}

QByteArray csvRow(const QStringList& fields)
{
    QByteArray row;
    for (const QString& field : fields) {
        row += (row.isEmpty() ? QByteArray() : QByteArray(",")) + csvField(field);
    }
    return row + "\r\n";
}

} // namespace

IndexWriter::IndexWriter(BagWriter& bag, const ArchiveOptions& options, const QString& spoolFolder)
    : m_bag(bag), m_options(options), m_text(indexText(options.language)), m_page(spoolFolder, Spool::ofListInMemory),
      m_table(spoolFolder, Spool::ofListInMemory)
{
}

QByteArray IndexWriter::shownSize(qint64 bytes) const
{
    const QLocale locale(m_text.language == QLatin1String("de") ? QLocale::German : QLocale::English);
    return escapedHtml(locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
}

QByteArray IndexWriter::folderHead() const
{
    return pageHead(m_text.language, m_current.shown) + "<p><a href=\"../index.html\">" + escapedHtml(m_text.back) +
           "</a></p>\n<h1>" + escapedHtml(m_current.shown) + "</h1>\n<label>" + escapedHtml(m_text.filter) +
           "<br><input id=\"filter\" type=\"search\"></label>\n<table>\n<thead><tr>" + column(m_text.date, false) +
           column(m_text.from, false) + column(m_text.to, false) + column(m_text.subject, false) +
           column(m_text.attachments, false) + column(m_text.size, true) + "</tr></thead>\n<tbody>\n";
}

Status IndexWriter::beginFolder(const QString& shownPath, Part part)
{
    const QString shown = part == Part::Folder ? shownPath : m_text.readLater.arg(shownPath);
    m_current = {shownPath, shown, QStringLiteral("index/%1.html").arg(m_folders.size() + 1, 4, 10, QLatin1Char('0')),
                 0, 0};
    m_page.clear();
    return m_page.write(folderHead());
}

Status IndexWriter::addRow(const MessageSummary& summary, const QString& path, qint64 bytes)
{
    const QByteArray date = summary.date.isValid() ? summary.date.toUTC().toString(shownTime).toLatin1() : QByteArray();
    const QString subject = summary.subject.isEmpty() ? m_text.noSubject : summary.subject;
    return m_page.write("<tr><td class=\"d\">" + date + "</td><td>" + escapedHtml(summary.from) + "</td><td>" +
                        escapedHtml(summary.to) + "</td><td><a href=\"../" + linkTo(path) + "\">" +
                        escapedHtml(subject) + "</a></td><td>" + (summary.mayHaveAttachments ? "&#10003;" : "") +
                        "</td><td class=\"n\" data-s=\"" + QByteArray::number(bytes) + "\">" + shownSize(bytes) +
                        "</td></tr>\n");
}

Status IndexWriter::add(const MessageSummary& summary, const QString& path, qint64 bytes, const QByteArray& sha256)
{
    ++m_current.messages;
    m_current.bytes += bytes;
    if (Status added = addRow(summary, path, bytes); !added) {
        return added;
    }
    if (m_table.size() == 0) {
        const QStringList names{QStringLiteral("folder"),      QStringLiteral("date_utc"), QStringLiteral("from"),
                                QStringLiteral("to"),          QStringLiteral("cc"),       QStringLiteral("subject"),
                                QStringLiteral("attachments"), QStringLiteral("bytes"),    QStringLiteral("message_id"),
                                QStringLiteral("file"),        QStringLiteral("sha256")};
        if (Status begun = m_table.write("\xEF\xBB\xBF" + csvRow(names)); !begun) {
            return begun;
        }
    }
    return m_table.write(
        csvRow({m_current.name, summary.date.isValid() ? summary.date.toUTC().toString(Qt::ISODate) : QString(),
                summary.from, summary.to, summary.cc, summary.subject,
                summary.mayHaveAttachments ? QStringLiteral("1") : QStringLiteral("0"), QString::number(bytes),
                summary.messageId, path, QString::fromLatin1(sha256.toHex())}));
}

Status IndexWriter::endFolder()
{
    if (m_current.messages == 0) {
        return Done{};
    }
    if (Status ended = m_page.write("</tbody></table>\n" + pageScript() + "</body></html>\n"); !ended) {
        return ended;
    }
    m_folders.push_back(m_current);
    return m_bag.addTag(m_current.page, m_page);
}

QByteArray IndexWriter::cover(qsizetype skipped) const
{
    const std::pair<QString, QString> facts[] = {
        {m_text.caseNumber, m_options.caseNumber},
        {m_text.organisation, m_options.organisation},
        {m_text.leaver, m_options.leaverName},
        {m_text.supervisor, m_options.supervisorName},
        {m_text.date, m_options.date.toString(Qt::ISODate)},
        {m_text.notCopied, skipped > 0 ? QString::number(skipped) : QString()},
    };
    QByteArray html = pageHead(m_text.language, m_text.title) + "<h1>" + escapedHtml(m_text.title) + "</h1>\n<dl>\n";
    for (const auto& [name, value] : facts) {
        if (!value.isEmpty()) {
            html += "<dt>" + escapedHtml(name) + "</dt><dd>" + escapedHtml(value) + "</dd>\n";
        }
    }
    return html + "</dl>\n<table>\n<thead><tr>" + column(m_text.folder, false) + column(m_text.messages, true) +
           column(m_text.size, true) + "</tr></thead>\n<tbody>\n";
}

Status IndexWriter::finish(qsizetype skipped)
{
    m_page.clear();
    if (Status begun = m_page.write(cover(skipped)); !begun) {
        return begun;
    }
    for (const ListedFolder& folder : m_folders) {
        const QByteArray count = QByteArray::number(folder.messages);
        const QByteArray row = "<tr><td><a href=\"" + linkTo(folder.page) + "\">" + escapedHtml(folder.shown) +
                               "</a></td><td class=\"n\" data-s=\"" + count + "\">" + count +
                               "</td><td class=\"n\" data-s=\"" + QByteArray::number(folder.bytes) + "\">" +
                               shownSize(folder.bytes) + "</td></tr>\n";
        if (Status listed = m_page.write(row); !listed) {
            return listed;
        }
    }
    if (Status ended = m_page.write("</tbody></table>\n<p>" + escapedHtml(m_text.note) + "</p>\n" + pageScript() +
                                    "</body></html>\n");
        !ended) {
        return ended;
    }
    if (Status added = m_bag.addTag(QStringLiteral("index.html"), m_page); !added) {
        return added;
    }
    return m_table.size() > 0 ? m_bag.addTag(QStringLiteral("index.csv"), m_table) : Status(Done{});
}

} // namespace staffelstab::archive
