// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/evidence.h"

#include "separation/addresses.h"
#include "separation/string_pool.h"
#include "separation/word_lists.h"
#include "separation/words_of.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace staffelstab::separation {

namespace {

/** Of a message nothing else is known of, one in four is private, or one in six where that is forbidden. */
constexpr float priorAllowed = 1.0F;
constexpr float priorForbidden = 1.6F;
constexpr float companyListWeight = 1.6F;
constexpr float leisureListWeight = -2.9F;
constexpr float otherListWeight = -0.6F;

/** The list is a template argument, so that each list has a map of its own. */
template <const auto& list>
const std::unordered_map<std::string_view, quint16>& numbered()
{
    static const auto map = [] {
        std::unordered_map<std::string_view, quint16> made;
        for (std::size_t i = 0; i < list.size(); ++i) {
            made.emplace(list[i].word, static_cast<quint16>(i));
        }
        return made;
    }();
    return map;
}

/** Number + 1 of the weightiest listed word in `text`; 0 if none. */
template <const auto& list>
quint16 weightiestWord(std::string_view text)
{
    const auto& numbers = numbered<list>();
    quint16 best = 0;
    forEachWordOf(text, [&](std::string_view word) {
        const auto found = numbers.find(word);
        if (found == numbers.end()) {
            return;
        }
        if (best == 0 || std::abs(list[found->second].weight) > std::abs(list[best - 1U].weight)) {
            best = static_cast<quint16>(found->second + 1);
        }
    });
    return best;
}

bool isServiceDomain(QStringView domain)
{
    for (const QStringView label : domain.split(QLatin1Char('.'))) {
        for (const words::ServiceWord& service : words::services) {
            const QLatin1String word(service.word.data(), static_cast<qsizetype>(service.word.size()));
            if (service.isWholeLabel ? label == word : label.contains(word)) {
                return true;
            }
        }
    }
    return false;
}

/** An office or a line of business in its name: "einkauf@", "@mueller-maschinenbau". */
bool isFirmAddress(const QString& address)
{
    const QByteArray bytes = address.toUtf8();
    bool isFirm = false;
    forEachWordOf(viewOf(bytes), [&](std::string_view word) {
        isFirm = isFirm || std::find(words::firmAddresses.begin(), words::firmAddresses.end(), word) !=
                               words::firmAddresses.end();
    });
    return isFirm;
}

/** "Re:", "AW:", "Antwort:" and the like at the beginning. */
bool isAnswer(QByteArrayView subject)
{
    const QByteArray begin = subject.first(std::min<qsizetype>(subject.size(), 8)).toByteArray().toLower();
    return begin.startsWith("re:") || begin.startsWith("aw:") || begin.startsWith("antw:") ||
           begin.startsWith("antwort:");
}

bool isBodyAnywhere(QStringView address, QStringView domain)
{
    const auto begins = [&](std::string_view part) { return address.startsWith(textOf(part)); };
    const auto isUnion = [&](std::string_view known) { return isWithin(domain, textOf(known)); };
    return std::any_of(words::bodiesAnywhere.begin(), words::bodiesAnywhere.end(), begins) ||
           std::any_of(words::unionDomains.begin(), words::unionDomains.end(), isUnion);
}

} // namespace

void Evidence::rebuild(const MessageTable& table, const SeparationContext& context)
{
    m_table = &table;
    readContext(context);
    readFolders();
    readAddresses();
    readCorrespondents();
    readLists();
    m_rows.assign(table.size(), {});
    for (Row row = 0; row < table.size(); ++row) {
        readRow(row);
    }
    readThreads();
    readHours();
    readAnswers();
    for (Row row = 0; row < table.size(); ++row) {
        m_rows[row].traits = traitsOf(row);
        Facts facts;
        addHeaderFacts(row, facts);
        m_rows[row].prior = std::accumulate(facts.all.begin(), facts.all.begin() + static_cast<int>(facts.count),
                                            m_prior, [](float sum, const Fact& fact) { return sum + fact.weight; });
    }
    learn({});
}

void Evidence::readContext(const SeparationContext& context)
{
    m_freeMailDomains.clear();
    for (const std::string_view domain : words::freeMailDomains) {
        m_freeMailDomains.insert(textOf(domain));
    }
    m_prior = context.isPrivateUseAllowed ? priorAllowed : priorForbidden;
    m_familyName = familyNameOf(context.leaverName);
    m_ownAddress = context.leaverEmail.trimmed().toLower();
    m_companyDomains.clear();
    for (const QString& domain : context.companyDomains) {
        const QString bare = domain.trimmed().toLower();
        m_companyDomains += bare.startsWith(QLatin1Char('@')) ? bare.mid(1) : bare;
    }
    const QString ownDomain = domainOf(m_ownAddress).toString();
    if (!ownDomain.isEmpty() && !m_freeMailDomains.contains(ownDomain)) {
        m_companyDomains += ownDomain;
    }
    m_patterns.clear();
    for (const QString& pattern : context.protectedCorrespondents) {
        if (!pattern.trimmed().isEmpty()) {
            const QString bare = pattern.trimmed().toLower();
            m_patterns += bare.startsWith(QLatin1Char('@')) ? QLatin1Char('*') + bare : bare;
        }
    }
    m_builtInPatterns = m_patterns.size();
    for (const std::string_view local : words::protectedLocalParts) {
        m_patterns += textOf(local) + QStringLiteral("@*");
    }
}

