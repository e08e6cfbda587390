// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_place.h"

#include "mail/file_proof.h"

#include <QDataStream>
#include <QIODevice>

namespace staffelstab::mail {

namespace {
constexpr auto streamVersion = QDataStream::Qt_6_0;
}

std::optional<MboxPlace> MboxPlace::parse(const ScanSink::Place& place)
{
    QDataStream in(place);
    in.setVersion(streamVersion);
    MboxPlace found;
    in >> found.at.offset >> found.at.believesLengths >> found.messages >> found.stamp >> found.around;
    const bool isValid = in.status() == QDataStream::Ok && in.atEnd() && found.at.offset >= 0 && found.messages >= 0;
    return isValid ? std::optional<MboxPlace>(std::move(found)) : std::nullopt;
}

ScanSink::Place MboxPlace::toBytes() const
{
    ScanSink::Place place;
    QDataStream out(&place, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << at.offset << at.believesLengths << messages << stamp << around;
    return place;
}

bool MboxPlace::holds(const QString& path, const QByteArray& now) const
{
    return !stamp.isEmpty() && stamp == now && !around.isEmpty() && around == contentAround(path, at.offset);
}

} // namespace staffelstab::mail
