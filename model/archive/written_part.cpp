// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/written_part.h"

#include "core/sha256.h"

#include <QtEndian>

namespace staffelstab::archive {

namespace {

constexpr qsizetype frameSize = WinZipAes::saltSize + WinZipAes::verifierSize;
/** No piece is larger. */
constexpr quint64 largestPiece = 64ULL << 20;
constexpr qsizetype readAtOnce = 1 << 20;

/** Size and checksum of a file that is shown. */
class Measure final : public FileVisitor
{
public:
    Status begin(const QByteArray& /*path*/) override { return Done{}; }
    Status piece(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        return Done{};
    }
    Status end() override { return Done{}; }
    QByteArray sha256() { return m_hash.finish(); }

private:
    Sha256 m_hash;
};

} // namespace

WrittenPart::WrittenPart(QByteArray header, quint64 unsafe, JobContext& job)
    : m_header(std::move(header)), m_unsafe(unsafe), m_files(*this, job), m_job(job)
{
}
WrittenPart::~WrittenPart() = default;

Failure WrittenPart::differs(const char* what)
{
    m_hasDiffered = true;
    return {Failure::Kind::ArchiveDamaged, m_file.fileName(), QString::fromLatin1(what)};
}

Failure WrittenPart::strays(const char* what)
{
    m_hasStrayed = true;
    return {Failure::Kind::ArchiveDamaged, m_file.fileName(), QString::fromLatin1(what)};
}

Result<bool> WrittenPart::isAsNoted(std::size_t number)
{
    const quint64 from = number == 0 ? 0 : m_points[number - 1].offset;
    const quint64 to = m_points[number].offset;
    const auto inFront = static_cast<quint64>(number == 0 ? m_header.size() : 0);
    if (to < from + inFront || to - from > largestPiece || !m_file.seek(static_cast<qint64>(from + inFront))) {
        return false;
    }
    // The size is patched into the header at the very end; what it says meanwhile counts for nothing.
    Sha256 hash;
    hash.add(QByteArrayView(m_header).first(static_cast<qsizetype>(inFront)));
    m_piece.resize(static_cast<qsizetype>(to - from - inFront));
    for (qsizetype at = 0; at < m_piece.size();) {
        if (Status go = m_job.mayGoOn(); !go) {
            return go.failure();
        }
        const qint64 got = m_file.read(m_piece.data() + at, std::min(readAtOnce, m_piece.size() - at));
        if (got < 0) {
            return Failure{Failure::Kind::FileNotReadable, m_file.fileName(), m_file.errorString()};
        }
        if (got == 0) {
            return false;
        }
        at += got;
    }
    hash.add(m_piece);
    return hash.finish() == m_points[number].sha256;
}

Status WrittenPart::chooseEnd()
{
    const auto size = static_cast<quint64>(m_file.size());
    if (m_points.empty() || size > m_points.back().offset) {
        // All is noted before it is written: these notes are older than the part, and what is behind is not known.
        return differs("more than was noted");
    }
    std::size_t last = m_points.size();
    while (last > 0 && (!m_points[last - 1].place || m_points[last - 1].offset > size)) {
        --last;
    }
    std::size_t first = last;
    while (first > 0 && m_points[last - 1].offset - m_points[first - 1].offset < m_unsafe) {
        --first;
    }
    for (std::size_t number = first; number < last; ++number) {
        const Result<bool> isGood = isAsNoted(number);
        if (!isGood) {
            return isGood.failure();
        }
        if (!*isGood) {
            break;
        }
        m_used = m_points[number].place ? number + 1 : m_used;
    }
    for (std::size_t number = first; m_used == 0 && number > 0; --number) {
        m_used = m_points[number - 1].place ? number : 0;
    }
    return m_used > 0 ? Status(Done{}) : Status(differs("no place left"));
}

Status WrittenPart::open(const QString& path, std::vector<PartPoint> points, const Secret& passphrase)
{
    m_points = std::move(points);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure{m_file.exists() ? Failure::Kind::FileNotReadable : Failure::Kind::FileNotFound, path,
                       m_file.errorString()};
    }
    if (Status chosen = chooseEnd(); !chosen) {
        return chosen;
    }
    for (std::size_t number = 0; number < m_used; ++number) {
        m_skipped.insert(m_skipped.end(), m_points[number].skipped.begin(), m_points[number].skipped.end());
    }
    return unlock(passphrase);
}

