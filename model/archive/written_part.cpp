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

WrittenPart::WrittenPart(QFile& file, QByteArray header, JobContext& job)
    : m_header(std::move(header)), m_file(file), m_files(*this, job), m_job(job)
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

Result<bool> WrittenPart::isAsNotedOnce(std::size_t number)
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
    m_at = m_piece.size();
    m_loaded = number;
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

Result<bool> WrittenPart::isAsNoted(std::size_t number)
{
    Result<bool> isGood = isAsNotedOnce(number);
    // A second look costs little beside all that would have to be written again.
    return isGood && !*isGood ? isAsNotedOnce(number) : isGood;
}

Result<bool> WrittenPart::isFirstPiece(QFile& file, const QByteArray& header, const PartPoint& first)
{
    JobContext job;
    WrittenPart part(file, header, job);
    part.m_points = {first};
    return part.isAsNoted(0);
}

void WrittenPart::endAfter(std::size_t points)
{
    m_used = points;
    m_skipped.clear();
    for (std::size_t number = 0; number < m_used; ++number) {
        m_skipped.insert(m_skipped.end(), m_points[number].skipped.begin(), m_points[number].skipped.end());
    }
}

Status WrittenPart::secure()
{
    for (std::size_t number = m_read; number < m_used; ++number) {
        const Result<bool> isGood = isAsNoted(number);
        if (!isGood) {
            return isGood.failure();
        }
        if (!*isGood) {
            m_whole = number == 0 ? 0 : m_points[number - 1].offset;
            endAfter(m_read);
            return Done{};
        }
        if (m_points[number].place) {
            m_secured = number + 1;
            return Done{};
        }
    }
    return Done{};
}

Status WrittenPart::open(std::vector<PartPoint> points, const Secret& passphrase)
{
    m_points = std::move(points);
    m_whole = static_cast<quint64>(m_file.size());
    if (m_points.empty() || m_whole > m_points.back().offset) {
        // All is noted before it is written: these notes are older than the part, and what is behind is not known.
        return differs("more than was noted");
    }
    std::size_t last = m_points.size();
    while (last > 0 && (!m_points[last - 1].place || m_points[last - 1].offset > m_whole)) {
        --last;
    }
    endAfter(last);
    if (Status secured = secure(); !secured) {
        return secured;
    }
    return m_used > 0 ? unlock(passphrase) : Status(differs("no place left"));
}

Status WrittenPart::load(std::size_t number)
{
    const Result<bool> isGood = m_loaded == number ? Result<bool>(true) : isAsNoted(number);
    m_loaded.reset();
    if (!isGood) {
        return isGood.failure();
    }
    m_read = number + 1;
    return *isGood ? Status(Done{}) : Status(differs("piece"));
}

Status WrittenPart::unlock(const Secret& passphrase)
{
    if (Status loaded = load(0); !loaded) {
        return loaded;
    }
    if (m_piece.size() < frameSize) {
        return differs("first piece");
    }
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
    if (Status loaded = load(m_read); !loaded) {
        return loaded;
    }
    m_aes->decrypt(m_piece.data(), m_piece.size());
    m_at = 0;
    return Done{};
}

Result<bool> WrittenPart::hasNext()
{
    if (!m_shown && m_at == m_piece.size() && m_read == m_secured) {
        if (Status secured = secure(); !secured) {
            return secured.failure();
        }
    }
    return !isAtEnd();
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
