// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/sieve/script_syntax.h"

#include "reply/sieve/answer.h"

#include <QStringList>

#include <optional>

namespace staffelstab::reply::sieve {

namespace {

constexpr int deepest = 64;

struct Token
{
    enum class Kind { Word, Tag, String, Number, Mark, End };
    Kind kind = Kind::End;
    /** Word and tag in lower case, string unescaped, mark as it is. */
    QByteArray text;
    qsizetype begin = 0;
    qsizetype end = 0;
};

bool isWordByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_';
}

class Scanner
{
public:
    explicit Scanner(const QByteArray& text) : m_text(text) {}

    /** Nothing if the text is not Sieve here. */
    std::optional<Token> next()
    {
        if (!skipBlank()) {
            return std::nullopt;
        }
        Token token;
        token.begin = m_at;
        if (m_at >= m_text.size()) {
            token.end = m_at;
            return token;
        }
        const char first = m_text.at(m_at);
        bool isRight = true;
        if (first == '"') {
            isRight = readQuoted(token);
        } else if (isWordByte(first) || first == ':') {
            isRight = readWord(token);
        } else {
            isRight = QByteArrayView(";{}()[],").contains(first);
            token.kind = Token::Kind::Mark;
            token.text = QByteArray(1, first);
            ++m_at;
        }
        token.end = m_at;
        return isRight ? std::optional(token) : std::nullopt;
    }
    [[nodiscard]] qsizetype line() const { return 1 + m_text.left(m_at).count('\n'); }

private:
    /** White space and comments of both kinds. */
    bool skipBlank()
    {
        while (m_at < m_text.size()) {
            const char byte = m_text.at(m_at);
            if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n') {
                ++m_at;
            } else if (byte == '#') {
                skipLine();
            } else if (QByteArrayView(m_text).sliced(m_at).startsWith("/*")) {
                const qsizetype end = m_text.indexOf("*/", m_at + 2);
                if (end < 0) {
                    return false;
                }
                m_at = end + 2;
            } else {
                return true;
            }
        }
        return true;
    }

    void skipLine()
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
    }

    bool readQuoted(Token& token)
    {
        token.kind = Token::Kind::String;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            char byte = m_text.at(m_at);
            if (byte == '"') {
                ++m_at;
                return true;
            }
            if (byte == '\\' && m_at + 1 < m_text.size()) {
                byte = m_text.at(++m_at);
            }
            token.text += byte;
        }
        return false;
    }

    bool readWord(Token& token)
    {
        token.kind = Token::Kind::Word;
        if (m_text.at(m_at) == ':') {
            token.kind = Token::Kind::Tag;
            ++m_at;
        } else if (m_text.at(m_at) >= '0' && m_text.at(m_at) <= '9') {
            token.kind = Token::Kind::Number;
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isWordByte(m_text.at(m_at))) {
            ++m_at;
        }
        token.text = m_text.mid(begin, m_at - begin).toLower();
        if (token.kind == Token::Kind::Word && token.text == "text" && m_at < m_text.size() && m_text.at(m_at) == ':') {
            return readMultiLine(token);
        }
        return !token.text.isEmpty();
    }

    /** "text:" up to a line that is a dot. */
    bool readMultiLine(Token& token)
    {
        token.kind = Token::Kind::String;
        token.text.clear();
        skipLine();
        while (m_at < m_text.size()) {
            const qsizetype begin = m_at;
            skipLine();
            QByteArray line = m_text.mid(begin, m_at - begin);
            if (line.trimmed() == "." && line.startsWith('.')) {
                return true;
            }
            token.text += line.startsWith("..") ? line.mid(1) : line;
        }
        return false;
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
};

Failure mistake(const Scanner& scanner, const char* what)
{
    return {Failure::Kind::BadInput, {}, QStringLiteral("line %1: %2").arg(scanner.line()).arg(QLatin1String(what))};
}

void addTo(ScriptCommand& command, const Token& token)
{
    if (token.kind == Token::Kind::String) {
        command.strings.append(token.text);
    } else if (token.kind == Token::Kind::Tag) {
        command.tags.append(token.text);
    }
}

} // namespace

Result<std::vector<ScriptCommand>> readScript(const QByteArray& text)
{
    if (text.size() > largestScript) {
        return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("a script of more than 1 MiB")};
    }
    Scanner scanner(text);
    std::vector<ScriptCommand> commands;
    std::optional<ScriptCommand> open;
    int depth = 0;
    for (;;) {
        const std::optional<Token> token = scanner.next();
        if (!token) {
            return mistake(scanner, "not Sieve");
        }
        const bool isMark = token->kind == Token::Kind::Mark;
        if (token->kind == Token::Kind::End) {
            return open || depth > 0 ? Result<std::vector<ScriptCommand>>(mistake(scanner, "the script ends too early"))
                                     : Result<std::vector<ScriptCommand>>(std::move(commands));
        }
        if (!open) {
            if (isMark && token->text == "}" && depth > 0) {
                --depth;
                continue;
            }
            if (token->kind != Token::Kind::Word) {
                return mistake(scanner, "a command is missing");
            }
            open = ScriptCommand{token->text, {}, {}, token->begin, token->end, depth};
            continue;
        }
        if (isMark && (token->text == ";" || token->text == "{")) {
            open->end = token->text == ";" ? token->end : token->begin;
            depth += token->text == "{" ? 1 : 0;
            if (depth > deepest) {
                return mistake(scanner, "nested too deep");
            }
            commands.push_back(std::move(*open));
            open.reset();
        } else if (isMark && token->text == "}") {
            return mistake(scanner, "a block ends inside a command");
        } else {
            addTo(*open, *token);
        }
    }
}

QByteArray quotedString(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace("\r\n", "\n").replace('\0', "").replace('\\', "\\\\").replace('"', "\\\"").replace("\n", "\r\n");
    return '"' + bytes + '"';
}

QByteArray stringList(const QStringList& texts)
{
    QByteArrayList quoted;
    for (const QString& text : texts) {
        quoted.append(quotedString(text));
    }
    return '[' + quoted.join(", ") + ']';
}

} // namespace staffelstab::reply::sieve
