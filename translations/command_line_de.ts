<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>CommandLine</name>
    <message>
        <source>The archive is intact. Messages: %1, files: %2.</source>
        <translation>Das Archiv ist unversehrt. Nachrichten: %1, Dateien: %2.</translation>
    </message>
    <message>
        <source>The archive is not intact. Differences: %1</source>
        <translation>Das Archiv ist nicht unversehrt. Abweichungen: %1</translation>
    </message>
    <message>
        <source>Countersigned: %1</source>
        <translation>Gegengezeichnet: %1</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>Übergabeprotokoll: %1</translation>
    </message>
    <message>
        <source>Business archive: %1</source>
        <translation>Übergabearchiv: %1</translation>
    </message>
    <message>
        <source>The handover is complete.</source>
        <translation>Die Übergabe ist vollständig.</translation>
    </message>
    <message>
        <source>The handover is done; open points: %1</source>
        <translation>Die Übergabe ist abgeschlossen; offene Punkte: %1</translation>
    </message>
    <message>
        <source>%1: messages: %2, bytes: %3, unreadable: %4</source>
        <translation>%1: Nachrichten: %2, Bytes: %3, unlesbar: %4</translation>
    </message>
    <message>
        <source>staffelstab scan ANSWERS.toml [--json]
    reads the mailboxes, changes nothing, suggests whose each message is</source>
        <translation>staffelstab scan ANSWERS.toml [--json]
    liest die Postfächer, ändert nichts, schlägt vor, wem jede Nachricht gehört</translation>
    </message>
    <message>
        <source>staffelstab check-archive FILE [--passphrase-file F] [--json]
    opens a business archive, hashes every file and compares with its manifest</source>
        <translation>staffelstab check-archive DATEI [--passphrase-file F] [--json]
    öffnet ein Übergabearchiv, prüft jede Datei und vergleicht mit seinem Verzeichnis</translation>
    </message>
    <message>
        <source>staffelstab check-policy FILE [--signers PEM] [--json]
    names every mistake of a company policy with line and column; checks its signature</source>
        <translation>staffelstab check-policy DATEI [--signers PEM] [--json]
    nennt jeden Fehler einer betrieblichen Regelung mit Zeile und Spalte und prüft ihre Signatur</translation>
    </message>
    <message>
        <source>staffelstab open-seal FILE --key SUPERVISOR.p12 --passphrase-file F
staffelstab open-seal FILE --code-file F
    shows the sealed handover password once</source>
        <translation>staffelstab open-seal DATEI --key SUPERVISOR.p12 --passphrase-file F
staffelstab open-seal DATEI --code-file F
    zeigt das versiegelte Übergabekennwort ein einziges Mal</translation>
    </message>
    <message>
        <source>staffelstab tour --out FOLDER [--lang de|en] [--screenshots]
    plays a whole handover through the real windows on the sample mailbox</source>
        <translation>staffelstab tour --out ORDNER [--lang de|en] [--screenshots]
    spielt eine ganze Übergabe durch die echten Fenster mit dem Beispielpostfach</translation>
    </message>
    <message>
        <source>
Passwords are read from files that only their owner can read (mode 0600), never from the command line.
--json prints one JSON object per line; everything else goes to the error output.</source>
        <translation>