void Evidence::readFolders()
{
    m_folders.clear();
    for (const TableFolder& folder : m_table->folders()) {
        const QByteArray path = folder.folder.path.toUtf8();
        const quint16 word = weightiestWord<words::folderWords>(viewOf(path));
        m_folders.push_back(word == 0 ? 0 : words::folderWords[word - 1].weight);
    }
}

void Evidence::readAddresses()
{
    const quint32 count = m_table->addresses();
    m_addressPatterns.assign(count, 0);
    m_addressIsCompany.assign(count, 0);
    m_addressIsOwn.assign(count, 0);
    for (quint32 i = 1; i < count; ++i) {
        const QString address = m_table->address(i).toLower();
        m_addressPatterns[i] = protectedPattern(address);
        m_addressIsCompany[i] = isCompanyDomain(domainOf(address)) ? 1 : 0;
        m_addressIsOwn[i] = address == m_ownAddress ? 1 : 0;
    }
}

void Evidence::readCorrespondents()
{
    m_domains = {QString()};
    QHash<QString, quint32> numbers{{QString(), 0}};
    m_correspondents.clear();
    for (quint32 i = 0; i < m_table->correspondents(); ++i) {
        const QString address = m_table->correspondentAddress(i);
        const QString domain = domainOf(address).toString();
        CorrespondentFacts facts;
        facts.domain = numbers.value(domain, static_cast<quint32>(m_domains.size()));
        if (facts.domain == static_cast<quint32>(m_domains.size())) {
            numbers.insert(domain, facts.domain);
            m_domains += domain;
        }
        facts.isCompany = isCompanyDomain(domain);
        facts.isFreeMail = !facts.isCompany && m_freeMailDomains.contains(domain);
        facts.isFamily = !facts.isCompany && isFamily(m_table->correspondentName(i), address);
        facts.isService = !facts.isCompany && !facts.isFreeMail && isServiceDomain(domain);
        facts.isFirm = !facts.isCompany && !facts.isFreeMail && !facts.isService && isFirmAddress(address);
        facts.isBody = !facts.isCompany && isBodyAnywhere(address, domain);
        m_correspondents.push_back(facts);
    }
    m_persons.rebuild(*m_table, [this](quint32 correspondent) { return m_correspondents[correspondent].isCompany; });
}

void Evidence::readLists()
{
    m_lists = {QString()};
    m_listWeights = {0};
    for (Row row = 0; row < m_table->size(); ++row) {
        const quint32 number = m_table->listNumber(row);
        if (number >= m_listWeights.size()) {
            m_lists.resize(number + 1);
            m_listWeights.resize(number + 1);
        }
        if (!m_lists[number].isEmpty() || number == 0) {
            continue;
        }
        const QString list = QString::fromUtf8(m_table->listId(row)).toLower();
        const bool isCompany = std::any_of(m_companyDomains.begin(), m_companyDomains.end(), [&](const QString& own) {
            return isWithin(list, own) || isWithin(domainOf(list), own);
        });
        const bool isLeisure = std::any_of(words::leisureLists.begin(), words::leisureLists.end(),
                                           [&](auto word) { return list.contains(textOf(word)); });
        m_lists[number] = list;
        m_listWeights[number] = isLeisure ? leisureListWeight : isCompany ? companyListWeight : otherListWeight;
    }
}

void Evidence::readRow(Row row)
{
    RowFacts& facts = m_rows[row];
    quint32 others = 0;
    bool isLeaverIn = false;
    bool allCompany = true;
    for (const quint32 number : m_table->mentions(row)) {
        const Mention& mention = m_table->mention(number);
        facts.protectedBy = facts.protectedBy == 0 ? m_addressPatterns[mention.address] : facts.protectedBy;
        if (mention.address == 0 || m_addressIsOwn[mention.address] != 0) {
            isLeaverIn = isLeaverIn || mention.address != 0;
            continue;
        }
        ++others;
        allCompany = allCompany && m_addressIsCompany[mention.address] != 0;
        facts.hasColleague = facts.hasColleague || m_addressIsCompany[mention.address] != 0;
    }
    // Nobody else: an appointment or a note to oneself, which stays inside as well.
    facts.isInternal = allCompany && (others > 0 || isLeaverIn);
    facts.isCircle = others > 2 || (others == 2 && isLeaverIn);
    const QByteArray subject = m_table->subjectUtf8(row);
    facts.isReply = m_table->hasReferences(row) || isAnswer(subject);
    facts.isAutomatic = m_table->isAutomatic(row);
    facts.subjectWord = weightiestWord<words::subjectWords>(viewOf(subject));
}

bool Evidence::isCompanyDomain(QStringView domain) const
{
    return std::any_of(m_companyDomains.begin(), m_companyDomains.end(),
                       [&](const QString& own) { return isWithin(domain, own); });
}

bool Evidence::isFamily(const QString& name, const QString& address) const
{
    if (m_familyName.isEmpty()) {
        return false;
    }
    const QByteArray family = m_familyName.toUtf8();
    bool isIt = false;
    const auto compare = [&](std::string_view word) { isIt = isIt || word == viewOf(family); };
    const QByteArray nameBytes = name.toUtf8();
    const QByteArray addressBytes = address.toUtf8();
    forEachWordOf(viewOf(nameBytes), compare);
    forEachWordOf(viewOf(addressBytes), compare);
    return isIt;
}

quint16 Evidence::protectedPattern(const QString& address) const
{
    for (qsizetype i = 0; i < m_patterns.size(); ++i) {
        if (matchesPattern(address, m_patterns[i]) && (i < m_builtInPatterns || isCompanyDomain(domainOf(address)))) {
            return static_cast<quint16>(i + 1);
        }
    }
    return 0;
}

} // namespace staffelstab::separation