Status WrittenPart::unlock(const Secret& passphrase)
{
    const Result<bool> isGood = isAsNoted(0);
    if (!isGood) {
        return isGood.failure();
    }
    if (!*isGood || m_piece.size() < frameSize) {
        return differs("first piece");
    }
    m_read = 1;
    m_aes = std::make_unique<WinZipAes>(passphrase, QByteArrayView(m_piece).first(WinZipAes::saltSize));
    const bool isRight = m_aes->verifier() == m_piece.sliced(WinZipAes::saltSize, WinZipAes::verifierSize);
    m_aes->decrypt(m_piece.data() + frameSize, m_piece.size() - frameSize);
    m_at = frameSize;
    // One wrong passphrase in 65,536 passes the verifier; what it decrypts to does not begin like a ZIP.
    const bool isZip =
        m_piece.size() - m_at < 4 || qFromLittleEndian<quint32>(m_piece.constData() + m_at) == localSignature;
    return isRight && isZip ? Status(Done{}) : Status(Failure{Failure::Kind::WrongPassphrase, m_file.fileName(), {}});
}

std::vector<PartPoint> WrittenPart::pointsBehind() const
{
    return {m_points.begin() + static_cast<std::ptrdiff_t>(m_used), m_points.end()};
}

Status WrittenPart::nextPiece()
{
    Result<bool> isGood = isAsNoted(m_read);
    if (isGood && !*isGood) {
        // A second look costs little beside all that was written.
        isGood = isAsNoted(m_read);
    }
    if (!isGood) {
        return isGood.failure();
    }
    if (!*isGood) {
        return differs("piece");
    }
    ++m_read;
    m_aes->decrypt(m_piece.data(), m_piece.size());
    m_at = 0;
    return Done{};
}

Result<qint64> WrittenPart::read(char* to, qint64 atMost)
{
    while (m_at == m_piece.size()) {
        if (m_read == m_used) {
            return qint64{0};
        }
        if (Status read = nextPiece(); !read) {
            return read.failure();
        }
    }
    const auto length = static_cast<qsizetype>(std::min<qint64>(atMost, m_piece.size() - m_at));
    std::copy_n(m_piece.constData() + m_at, length, to);
    m_at += length;
    return length;
}

Result<QByteArray> WrittenPart::tail(qint64 /*atMost*/)
{
    return Failure{Failure::Kind::Internal, {}, QStringLiteral("a part has no end")};
}

Status WrittenPart::next(FileVisitor& visitor)
{
    Result<ZipEntry> entry = m_files.next(visitor);
    if (!entry) {
        m_hasStrayed = m_hasStrayed || entry.failure().kind == Failure::Kind::ArchiveDamaged;
        return entry.failure();
    }
    m_shown = std::move(*entry);
    return Done{};
}

Result<ZipEntry> WrittenPart::confirm(const QByteArray& name, Spool& content)
{
    if (!m_shown) {
        Measure found;
        Measure wanted;
        if (Status shown = next(found); !shown) {
            return shown.failure();
        }
        Status measured = content.replay([&wanted](QByteArrayView bytes) { return wanted.piece(bytes); });
        if (!measured) {
            return measured.failure();
        }
        if (found.sha256() != wanted.sha256()) {
            return strays("content");
        }
    }
    const ZipEntry entry = *std::exchange(m_shown, std::nullopt);
    if (entry.name != name || entry.size != static_cast<quint64>(content.size())) {
        return strays("name");
    }
    return entry;
}

bool WrittenPart::isAtEnd() const
{
    const quint64 inFront = static_cast<quint64>(m_header.size()) + frameSize;
    return !m_shown && m_files.position() + inFront == offset();
}

} // namespace staffelstab::archive