Kennwörter kommen aus Dateien, die nur ihr Besitzer lesen kann (Modus 0600), nie aus der Befehlszeile.
--json gibt ein JSON-Objekt je Zeile aus; alles andere geht auf die Fehlerausgabe.</translation>
    </message>
    <message>
        <source>The policy is valid: %1, version %2.</source>
        <translation>Die Regelung ist gültig: %1, Fassung %2.</translation>
    </message>
    <message>
        <source>Its signature is valid.</source>
        <translation>Ihre Signatur ist gültig.</translation>
    </message>
    <message>
        <source>No signature is asked for on this computer.</source>
        <translation>Auf diesem Rechner wird keine Signatur verlangt.</translation>
    </message>
    <message>
        <source>staffelstab open-archive FILE --key KEY.p12 --passphrase-file F --out FOLDER
    opens a sealed copy of the business archive and writes it as a ZIP</source>
        <translation>staffelstab open-archive DATEI --key SCHLÜSSEL.p12 --passphrase-file F --out ORDNER
    öffnet eine versiegelte Kopie des Übergabearchivs und schreibt sie als ZIP</translation>
    </message>
    <message>
        <source>Opened and checked: %1</source>
        <translation>Geöffnet und geprüft: %1</translation>
    </message>
    <message>
        <source>staffelstab countersign RECEIPT.pdf ANSWERS.toml [--policy FILE] [--json]
    the supervisor&apos;s signature on another computer</source>
        <translation>staffelstab countersign PROTOKOLL.pdf ANTWORTEN.toml [--policy DATEI] [--json]
    die Unterschrift der Führungskraft auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>staffelstab verify RECEIPT.pdf... [--archive FILE] [--policy FILE] [--json]
    reads and judges receipts</source>
        <translation>staffelstab verify PROTOKOLL.pdf... [--archive DATEI] [--policy DATEI] [--json]
    liest und beurteilt Übergabeprotokolle</translation>
    </message>
    <message>
        <source>staffelstab register REGISTER [RECEIPT.pdf...] [--calendar FILE.ics] [--policy FILE] [--json]
    enters receipts into a register (SQLite file or postgresql://user@host/database) and
    lists what is due</source>
        <translation>staffelstab register REGISTER [PROTOKOLL.pdf...] [--calendar DATEI.ics] [--policy DATEI] [--json]
    trägt Protokolle in ein Register ein (SQLite-Datei oder postgresql://name@rechner/datenbank)
    und nennt, was ansteht</translation>
    </message>
    <message>
        <source>staffelstab reactivate ANSWERS.toml [--case FILE] [--json]
    lets the account of a handover in again: enabled, back in its groups</source>
        <translation>staffelstab reactivate ANSWERS.toml [--case DATEI] [--json]
    holt das Konto einer Übergabe zurück: freigegeben, wieder in seinen Gruppen</translation>
    </message>
    <message>
        <source>The account is enabled again.</source>
        <translation>Das Konto ist wieder freigegeben.</translation>
    </message>
    <message>
        <source>The sample waits: messages that somebody has to look at: %1. Enter them in the file of [separation] audit and call again.</source>
        <translation>Die Stichprobe wartet: Nachrichten, die noch jemand ansehen muss: %1. Tragen Sie sie in die Datei von [separation] audit ein und rufen Sie noch einmal auf.</translation>
    </message>
    <message>
        <source>staffelstab [RECEIPT.pdf...] [--lang de|en] [--policy FILE] [--case FILE]
    opens the wizard, or the receipts in it: a single half-signed one to
    be countersigned, others to be verified</source>
        <translation>staffelstab [PROTOKOLL.pdf...] [--lang de|en] [--policy DATEI] [--case DATEI]
    öffnet den Assistenten oder darin die Protokolle: ein einzelnes halb
    unterschriebenes zum Gegenzeichnen, andere zum Prüfen</translation>
    </message>
    <message>
        <source>Password of handover %1, shown this once:</source>
        <translation>Kennwort der Übergabe %1, nur dieses eine Mal angezeigt:</translation>
    </message>
    <message>
        <source>Handover %1 was countersigned more than once. The register keeps all; please ask the supervisor which one holds.</source>
        <translation>Die Übergabe %1 wurde mehrfach gegengezeichnet. Das Register behält alle; bitte klären Sie mit der Führungskraft, welche gilt.</translation>
    </message>
    <message>
        <source>staffelstab run ANSWERS.toml [--json]
    a whole handover without a window; the same call goes on where a stopped one was,
    or brings in the receipt that was countersigned on another computer</source>
        <translation>staffelstab run ANSWERS.toml [--json]
    eine ganze Übergabe ohne Fenster; derselbe Aufruf setzt eine angehaltene fort
    oder übernimmt das Protokoll, das auf einem anderen Computer gegengezeichnet wurde</translation>
    </message>
</context>
</TS>
