// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::receipt {

/** What stands on the paper, without a place: ReceiptTexts says it, ReceiptLayout puts it on pages. */
struct Row
{
    QString label;
    QString value;
    bool isMono = false;
};

struct Section
{
    QString heading;
    /** Names of the columns and the lines of a table; the first column is text, the others are numbers. */
    QStringList columns;
    std::vector<QStringList> lines;
    std::vector<Row> rows;
    QStringList paragraphs;
    /** Drawn as a list with marks. */
    QStringList points;
    /** Set in small type. */
    bool isSmall = false;
};

struct SignaturePlace
{
    QString heading;
    QStringList paragraphs;
    QString inkPlace;
    QString inkSignature;
};

struct Content
{
    QString title;
    QString subtitle;
    QString caseLine;
    QString organisation;
    std::vector<Section> front;
    QString headingA;
    std::vector<Section> blockA;
    SignaturePlace leaver;
    SignaturePlace supervisor;
    QString footer;
    /** "Page %1 of %2". */
    QString page;
    QString qr;
};

/** Hexadecimal digits in groups of four. */
QString inGroups(const QByteArray& digest);

} // namespace staffelstab::receipt
