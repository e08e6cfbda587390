// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag_check.h"

namespace staffelstab::archive {

namespace {

constexpr qsizetype longestText = 256LL << 20;
constexpr qsizetype mostDifferences = 100;
constexpr qsizetype hexSize = 2 * Sha256::size;
const QByteArray bagDeclaration = QByteArrayLiteral("bagit.txt");
const QByteArray bagInfo = QByteArrayLiteral("bag-info.txt");
const QByteArray manifestName = QByteArrayLiteral("manifest-sha256.txt");
const QByteArray tagManifestName = QByteArrayLiteral("tagmanifest-sha256.txt");

bool isText(const QByteArray& path)
{
    return path == bagDeclaration || path == bagInfo || path == manifestName || path == tagManifestName;
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
    return Done{};
}

Status BagCheck::end()
{
    if (m_found.contains(m_path)) {
        addDifference(m_path, "twice");
    }
    m_found.insert(m_path, m_hash.finish());
    ++m_check.files;
    if (isPayloadPath(m_path)) {
        ++m_payloadFiles;
        m_check.messages += m_path.endsWith(".eml") ? 1 : 0;
    }
    return Done{};
}

void BagCheck::compareLine(QByteArrayView line, bool isPayload)
{
    if (line.size() < hexSize + 3 || line.sliced(hexSize, 2) != "  ") {
        addDifference(isPayload ? manifestName : tagManifestName, "unreadable line");
        return;
    }
    const QByteArray path = decodedPath(line.sliced(hexSize + 2));
    const auto found = m_found.constFind(path);
    if (isPayloadPath(path) != isPayload) {
        addDifference(path, "listed in the wrong manifest");
    } else if (found == m_found.constEnd()) {
        addDifference(path, "missing");
    } else {
        if (found->toHex() != line.first(hexSize).toByteArray().toLower()) {
            addDifference(path, "differs");
        }
        m_found.erase(found);
    }
}

void BagCheck::compare(const QByteArray& manifest, bool isPayload)
{
    QByteArrayView left(manifest);
    while (!left.isEmpty()) {
        const qsizetype end = left.indexOf('\n');
        QByteArrayView line = left.first(end < 0 ? left.size() : end);
        left = left.sliced(end < 0 ? left.size() : end + 1);
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        if (!line.isEmpty()) {
            compareLine(line, isPayload);
        }
    }
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
    m_seal = m_found.take(tagManifestName);
    if (m_seal.isEmpty()) {
        addDifference(tagManifestName, "missing");
    }
    if (!m_texts.contains(manifestName)) {
        addDifference(manifestName, "missing");
    }
    compareOxum();
    compare(m_texts.value(tagManifestName), false);
    compare(m_texts.value(manifestName), true);
    QByteArrayList extra = m_found.keys();
    std::sort(extra.begin(), extra.end());
    for (const QByteArray& path : extra) {
        addDifference(path, "not in the manifest");
    }
    return m_check;
}

} // namespace staffelstab::archive
