// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace staffelstab::receipt {

/** What stands on the paper, without a place: ReceiptTexts says it, ReceiptLayout puts it on pages. */
struct Row
{
    QString label;
    QString value;
    bool isMono = false;
};

struct Column
{
    QString name;
    /** Numbers stand at the right in a narrow column; texts wrap and share the rest by `share`. */
    bool isNumber = false;
    int share = 1;
};

struct Section
{
    QString heading;
    /** A table; every line has as many cells as there are columns. It breaks over pages and repeats its head. */
    std::vector<Column> columns;
    std::vector<QStringList> lines;
    std::vector<Row> rows;
    QStringList paragraphs;
    /** Drawn as a list with marks. */
    QStringList points;
    /** Set in small type. */
    bool isSmall = false;
    /** In the first form of the receipt, which had no briefs: stands behind the signatures. */
    bool isAnnex = false;

    [[nodiscard]] bool isEmpty() const
    {
        return rows.empty() && lines.empty() && paragraphs.isEmpty() && points.isEmpty();
    }
    void addRow(const QString& label, const QString& value) { rows.push_back({label, value, false}); }
    /** Nothing if the value is empty. */
    void addRowIf(const QString& label, const QString& value)
    {
        if (!value.isEmpty()) {
            addRow(label, value);
        }
    }
    void addDigest(const QString& label, const QString& groups) { rows.push_back({label, groups, true}); }
};

inline Section titled(const QString& heading)
{
    Section section;
    section.heading = heading;
    return section;
}

/** What the pages for people say of a section, in a sentence or two. */
struct Brief
{
    QString text;
    /** It leaves nothing out: the section needs no annex. */
    bool isWhole = false;
};

/** A line of the overview: what became of one topic, and where more stands. */
struct Topic
{
    QString name;
    QString said;
    /** "Annex 3"; empty: this line says all. */
    QString annex;
};

/** A picture on a page of its own. */
struct PhotoPage
{
    QString caption;
    QImage image;
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
    /** The company's, without transparency; may be null. */
    QImage logo;
    std::vector<Section> front;
    /** Empty: no heading. */
    QString headingA;
    std::vector<Topic> topics;
    std::vector<Section> blockA;
    SignaturePlace leaver;
    /** Without a heading: the leaver signs alone. */
    SignaturePlace supervisor;
    /** How many ticks the supervisor's box needs room for. */
    std::size_t receivables = 0;
    QString headingAnnex;
    std::vector<Section> annex;
    /** Lines for a signature by hand below the annex. */
    std::optional<SignaturePlace> annexInk;
    std::vector<PhotoPage> photos;
    QString footer;
    /** "Page %1 of %2". */
    QString page;
    QString qr;
};

/** Hexadecimal digits in groups of four. */
QString inGroups(const QByteArray& digest);

} // namespace staffelstab::receipt
