// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace staffelstab::mail {

/**
 * Cuts HTML from mail down to what QTextBrowser can show at once and without any file or network access: an own
 * tokenizer and a list of allowed elements and attributes; no style sheets, scripts, forms, links to follow or images;
 * at most 200,000 characters of output, tables 6 deep, elements 200 deep, words broken after 1,000 characters.
 * Runs in time linear to its input on any input.
 */
QString sanitiseHtml(QStringView html);

/** The readable text of HTML, for messages without a text part. Same limits. */
QString htmlToText(QStringView html);

} // namespace staffelstab::mail
