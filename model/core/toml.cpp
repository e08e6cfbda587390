// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toml.h"

#include <set>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace staffelstab {

namespace {

struct Fault
{
    /** Errors at keys that are there come before errors about keys that are not: a mistyped key explains a missing one.
     */
    bool isAboutAbsent = false;
    qint64 line = 0;
    qint64 column = 0;
    QString why;

    bool operator<(const Fault& other) const
    {
        return std::tie(isAboutAbsent, line, column) < std::tie(other.isAboutAbsent, other.line, other.column);
    }
};

/** What all tables of one file share. Owns the parsed tree that the nodes point into. */
struct Document
{
    QString name;
    toml::table root;
    std::vector<Fault> faults;
};

Fault faultAt(const toml::source_region& region, const QString& why)
{
    return {false, region.begin.line, region.begin.column, why};
}

Failure toFailure(const QString& name, const Fault& fault)
{
    return {Failure::Kind::BadInput, name,
            QStringLiteral("%1:%2: %3").arg(fault.line).arg(fault.column).arg(fault.why)};
}

/** The parser writes sentences; only its first line matters. */
QString firstLine(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).section(u'\n', 0, 0);
}

} // namespace

struct TomlTable::Node
{
    std::shared_ptr<Document> document;
    const toml::table* table = nullptr;
    std::set<std::string, std::less<>> asked;
    std::vector<std::shared_ptr<Node>> children;

    /** The value of a key, marked as known; null if it is absent. */
    const toml::node* take(const QString& key)
    {
        const std::string name = key.toStdString();
        asked.insert(name);
        return table->get(name);
    }
    void wrong(const toml::node& value, const QString& key, const QString& why)
    {
        document->faults.push_back(faultAt(value.source(), QStringLiteral("%1 %2").arg(key, why)));
    }
    std::shared_ptr<Node> child(const toml::table& of)
    {
        auto node = std::make_shared<Node>();
        node->document = document;
        node->table = &of;
        children.push_back(node);
        return node;
    }
    QString toText(const toml::node& value, const QString& key)
    {
        const auto* text = value.as_string();
        if (text == nullptr) {
            wrong(value, key, QStringLiteral("must be a text in quotation marks"));
            return {};
        }
        if (text->get().find('\0') != std::string::npos) {
            wrong(value, key, QStringLiteral("must not hold a NUL character"));
            return {};
        }
        return QString::fromStdString(text->get());
    }
    void findUnknown() const
    {
        for (const auto& [key, value] : *table) {
            if (!asked.contains(key.str())) {
                document->faults.push_back(
                    faultAt(key.source(), QStringLiteral("unknown key %1").arg(firstLine(key.str()))));
            }
        }
        for (const auto& one : children) {
            one->findUnknown();
        }
    }
};

TomlTable::TomlTable(std::shared_ptr<Node> node) : m_node(std::move(node)) {}
TomlTable::~TomlTable() = default;
TomlTable::TomlTable(TomlTable&&) noexcept = default;
TomlTable& TomlTable::operator=(TomlTable&&) noexcept = default;

Result<TomlTable> TomlTable::parse(const QByteArray& text, const QString& name)
{
    toml::parse_result parsed = toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return toFailure(name, faultAt(error.source(), firstLine(error.description())));
    }
    auto document = std::make_shared<Document>();
    document->name = name;
    document->root = std::move(parsed).table();
    auto node = std::make_shared<Node>();
    node->document = document;
    node->table = &document->root;
    return TomlTable(std::move(node));
}

bool TomlTable::has(const QString& key) const
{
    return m_node->table->contains(key.toStdString());
}

QString TomlTable::text(const QString& key, const QString& fallback)
{
    const toml::node* value = m_node->take(key);
    return value == nullptr ? fallback : m_node->toText(*value, key);
}

QString TomlTable::choice(const QString& key, const QStringList& allowed, const QString& fallback)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return fallback;
    }
    const auto* text = value->as_string();
    const QString chosen = text == nullptr ? QString() : QString::fromStdString(text->get());
    if (text == nullptr || !allowed.contains(chosen)) {
        m_node->wrong(*value, key, QStringLiteral("must be one of: %1").arg(allowed.join(QStringLiteral(", "))));
        return fallback;
    }
    return chosen;
}

qint64 TomlTable::integer(const QString& key, qint64 least, qint64 most, qint64 fallback)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return fallback;
    }
    const auto* number = value->as_integer();
    if (number == nullptr || number->get() < least || number->get() > most) {
        m_node->wrong(*value, key, QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return fallback;
    }
    return number->get();
}

double TomlTable::number(const QString& key, double fallback)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_number()) {
        m_node->wrong(*value, key, QStringLiteral("must be a number"));
        return fallback;
    }
    return value->value<double>().value_or(fallback);
}

bool TomlTable::boolean(const QString& key, bool fallback)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return fallback;
    }
    const auto* truth = value->as_boolean();
    if (truth == nullptr) {
        m_node->wrong(*value, key, QStringLiteral("must be true or false"));
        return fallback;
    }
    return truth->get();
}

QDate TomlTable::date(const QString& key)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return {};
    }
    const auto* date = value->as_date();
    if (date == nullptr) {
        m_node->wrong(*value, key, QStringLiteral("must be a date such as 2026-12-31, without quotation marks"));
        return {};
    }
    return {date->get().year, date->get().month, date->get().day};
}

QStringList TomlTable::texts(const QString& key)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return {};
    }
    const auto* array = value->as_array();
    if (array == nullptr) {
        m_node->wrong(*value, key, QStringLiteral("must be a list of texts"));
        return {};
    }
    QStringList list;
    for (const toml::node& item : *array) {
        list.append(m_node->toText(item, key));
    }
    return list;
}

std::optional<TomlTable> TomlTable::table(const QString& key)
{
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto* table = value->as_table();
    if (table == nullptr) {
        m_node->wrong(*value, key, QStringLiteral("must be a table"));
        return std::nullopt;
    }
    return TomlTable(m_node->child(*table));
}

std::vector<TomlTable> TomlTable::tables(const QString& key)
{
    std::vector<TomlTable> list;
    const toml::node* value = m_node->take(key);
    if (value == nullptr) {
        return list;
    }
    const auto* array = value->as_array();
    if (array == nullptr) {
        m_node->wrong(*value, key, QStringLiteral("must be a list of tables"));
        return list;
    }
    for (const toml::node& item : *array) {
        if (const auto* table = item.as_table()) {
            list.push_back(TomlTable(m_node->child(*table)));
        } else {
            m_node->wrong(item, key, QStringLiteral("must be a list of tables"));
        }
    }
    return list;
}

void TomlTable::fail(const QString& key, const QString& why)
{
    const toml::node* value = m_node->take(key);
    Fault fault = faultAt(value == nullptr ? m_node->table->source() : value->source(), why);
    fault.isAboutAbsent = value == nullptr;
    // The root of a file that holds nothing has no place of its own.
    fault.line = std::max<qint64>(fault.line, 1);
    fault.column = std::max<qint64>(fault.column, 1);
    m_node->document->faults.push_back(fault);
}

Status TomlTable::finish()
{
    m_node->findUnknown();
    const std::vector<Fault>& faults = m_node->document->faults;
    if (faults.empty()) {
        return Done{};
    }
    return toFailure(m_node->document->name, *std::min_element(faults.begin(), faults.end()));
}

} // namespace staffelstab
