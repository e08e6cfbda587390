// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <gmime/gmime.h>

#include <memory>

namespace staffelstab::mail {

/** Private to this folder: GMime made ready once for the process, and what owns its objects. */
void ensureMime();

struct UnrefObject
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using ObjectPtr = std::unique_ptr<T, UnrefObject>;

struct FreeText
{
    void operator()(char* text) const { g_free(text); }
};
using TextPtr = std::unique_ptr<char, FreeText>;

/** Bytes of unknown charset as UTF-8: what is not UTF-8 is taken for Windows-1252. NUL becomes a space. */
QByteArray guessUtf8(QByteArrayView bytes);

/**
 * Encoded words (RFC 2047, base64) that follow each other in one charset as one word: GMime stops at the padding of the
 * first and drops the text behind it.
 */
QByteArray joinEncodedWords(const QByteArray& value);

/** Unstructured field with encoded words (RFC 2047), on one line, without control and direction-changing characters. */
QString decodeHeaderText(QByteArrayView value);

/** `text` for one line of display: control characters become spaces, direction overrides are dropped. */
QString singleLine(QString text);

} // namespace staffelstab::mail
