// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/review/leaver.h"

namespace review {

/** All runs of one mailbox. */
struct Comparison
{
    QString mailbox;
    std::vector<Run> runs;
};

/** mailbox, way, decisions, shown, settled, private_found, recall, precision, doubtful: a line for each decision. */
bool writeCurveTable(const QString& file, const std::vector<Comparison>& comparisons);
/** Recall over decisions, a panel for each mailbox. Needs a QGuiApplication. */
bool writeCurvePicture(const QString& file, const std::vector<Comparison>& comparisons);

double precisionOf(const Point& point);

} // namespace review
