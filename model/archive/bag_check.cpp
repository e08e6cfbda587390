// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag_check.h"

#include "archive/bag_writer.h"

#include <QDir>

#include <algorithm>
#include <functional>
#include <utility>

namespace staffelstab::archive {

namespace {

constexpr qsizetype longestText = 256LL << 20;
constexpr qsizetype longestLine = 64LL << 10;
constexpr qsizetype mostDifferences = 100;
constexpr qsizetype hexSize = qsizetype{2} * Sha256::size;
const QByteArray bagDeclaration = QByteArrayLiteral("bagit.txt");
const QByteArray bagInfo = QByteArrayLiteral("bag-info.txt");
const QByteArray manifestName = QByteArrayLiteral("manifest-sha256.txt");
const QByteArray tagManifestName = QByteArrayLiteral("tagmanifest-sha256.txt");

bool isText(const QByteArray& path)
{
    return path == bagDeclaration || path == bagInfo || path == tagManifestName;
}

/** Calls `visit` for each line, without its end; a line ends with the bytes, too. */
class Lines
{
public:
    using Visit = std::function<void(QByteArrayView)>;

    explicit Lines(Visit visit) : m_visit(std::move(visit)) {}

    Status add(QByteArrayView bytes)
    {
        for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n')) {
            m_line.append(bytes.first(end));
            bytes = bytes.sliced(end + 1);
            finish();
        }
        if (m_line.size() + bytes.size() > longestLine) {
            return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("manifest")};
        }
        m_line.append(bytes);
        return Done{};
    }

    void finish()
    {
        const QByteArray line = std::exchange(m_line, {});
        const QByteArrayView bare = QByteArrayView(line).chopped(line.endsWith('\r') ? 1 : 0);
        if (!bare.isEmpty()) {
            m_visit(bare);
        }
    }

private:
    Visit m_visit;
    QByteArray m_line;
};

Status eachLine(Spool& text, Lines::Visit visit)
{
    Lines lines(std::move(visit));
    Status read = text.replay([&lines](QByteArrayView bytes) { return lines.add(bytes); });
    if (read) {
        lines.finish();
    }
    return read;
}

QByteArray decodedPath(QByteArrayView path)
{
    return path.toByteArray()
        .replace("%0D", "\r")
        .replace("%0d", "\r")
        .replace("%0A", "\n")
        .replace("%0a", "\n")
        .replace("%25", "%");
}

} // namespace

std::optional<PayloadOxum> parseOxum(QByteArrayView text)
{
    const qsizetype dot = text.indexOf('.');
    if (dot < 0) {
        return std::nullopt;
    }
    bool hasBytes = false;
    bool hasFiles = false;
    const PayloadOxum oxum{text.first(dot).toByteArray().toULongLong(&hasBytes),
                           text.sliced(dot + 1).toByteArray().toULongLong(&hasFiles)};
    return hasBytes && hasFiles ? std::optional(oxum) : std::nullopt;
}

void BagCheck::addDifference(const QByteArray& path, const char* what)
{
    m_check.isIntact = false;
    if (m_check.differences.size() < mostDifferences) {
        m_check.differences += QString::fromUtf8(path) + QStringLiteral(": ") + QString::fromLatin1(what);
    }
}

BagCheck::BagCheck()
    : m_list(QDir::tempPath(), Spool::ofListInMemory), m_manifest(QDir::tempPath(), Spool::ofListInMemory)
{
}

Status BagCheck::begin(const QByteArray& path)
{
    m_path = path;
    m_hash = Sha256();
    m_text = isText(path) ? &m_texts[path] : nullptr;
    return Done{};
}

Status BagCheck::piece(QByteArrayView bytes)
{
    m_hash.add(bytes);
    m_check.bytes += bytes.size();
    m_payloadBytes += isPayloadPath(m_path) ? static_cast<quint64>(bytes.size()) : 0;
    if (m_text != nullptr) {
        if (m_text->size() + bytes.size() > longestText) {
            return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("manifest")};
        }
        m_text->append(bytes.data(), bytes.size());
    }
    return m_path == manifestName ? m_manifest.write(bytes) : Status(Done{});
}

