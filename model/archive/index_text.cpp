// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index_text.h"

#include <QUrl>

namespace staffelstab::archive {

namespace {

constexpr char style[] = R"(<style>
body{font:15px/1.45 system-ui,sans-serif;margin:2em auto;max-width:78em;padding:0 1em;color:#1c2430;background:#fff}
h1{font-size:1.5em}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35em .6em;border-bottom:1px solid #d5dae1;overflow-wrap:anywhere}
td.n,th.n{text-align:right;white-space:nowrap}td.d{white-space:nowrap}
th button{font:inherit;font-weight:600;border:0;background:none;padding:0;cursor:pointer;color:inherit}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dt{color:#5a6675}dd{margin:0}
input{font:inherit;padding:.4em;width:100%;max-width:30em;margin:.5em 0 1em}
tbody tr{content-visibility:auto}
@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#171b21}a{color:#8ab8ff}th,td{border-color:#343c48}dt{color:#9aa6b5}}
@media print{input{display:none}}
</style>
)";

constexpr char script[] = R"(<script>
"use strict";
(function () {
  var body = document.querySelector("tbody");
  if (!body) return;
  var rows = Array.prototype.slice.call(body.rows), column = -1, up = true, timer = 0;
  function key(row, at) { var cell = row.cells[at]; return cell.dataset.s !== undefined ? cell.dataset.s : cell.textContent.toLowerCase(); }
  Array.prototype.forEach.call(document.querySelectorAll("th button"), function (button, at) {
    button.addEventListener("click", function () {
      up = column === at ? !up : true;
      column = at;
      var number = button.parentNode.className === "n";
      var keyed = rows.map(function (row) { var k = key(row, at); return [number ? Number(k) : k, row]; });
      keyed.sort(function (a, b) { return (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (up ? 1 : -1); });
      rows = keyed.map(function (pair) { return pair[1]; });
      var part = document.createDocumentFragment();
      rows.forEach(function (row) { part.appendChild(row); });
      body.appendChild(part);
    });
  });
  var field = document.getElementById("filter");
  if (field) field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      var words = field.value.toLowerCase().split(/\s+/);
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      });
    }, 150);
  });
})();
</script>
)";

const IndexText german{
    .language = QStringLiteral("de"),
    .title = QStringLiteral("Übergabearchiv"),
    .caseNumber = QStringLiteral("Übergabe"),
    .organisation = QStringLiteral("Unternehmen"),
    .leaver = QStringLiteral("Übergeben von"),
    .supervisor = QStringLiteral("Übernommen von"),
    .date = QStringLiteral("Datum"),
    .folder = QStringLiteral("Ordner"),
    .messages = QStringLiteral("Nachrichten"),
    .size = QStringLiteral("Größe"),
    .from = QStringLiteral("Von"),
    .to = QStringLiteral("An"),
    .subject = QStringLiteral("Betreff"),
    .attachments = QStringLiteral("Anlagen"),
    .filter = QStringLiteral("Liste eingrenzen"),
    .back = QStringLiteral("Alle Ordner"),
    .noSubject = QStringLiteral("(ohne Betreff)"),
    .notCopied = QStringLiteral("Nicht lesbar und daher nicht enthalten"),
    .readLater = QStringLiteral("%1 (erst später lesbar)"),
    .note = QStringLiteral("Eine Kopie zur Übergabe; sie ersetzt nicht das GoBD-Archiv. Zeiten in UTC."),
};

const IndexText english{
    .language = QStringLiteral("en"),
    .title = QStringLiteral("Business archive"),
    .caseNumber = QStringLiteral("Handover"),
    .organisation = QStringLiteral("Company"),
    .leaver = QStringLiteral("Handed over by"),
    .supervisor = QStringLiteral("Taken over by"),
    .date = QStringLiteral("Date"),
    .folder = QStringLiteral("Folder"),
    .messages = QStringLiteral("Messages"),
    .size = QStringLiteral("Size"),
    .from = QStringLiteral("From"),
    .to = QStringLiteral("To"),
    .subject = QStringLiteral("Subject"),
    .attachments = QStringLiteral("Attachments"),
    .filter = QStringLiteral("Narrow the list"),
    .back = QStringLiteral("All folders"),
    .noSubject = QStringLiteral("(no subject)"),
    .notCopied = QStringLiteral("Unreadable and therefore not included"),
    .readLater = QStringLiteral("%1 (readable only later)"),
    .note = QStringLiteral("A handover copy; it does not replace the GoBD archive. Times in UTC."),
};

} // namespace

const IndexText& indexText(const QString& language)
{
    return language == QLatin1String("de") ? german : english;
}

QByteArray escapedHtml(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        // Control and bidi characters could reorder what stands beside them.
        const auto category = c.category();
        clean += category == QChar::Other_Control || category == QChar::Other_Format ? QLatin1Char(' ') : c;
    }
    return clean.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&#39;")).toUtf8();
}

QByteArray csvField(const QString& text)
{
    QString field = text;
    field.remove(QChar(0));
    static const QString formula = QStringLiteral("=+-@\t\r\n|%");
    if (!field.isEmpty() && formula.contains(field.front())) {
        field.prepend(QLatin1Char('\''));
    }
    field.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return '"' + field.toUtf8() + '"';
}

QByteArray linkTo(const QString& path)
{
    return QUrl::toPercentEncoding(path, "/");
}

QByteArray pageHead(const QString& language, const QString& title)
{
    return "<!DOCTYPE html>\n<html lang=\"" + language.toLatin1() +
           "\">\n<head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
           "script-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"referrer\" "
           "content=\"no-referrer\">\n<title>" +
           escapedHtml(title) + "</title>\n" + style + "</head>\n<body>\n";
}

QByteArray pageScript()
{
    return script;
}

} // namespace staffelstab::archive
