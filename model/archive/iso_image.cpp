// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/iso_image.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <optional>

namespace staffelstab::archive {

namespace {

constexpr qint64 pieceSize = qint64{1} << 20;
// ECMA-119: the first volume descriptor, behind 16 sectors of nothing.
constexpr qint64 firstDescriptor = qint64{16} * 2048;

using EntryPtr = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;
using ReadPtr = std::unique_ptr<struct archive, decltype(&archive_read_free)>;

QString errorOf(struct archive* archive)
{
    const char* text = archive_error_string(archive);
    return text == nullptr ? QString() : QString::fromUtf8(text);
}

/** A source of libarchive's that is a file of ours. */
struct ReadFile
{
    QFile file;
    QByteArray buffer = QByteArray(pieceSize, Qt::Uninitialized);

    static la_ssize_t read(struct archive* archive, void* self, const void** bytes)
    {
        auto* source = static_cast<ReadFile*>(self);
        const qint64 got = source->file.read(source->buffer.data(), source->buffer.size());
        *bytes = source->buffer.constData();
        if (got < 0) {
            archive_set_error(archive, EIO, "cannot read");
        }
        return static_cast<la_ssize_t>(got);
    }
};

Failure damaged(const QString& path, const QString& why)
{
    return {Failure::Kind::ArchiveDamaged, path, why};
}

Status feedEntry(struct archive* archive, const QString& path, FileVisitor& visitor, qint64& left, JobContext& job)
{
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    for (;;) {
        if (Status going = job.mayGoOn(); !going) {
            return going;
        }
        const la_ssize_t got = archive_read_data(archive, buffer.data(), static_cast<std::size_t>(buffer.size()));
        if (got < 0 || got > left) {
            return damaged(path, got < 0 ? errorOf(archive) : QStringLiteral("more content than the image has"));
        }
        if (got == 0) {
            return visitor.end();
        }
        left -= got;
        if (Status seen = visitor.piece(QByteArrayView(buffer).first(static_cast<qsizetype>(got))); !seen) {
            return seen;
        }
    }
}

} // namespace

struct IsoTree::Writer
{
    explicit Writer(OutputDevice& sink) : device(sink), archive(archive_write_new()) {}
    ~Writer()
    {
        archive_write_fail(archive); // so that freeing it writes nothing more
        archive_write_free(archive);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    static la_ssize_t write(struct archive* archive, void* self, const void* bytes, std::size_t size)
    {
        auto* writer = static_cast<Writer*>(self);
        const Status written =
            writer->device.write(QByteArrayView(static_cast<const char*>(bytes), static_cast<qsizetype>(size)));
        if (!written) {
            writer->failure = written.failure();
            archive_set_error(archive, EIO, "cannot write");
            return -1;
        }
        return static_cast<la_ssize_t>(size);
    }

    OutputDevice& device;
    struct archive* archive;
    std::optional<Failure> failure;
};

IsoTree::IsoTree(OutputDevice& device, const QString& top, const QDate& date, const QString& spoolFolder)
    : m_top(top), m_date(date), m_spoolFolder(spoolFolder), m_writer(std::make_unique<Writer>(device))
{
}

IsoTree::~IsoTree() = default;

Failure IsoTree::refused(const QString& path)
{
    return m_writer->failure ? *m_writer->failure : Failure{Failure::Kind::Internal, path, errorOf(m_writer->archive)};
}

Status IsoTree::open(const QString& label)
{
    struct archive* archive = m_writer->archive;
    QByteArray volume = label.toUpper().toLatin1().left(32);
    for (char& letter : volume) {
        const bool isFine = (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_';
        letter = isFine ? letter : '_';
    }
    const std::pair<const char*, const char*> options[] = {{"iso-level", "3"},
                                                           {"joliet", "long"},
                                                           {"rockridge", "useful"},
                                                           {"limit-depth", nullptr},
                                                           {"volume-id", volume.constData()}};
    bool isReady = archive_write_set_format_iso9660(archive) == ARCHIVE_OK &&
                   archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK;
    for (const auto& [name, value] : options) {
        isReady = isReady && archive_write_set_format_option(archive, "iso9660", name, value) == ARCHIVE_OK;
    }
    isReady = isReady && archive_write_open(archive, m_writer.get(), nullptr, &Writer::write, nullptr) == ARCHIVE_OK;
    return isReady ? Status(Done{}) : Status(refused({}));
}

Status IsoTree::begin(const QString& path)
{
    m_path = path;
    m_content = std::make_unique<Spool>(m_spoolFolder);
    return Done{};
}

Status IsoTree::write(QByteArrayView bytes)
{
    return m_content->write(bytes);
}

Status IsoTree::end()
{
    // The size of a file stands in front of it, so it is collected first.
    const std::unique_ptr<Spool> content = std::move(m_content);
    return add(m_path, *content);
}

Status IsoTree::add(const QString& path, Spool& content)
{
    if (path.section(QLatin1Char('/'), -1).size() > longestName) {
        return Failure{Failure::Kind::BadInput, path, QStringLiteral("a name too long for a disc")};
    }
    const EntryPtr entry(archive_entry_new(), &archive_entry_free);
    const QByteArray name = (m_top + QLatin1Char('/') + path).toUtf8();
    archive_entry_set_pathname_utf8(entry.get(), name.constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0444);
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_mtime(entry.get(), m_date.startOfDay(Qt::UTC).toSecsSinceEpoch(), 0);
    if (archive_write_header(m_writer->archive, entry.get()) != ARCHIVE_OK) {
        return refused(path);
    }
    Status written = content.replay([this, &path](QByteArrayView piece) -> Status {
        const la_ssize_t put =
            archive_write_data(m_writer->archive, piece.data(), static_cast<std::size_t>(piece.size()));
        return put == piece.size() ? Status(Done{}) : Status(refused(path));
    });
    if (!written) {
        return written;
    }
    if (archive_write_finish_entry(m_writer->archive) != ARCHIVE_OK) {
        return refused(path);
    }
    ++m_files;
    return Done{};
}

Status IsoTree::finish(QByteArrayView)
{
    if (archive_write_close(m_writer->archive) != ARCHIVE_OK) {
        return refused({});
    }
    return m_writer->device.flushAndClose();
}

bool isIsoImage(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.seek(firstDescriptor) &&
           file.read(6) == QByteArrayView("\x01"
                                          "CD001");
}

Status walkIso(const QString& path, FileVisitor& visitor, JobContext& job)
{
    ReadFile source;
    source.file.setFileName(path);
    if (!source.file.open(QIODevice::ReadOnly)) {
        return Failure{Failure::Kind::FileNotReadable, path, source.file.errorString()};
    }
    const ReadPtr archive(archive_read_new(), &archive_read_free);
    if (archive_read_support_format_iso9660(archive.get()) != ARCHIVE_OK ||
        archive_read_open(archive.get(), &source, nullptr, &ReadFile::read, nullptr) != ARCHIVE_OK) {
        return Failure{Failure::Kind::NotAnArchive, path, errorOf(archive.get())};
    }
    // No file of ours stands in an image twice, so that all of them cannot be larger than it.
    qint64 left = source.file.size();
    Progress progress{Progress::Stage::ReadingBack, 0, 0, 0, left};
    for (;;) {
        archive_entry* entry = nullptr;
        const int state = archive_read_next_header(archive.get(), &entry);
        if (state == ARCHIVE_EOF) {
            return Done{};
        }
        const char* name = state == ARCHIVE_OK ? archive_entry_pathname_utf8(entry) : nullptr;
        if (name == nullptr || archive_entry_hardlink(entry) != nullptr) {
            return damaged(path, errorOf(archive.get()));
        }
        if (archive_entry_filetype(entry) == AE_IFDIR) {
            continue;
        }
        if (archive_entry_filetype(entry) != AE_IFREG) {
            return damaged(path, QStringLiteral("neither file nor folder"));
        }
        if (Status begun = visitor.begin(name); !begun) {
            return begun;
        }
        if (Status fed = feedEntry(archive.get(), path, visitor, left, job); !fed) {
            return fed;
        }
        progress.bytesDone = progress.bytesTotal - left;
        job.report(progress);
    }
}

} // namespace staffelstab::archive
