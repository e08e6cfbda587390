// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag_check.h"
#include "archive/zip_walk.h"

#include <cstring>

// The packed stream inside an archive as someone with the passphrase could forge it, and the manifests in it.

using namespace staffelstab;
using namespace staffelstab::archive;

namespace {

class BytesSource final : public ByteSource
{
public:
    explicit BytesSource(QByteArrayView bytes) : m_left(bytes) {}
    Result<qint64> read(char* to, qint64 atMost) override
    {
        const qsizetype length = std::min<qint64>(atMost, m_left.size());
        std::memcpy(to, m_left.data(), static_cast<std::size_t>(length));
        m_left = m_left.sliced(length);
        return qint64{length};
    }
    Result<QByteArray> tail(qint64 atMost) override
    {
        return m_left.last(std::min<qint64>(atMost, m_left.size())).toByteArray();
    }

private:
    QByteArrayView m_left;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    BytesSource source(bytes);
    BagCheck bag;
    JobContext job;
    parseOxum(zipComment(bytes));
    // A wrong end does not matter here: what was seen of the files is looked at in any case.
    (void)walkZip(source, bag, {.bytes = 4 << 20, .files = 1000}, 0, job);
    (void)bag.finish();

    BagCheck forged;
    (void)forged.begin("bagit.txt");
    (void)forged.piece("BagIt-Version: 1.0\n");
    (void)forged.end();
    for (const char* name : {"bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
        (void)forged.begin(name);
        (void)forged.piece(bytes);
        (void)forged.end();
    }
    (void)forged.finish();
    return 0;
}
