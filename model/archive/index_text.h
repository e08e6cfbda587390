// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace staffelstab::archive {

/** The words of the index and its columns, in the language of the archive. */
struct IndexText
{
    QString language;
    QString title;
    QString caseNumber;
    QString organisation;
    QString leaver;
    QString supervisor;
    QString date;
    QString folder;
    QString messages;
    QString size;
    QString from;
    QString to;
    QString subject;
    QString attachments;
    QString filter;
    QString back;
    QString noSubject;
    QString notCopied;
    /** "%1" is a folder. */
    QString readLater;
    QString note;
};

/** German for "de", else English. */
const IndexText& indexText(const QString& language);

/** Safe inside an element and inside a quoted attribute. */
QByteArray escapedHtml(const QString& text);
/** One field as RFC 4180 has it, always quoted; what a spreadsheet would take for a formula is made text by a "'". */
QByteArray csvField(const QString& text);
/** A relative link: every part of the path percent-encoded. */
QByteArray linkTo(const QString& path);

/** Everything up to the body of a page: no script, style or picture from elsewhere can ever load. */
QByteArray pageHead(const QString& language, const QString& title);
/** Sorts by a click on a column's head and filters while typing. */
QByteArray pageScript();

} // namespace staffelstab::archive
