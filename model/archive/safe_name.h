// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QSet>
#include <QString>

namespace staffelstab::archive {

/**
 * Makes one file or folder name from text that came out of mail: NFC, no separators and nothing else Windows refuses,
 * no control, bidi or other invisible characters, no leading dot, no trailing dot or space, no device name (CON,
 * COM1.txt, ...), no '%' (a BagIt manifest would have to encode it and sha256sum would not find the file), at most
 * `mostBytes` in UTF-8. Never empty. Not unique: see SafePaths.
 */
QString safeName(QStringView raw, qsizetype mostBytes = 120);

/** Cuts at a character's border so that the UTF-8 form has at most `mostBytes`. */
QString cutToBytes(QStringView text, qsizetype mostBytes);

/** Names that differ only in case or composition are one name on some media; they have the same key. */
QString caselessKey(const QString& path);

/**
 * Gives the folders of a mailbox their paths in a copy: unique without regard to case, at most `longest` UTF-16 units.
 * The same parent keeps the same path. No folder ends in ".eml" or ".mbox", so that it never meets a file of that kind.
 */
class SafePaths
{
public:
    static constexpr qsizetype longest = 100;
    /** Longest path of a file inside a copy, in UTF-16 units; what the oldest Windows programs can still open. */
    static constexpr qsizetype longestFile = 180;

    /** `levels` as the mailbox names them. The same levels give the same path again. */
    QString folder(const QStringList& levels);
    /** A file in `parent` (from folder(), or empty) that no one else has. */
    QString file(const QString& parent, const QString& name, const QString& suffix);

private:
    QString firstFree(const QString& parent, const QString& name, const QString& suffix);

    QHash<QString, QString> m_known;
    /** Folders too deep for a level of their own; they have no children, those stand beside them. */
    QHash<QString, QString> m_collapsed;
    QSet<QString> m_taken;
};

/** "0000012 2026-03-01 subject.eml", fit for standing in `folder`. */
QString messageFileName(int number, const QDate& date, const QString& subject, const QString& folder);

} // namespace staffelstab::archive
