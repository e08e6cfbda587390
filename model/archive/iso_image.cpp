// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/iso_image.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace staffelstab::archive {

namespace {

constexpr qint64 pieceSize = qint64{1} << 20;
// ECMA-119: the first volume descriptor, behind 16 sectors of nothing.
constexpr qint64 firstDescriptor = qint64{16} * 2048;
/** Primary, Joliet, terminator. */
constexpr qint64 descriptors = 3;
/** Sectors of nothing at the end, as drives read ahead. */
constexpr quint32 runOut = 150;
/** In sectors; 32 bits count them, and the directories stand behind. */
constexpr qint64 largestImage = 0xf0000000LL;

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

    static la_int64_t seek(struct archive*, void* self, la_int64_t offset, int whence)
    {
        QFile& file = static_cast<ReadFile*>(self)->file;
        const qint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.pos() : file.size();
        return file.seek(base + offset) ? file.pos() : ARCHIVE_FATAL;
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

IsoTree::IsoTree(OutputDevice& device, const QString& top, const QDate& date)
    : m_device(device), m_top(top), m_date(date.isValid() ? date : QDate(1980, 1, 1))
{
}

Status IsoTree::put(QByteArrayView bytes)
{
    m_position += bytes.size();
    return m_device.write(bytes);
}

Status IsoTree::pad()
{
    const qint64 over = m_position % IsoDirectory::sectorSize;
    return over == 0 ? Status(Done{}) : put(QByteArray(IsoDirectory::sectorSize - over, '\0'));
}

Status IsoTree::open(const QString& label)
{
    m_label = label.toUpper().toLatin1().left(32);
    for (char& letter : m_label) {
        const bool isFine = (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_';
        letter = isFine ? letter : '_';
    }
    // The descriptors are known at the end only.
    return put(QByteArray(firstDescriptor + descriptors * IsoDirectory::sectorSize, '\0'));
}

std::size_t IsoTree::folderOf(const QString& path)
{
    if (const auto known = m_known.constFind(path); known != m_known.cend()) {
        return *known;
    }
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    const std::size_t parent = folderOf(path.left(std::max<qsizetype>(slash, 0)));
    const std::size_t folder = m_folders.size();
    m_folders.push_back({path.mid(slash + 1), parent, {}, {}});
    m_folders[parent].folders.push_back(folder);
    m_known.insert(path, folder);
    return folder;
}

Status IsoTree::begin(const QString& path)
{
    const QString whole = m_top + QLatin1Char('/') + path;
    const qsizetype slash = whole.lastIndexOf(QLatin1Char('/'));
    const QString name = whole.mid(slash + 1);
    if (name.size() > longestName) {
        return Failure{Failure::Kind::BadInput, path, QStringLiteral("a name too long for a disc")};
    }
    m_folder = folderOf(whole.left(slash));
    m_folders[m_folder].files.push_back({name, static_cast<quint32>(m_position / IsoDirectory::sectorSize), 0});
    return Done{};
}

Status IsoTree::write(QByteArrayView bytes)
{
    m_folders[m_folder].files.back().bytes += bytes.size();
    return put(bytes);
}

Status IsoTree::end()
{
    ++m_files;
    return pad();
}

Status IsoTree::finish(QByteArrayView)
{
    using Names = IsoDirectory::Names;
    IsoDirectory primary(m_folders, Names::Primary, m_date);
    IsoDirectory joliet(m_folders, Names::Joliet, m_date);
    if (primary.isTooLarge() || m_position / IsoDirectory::sectorSize > largestImage) {
        return Failure{Failure::Kind::LimitExceeded, m_top, QStringLiteral("more than a disc image can hold")};
    }
    const quint32 behind =
        joliet.place(primary.place(static_cast<quint32>(m_position / IsoDirectory::sectorSize))) + runOut;
    Status done = primary.write(m_device);
    if (done) {
        done = joliet.write(m_device);
    }
    if (done) {
        done = m_device.write(QByteArray(runOut * IsoDirectory::sectorSize, '\0'));
    }
    if (done) {
        const QByteArray terminator = QByteArray("\xff"
                                                 "CD001\x01",
                                                 7)
                                          .leftJustified(IsoDirectory::sectorSize, '\0');
        done = m_device.patch(firstDescriptor,
                              primary.descriptor(m_label, behind) + joliet.descriptor(m_label, behind) + terminator);
    }
    return done ? m_device.flushAndClose() : done;
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
    // The directories stand behind what they name.
    if (archive_read_support_format_iso9660(archive.get()) != ARCHIVE_OK ||
        archive_read_set_seek_callback(archive.get(), &ReadFile::seek) != ARCHIVE_OK ||
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