Status BagCheck::noteFile()
{
    const QByteArray hash = m_hash.finish();
    if (!isPayloadPath(m_path)) {
        if (!m_tags.add(m_path, hash)) {
            addDifference(m_path, "twice");
        }
        m_manifestHash = m_path == manifestName ? hash : m_manifestHash;
        return Done{};
    }
    ++m_payloadFiles;
    m_check.messages += m_path.endsWith(".eml") ? 1 : 0;
    m_pathHashes.push_back(
        std::hash<std::string_view>()({m_path.constData(), static_cast<std::size_t>(m_path.size())}));
    const QByteArray line = hash.toHex() + "  " + manifestPath(m_path) + '\n';
    m_listHash.add(line);
    return m_list.write(line);
}

Status BagCheck::end()
{
    ++m_check.files;
    return noteFile();
}

/** Perhaps; two paths may have one hash, and only a look at all of them tells. */
bool BagCheck::hasTwins()
{
    std::sort(m_pathHashes.begin(), m_pathHashes.end());
    return std::adjacent_find(m_pathHashes.begin(), m_pathHashes.end()) != m_pathHashes.end();
}

void BagCheck::compareLine(QByteArrayView line, FoundFiles& files, bool isPayload)
{
    if (line.size() < hexSize + 3 || line.sliced(hexSize, 2) != "  ") {
        addDifference(isPayload ? manifestName : tagManifestName, "unreadable line");
        return;
    }
    const QByteArray path = decodedPath(line.sliced(hexSize + 2));
    if (isPayloadPath(path) != isPayload) {
        addDifference(path, "listed in the wrong manifest");
        return;
    }
    const std::optional<QByteArray> found = files.take(path);
    if (!found) {
        addDifference(path, "missing");
    } else if (found->toHex() != line.first(hexSize).toByteArray().toLower()) {
        addDifference(path, "differs");
    }
}

Status BagCheck::comparePayload()
{
    if (!m_manifestHash.isEmpty() && m_listHash.finish() == m_manifestHash && !hasTwins()) {
        return Done{};
    }
    FoundFiles files;
    Status read = eachLine(m_list, [&](QByteArrayView line) {
        const QByteArray path = decodedPath(line.sliced(hexSize + 2));
        if (!files.add(path, QByteArray::fromHex(line.first(hexSize).toByteArray()))) {
            addDifference(path, "twice");
        }
    });
    if (read) {
        read = eachLine(m_manifest, [&](QByteArrayView line) { compareLine(line, files, true); });
    }
    const QByteArrayList extra = files.left();
    for (const QByteArray& path : extra) {
        addDifference(path, "not in the manifest");
    }
    return read;
}

void BagCheck::compareOxum()
{
    static const QByteArrayView label("Payload-Oxum: ");
    for (const QByteArray& line : m_texts.value(bagInfo).split('\n')) {
        if (line.startsWith(label)) {
            const std::optional<PayloadOxum> oxum = parseOxum(QByteArrayView(line).sliced(label.size()).trimmed());
            if (!oxum || oxum->bytes != m_payloadBytes || oxum->files != m_payloadFiles) {
                addDifference(bagInfo, "Payload-Oxum differs");
            }
            return;
        }
    }
    addDifference(bagInfo, "Payload-Oxum missing");
}

Result<ArchiveCheck> BagCheck::finish()
{
    if (!m_texts.value(bagDeclaration).startsWith("BagIt-Version: ")) {
        return Failure{Failure::Kind::NotAnArchive, {}, QStringLiteral("no bagit.txt")};
    }
    m_check.isIntact = m_check.differences.isEmpty();
    m_seal = m_tags.take(tagManifestName).value_or(QByteArray());
    if (m_seal.isEmpty()) {
        addDifference(tagManifestName, "missing");
    }
    if (m_manifestHash.isEmpty()) {
        addDifference(manifestName, "missing");
    }
    compareOxum();
    Lines tags([this](QByteArrayView line) { compareLine(line, m_tags, false); });
    Status compared = tags.add(m_texts.value(tagManifestName));
    tags.finish();
    if (compared) {
        compared = comparePayload();
    }
    if (!compared) {
        return compared.failure();
    }
    const QByteArrayList extra = m_tags.left();
    for (const QByteArray& path : extra) {
        addDifference(path, "not in the manifest");
    }
    return m_check;
}

} // namespace staffelstab::archive
