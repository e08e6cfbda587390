// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_store.h"

/** What PstStore says of a file that libpff reads, but not whole or not as it was written. */
namespace staffelstab::mail {

using pst::Frame;
using pst::FrameType;
using pst::isReaderLost;

void PstStore::tellGaps(int index, const Folder& folder, ScanSink& sink)
{
    for (const pst::GapFound& gap : m_gaps) {
        const bool isOfFile = gap.folder == 0;
        if (isOfFile ? index == 0 : QByteArray::number(gap.folder) == folder.rawName) {
            tellFolder(index, {Failure::Kind::MailboxDamaged, isOfFile ? m_file : folder.path, gap.what}, sink);
        }
    }
}

Status PstStore::checkContent(int index, ScanSink& sink, JobContext& job)
{
    const auto isSaid = [&](const QString& what) {
        tellFolder(index, {Failure::Kind::MailboxDamaged, m_file, what}, sink);
        return Status(Done{});
    };
    if (Status opened = m_reader.open(job); !opened) {
        return isOfOneFolder(opened.failure().kind) ? isSaid(pst::notChecked) : std::move(opened);
    }
    Status sent = m_reader.send(FrameType::Check, {});
    pst::ChecksumsFound found;
    while (sent) {
        const Result<Frame> frame = m_reader.next(job);
        if (!frame && !isReaderLost(frame.failure())) {
            return frame.failure();
        }
        if (frame && frame->type == FrameType::End) {
            return found.damaged > 0 ? isSaid(pst::contentDamaged) : Status(Done{});
        }
        const auto now =
            frame && frame->type == FrameType::Checked ? pst::decodeChecksums(frame->payload) : std::nullopt;
        if (!now) {
            break;
        }
        found = *now;
        job.report({Progress::Stage::Hashing, 0, 0, found.done, found.total});
    }
    m_reader.stop();
    return isSaid(pst::notChecked);
}

} // namespace staffelstab::mail
