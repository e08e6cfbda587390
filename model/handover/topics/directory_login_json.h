// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/account_directory.h"

#include <QJsonObject>

namespace staffelstab::handover {

inline QJsonObject loginToJson(const directory::DirectoryLogin& login)
{
    return {
        {"url", login.url.toString()}, {"user", login.user}, {"ca_file", login.caFile}, {"ticket", login.usesTicket}};
}

inline directory::DirectoryLogin loginFrom(const QJsonObject& json)
{
    return {QUrl(json["url"].toString()), json["user"].toString(), json["ca_file"].toString(), json["ticket"].toBool()};
}

} // namespace staffelstab::handover
