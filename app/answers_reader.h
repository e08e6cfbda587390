// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answers.h"
#include "core/toml.h"

class QDir;

namespace staffelstab::app {

// The parts of readAnswers(); each reads its own tables and leaves errors in `root`.

/** The path under a key, made absolute; empty if absent. */
QString readPath(TomlTable& table, const QString& key, const QDir& folder);
/** Leaves "KEY is missing" in the table unless `isGiven`. */
void demand(TomlTable& table, const QString& key, bool isGiven);
void readMailboxes(TomlTable& root, Answers& answers, const QDir& folder);
void readSeparation(TomlTable& root, Answers& answers, const QDir& folder);
/** Server, user, sign-in and the file with the login's secret. */
void readServer(TomlTable& table, Answers::Mailbox& mailbox, const QDir& folder);
void readSuccessor(TomlTable& root, Answers& answers, const QDir& folder);
void readContacts(TomlTable& root, Answers& answers, const QDir& folder);
void readOutputs(TomlTable& root, Answers& answers, const QDir& folder);
/** url, user, password_file, ca_file, ticket. */
Answers::Login readLogin(TomlTable& table, const QDir& folder);
void readAccount(TomlTable& root, Answers& answers, const QDir& folder);
void readAbsence(TomlTable& root, Answers& answers, const QDir& folder);
void readPassword(TomlTable& root, Answers& answers, const QDir& folder);
void readBelongings(TomlTable& root, Answers& answers, const QDir& folder);

} // namespace staffelstab::app
