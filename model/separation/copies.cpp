// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/copies.h"

#include "mail/body_text.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace staffelstab::separation {

namespace {

/** What is the same in every copy and can be compared without a look at texts. */
struct Mark
{
    qint64 second = 0;
    size_t subject = 0;
    Row row = 0;

    [[nodiscard]] bool isLike(const Mark& other) const { return second == other.second && subject == other.subject; }
};

QString senderOf(const MessageTable& table, Row row)
{
    const std::span<const quint32> mentions = table.mentions(row);
    const QString address = table.senders(row) > 0 && !mentions.empty()
                                ? table.address(table.mention(mentions.front()).address)
                                : QString();
    // An X.500 name of Exchange says nothing about the address the others know.
    return address.contains(u'@') ? address : QString();
}

/** Hashes of the words of the new text, sorted; without those of the subject, which come first. */
std::vector<quint16> contentOf(const MessageTable& table, Row row)
{
    const std::size_t ofSubject = readTextFeatures(table.subject(row), mail::BodyText()).words.size();
    const std::span<const quint16> words = table.words(row);
    const std::span<const quint16> content = words.subspan(std::min(ofSubject, words.size()));
    std::vector<quint16> sorted(content.begin(), content.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

/**
 * One is, but for a fifth of the words, the other or its beginning. Not byte for byte: Outlook keeps HTML or RTF where
 * a server has plain text, and a scan sees the beginning only. What was not looked at contradicts nothing.
 */
bool mayHaveSameContent(const MessageTable& table, Row one, Row other)
{
    if (!table.text(one).isRead || !table.text(other).isRead) {
        return true;
    }
    const std::vector<quint16> first = contentOf(table, one);
    const std::vector<quint16> second = contentOf(table, other);
    std::vector<quint16> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
    return common.size() * 5 >= std::min(first.size(), second.size()) * 4;
}

bool mayBeSame(const MessageTable& table, Row one, Row other)
{
    const QString first = senderOf(table, one);
    const QString second = senderOf(table, other);
    return (first.isEmpty() || second.isEmpty() || first == second) &&
           table.subjectUtf8(one) == table.subjectUtf8(other) && mayHaveSameContent(table, one, other);
}

/** Rows of the same second and subject: joins those of one Message-ID, then those without. */
void joinAlike(const MessageTable& table, std::span<const Mark> alike, std::vector<Row>& originals)
{
    std::vector<Row> named;
    std::vector<Row> nameless;
    for (const Mark& mark : alike) {
        const QByteArray id = table.messageId(mark.row);
        if (id.isEmpty()) {
            nameless.push_back(mark.row);
            continue;
        }
        const auto same = std::find_if(named.begin(), named.end(), [&](Row row) {
            return table.messageId(row) == id && mayBeSame(table, row, mark.row);
        });
        if (same == named.end()) {
            named.push_back(mark.row);
        } else {
            originals[mark.row] = *same;
        }
    }
    for (std::size_t i = 0; i < nameless.size(); ++i) {
        const auto isTwin = [&](Row row) {
            return row != nameless[i] && table.mailbox(row) == table.mailbox(nameless[i]) &&
                   mayBeSame(table, row, nameless[i]);
        };
        if (std::any_of(nameless.begin(), nameless.end(), isTwin)) {
            continue; // which of the two would be the copy?
        }
        std::vector<Row> fitting;
        const auto fits = [&](Row row) {
            return table.mailbox(row) != table.mailbox(nameless[i]) && mayBeSame(table, row, nameless[i]);
        };
        std::copy_if(named.begin(), named.end(), std::back_inserter(fitting), fits);
        if (named.empty()) {
            std::copy_if(nameless.begin(), nameless.begin() + static_cast<std::ptrdiff_t>(i),
                         std::back_inserter(fitting), fits);
        }
        if (fitting.size() == 1) {
            originals[nameless[i]] = originals[fitting.front()];
        }
    }
}

/** A short hash of size and header. */
struct HeaderMark
{
    quint64 hash = 0;
    Row row = 0;
};

Row rootOf(const std::vector<Row>& originals, Row row)
{
    while (originals[row] != row) {
        row = originals[row];
    }
    return row;
}

/**
 * Rows of one size and header in several folders of one mailbox. Two of one folder are joined as well where another
 * folder has their like: nobody can say of which of the two it is the label.
 */
void joinSame(const MessageTable& table, std::span<const HeaderMark> same, std::vector<Row>& originals)
{
    for (std::size_t i = 1; i < same.size(); ++i) {
        const Row row = same[i].row;
        for (const HeaderMark& before : same.first(i)) {
            const Row one = rootOf(originals, before.row);
            const Row other = rootOf(originals, row);
            const bool mayBeLabels =
                table.mailbox(before.row) == table.mailbox(row) && table.folder(before.row) != table.folder(row);
            if (one != other && mayBeLabels && mayHaveSameContent(table, before.row, row)) {
                originals[std::max(one, other)] = std::min(one, other);
            }
        }
    }
}

/** Where folders are labels a message lies in several of them, whatever its header lacks. */
void joinLabels(const MessageTable& table, std::vector<Row>& originals)
{
    std::vector<HeaderMark> marks;
    marks.reserve(table.size());
    for (Row row = 0; row < table.size(); ++row) {
        if (const QByteArrayView fingerprint = table.fingerprint(row); !fingerprint.isEmpty()) {
            marks.push_back({static_cast<quint64>(qHash(fingerprint)), row});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const HeaderMark& a, const HeaderMark& b) {
        return std::tie(a.hash, a.row) < std::tie(b.hash, b.row);
    });
    for (auto begin = marks.begin(); begin != marks.end();) {
        const auto end = std::find_if_not(begin, marks.end(), [&](const HeaderMark& mark) {
            return mark.hash == begin->hash && table.fingerprint(mark.row) == table.fingerprint(begin->row);
        });
        // More alike than this in one folder are no labels.
        constexpr std::ptrdiff_t mostLabels = 1000;
        if (end - begin > 1 && end - begin <= mostLabels) {
            joinSame(table, std::span(begin, end), originals);
        }
        begin = end;
    }
    for (Row row = 0; row < originals.size(); ++row) {
        originals[row] = rootOf(originals, row);
    }
}

/** Rows of the same second and subject. */
void joinAlike(const MessageTable& table, std::vector<Row>& originals)
{
    std::vector<Mark> marks;
    marks.reserve(table.size());
    for (Row row = 0; row < table.size(); ++row) {
        if (table.date(row) != MessageTable::noDate) {
            marks.push_back({table.date(row) / 1000, qHash(table.subjectUtf8(row)), row});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return std::tie(a.second, a.subject, a.row) < std::tie(b.second, b.subject, b.row);
    });
    // More alike than this is what a machine sent, not one message many times.
    constexpr std::ptrdiff_t mostAlike = 64;
    for (auto begin = marks.begin(); begin != marks.end();) {
        const auto end = std::find_if_not(begin, marks.end(), [&](const Mark& mark) { return mark.isLike(*begin); });
        if (end - begin > 1 && end - begin <= mostAlike) {
            joinAlike(table, std::span(begin, end), originals);
        }
        begin = end;
    }
}

} // namespace

std::vector<Row> originalsOf(const MessageTable& table)
{
    std::vector<Row> originals(table.size());
    std::iota(originals.begin(), originals.end(), 0);
    joinAlike(table, originals);
    joinLabels(table, originals);
    return originals;
}

} // namespace staffelstab::separation
