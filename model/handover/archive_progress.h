// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/part_log.h"
#include "handover/case_database.h"

#include <memory>

namespace staffelstab::handover {

/**
 * What is noted of the business archive that is being written, in the case file: so one that was stopped or killed is
 * gone on with. For the thread that opened it; at most one at a time.
 */
class ArchiveProgress final : public archive::PartLog
{
public:
    static Result<std::unique_ptr<ArchiveProgress>> open(const QString& caseFile);

    Status begin(const archive::BegunPart& part) override;
    Status add(const archive::PartPoint& point) override;
    Status forget() override;
    Result<std::optional<archive::BegunPart>> begun() override;
    Result<std::vector<archive::PartPoint>> points() override;

    /** Part of the transaction that wipes the case. */
    static Status forget(CaseDatabase& database);

private:
    explicit ArchiveProgress(CaseDatabase database) : m_database(std::move(database)) {}
    Status empty();

    CaseDatabase m_database;
};

} // namespace staffelstab::handover
