// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/stream.h"

#include <memory>

namespace staffelstab::tests {

/** When the line to a real server breaks. */
struct Cut
{
    /** Once these bytes were written, nothing is heard any more; empty: never. */
    QByteArray afterWriting;
    /** The server still gets and answers what was written; its answer is lost. */
    bool isHeardByServer = true;
    int cuts = 0;
};

/** Breaks the line once, as `cut` says; the connections after that are whole. */
class CutStream : public mail::imap::Stream
{
public:
    CutStream(std::unique_ptr<mail::imap::Stream> stream, std::shared_ptr<Cut> cut)
        : m_stream(std::move(stream)), m_cut(std::move(cut))
    {
    }

    Result<QByteArray> read(const mail::imap::Patience& patience) override
    {
        if (!m_isCut) {
            return m_stream->read(patience);
        }
        // So that the server is done with what it heard before anybody asks again.
        return m_cut->isHeardByServer ? lost(m_stream->read(patience)) : lost(QByteArray());
    }

    void write(QByteArrayView bytes) override
    {
        // Where one write ends and the next begins is up to the clock; the mark may lie across.
        const QByteArray seen = m_tail + bytes.toByteArray();
        m_tail = seen.right(m_cut->afterWriting.size() - 1);
        if (!m_cut->afterWriting.isEmpty() && seen.contains(m_cut->afterWriting)) {
            m_isCut = true;
            ++m_cut->cuts;
            m_cut->afterWriting.clear();
            if (!m_cut->isHeardByServer) {
                return;
            }
        }
        if (!m_isCut || m_cut->isHeardByServer) {
            m_stream->write(bytes);
        }
    }

    Status drain(const mail::imap::Patience& patience, qint64 most) override { return m_stream->drain(patience, most); }
    Status encrypt(const mail::imap::Patience& patience) override { return m_stream->encrypt(patience); }
    [[nodiscard]] bool isEncrypted() const override { return m_stream->isEncrypted(); }

    static mail::imap::StreamFactory over(mail::imap::StreamFactory streams, std::shared_ptr<Cut> cut)
    {
        return
            [streams = std::move(streams), cut](const JobContext& job) -> Result<std::unique_ptr<mail::imap::Stream>> {
                auto stream = streams(job);
                if (!stream) {
                    return stream.failure();
                }
                return std::unique_ptr<mail::imap::Stream>(std::make_unique<CutStream>(std::move(*stream), cut));
            };
    }

private:
    static Failure lost(const Result<QByteArray>&) { return {Failure::Kind::ConnectionLost, {}, {}}; }

    std::unique_ptr<mail::imap::Stream> m_stream;
    std::shared_ptr<Cut> m_cut;
    bool m_isCut = false;
    /** The end of what was written last. */
    QByteArray m_tail;
};

} // namespace staffelstab::tests
