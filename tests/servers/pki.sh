#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# pki.sh FOLDER: a throw-away PKI for test servers on this host. ca.pem vouches for good, wronghost and expired; other-ca.pem,
# which no test trusts, for untrusted; selfsigned stands for itself. Each NAME.pem has its NAME.key (EC).
# pki.sh FOLDER USER FILE: adds USER.p12, a certificate for signing in, under the passphrase that FILE holds.
set -euo pipefail
folder=${1:?folder}
mkdir -p "$folder"
chmod 711 "$folder"
cd "$folder"
here="DNS:localhost,IP:127.0.0.1,IP:::1"

new_key() {
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2>/dev/null
    chmod 600 "$1.key"
}

make_ca() {
    new_key "$1"
    openssl req -x509 -new -key "$1.key" -days 7 -subj "/O=Beispiel GmbH/CN=Test authority $1" \
        -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" -out "$1.pem"
}

# make_server NAME CA SUBJECTALTNAMES [START END]
make_server() {
    local name=$1 ca=$2 names=$3 dates=(-days 7)
    [ $# -lt 5 ] || dates=(-startdate "$4" -enddate "$5")
    new_key "$name"
    openssl req -new -key "$name.key" -subj "/CN=$name" -out "$name.csr"
    cat > "$name.cnf" <<END
[ca]
default_ca = here
[here]
database = $name.index
serial = $name.serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = server
[any]
commonName = supplied
[server]
basicConstraints = CA:FALSE
keyUsage = digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = $names
END
    : > "$name.index"
    openssl rand -hex 8 > "$name.serial"
    openssl ca -batch -notext -config "$name.cnf" -cert "$ca.pem" -keyfile "$ca.key" "${dates[@]}" -in "$name.csr" \
        -out "$name.pem" 2>/dev/null
}

make_client() { # user passphrase-file
    new_key "$1"
    openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
    openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 7 -out "$1.pem" 2>/dev/null \
        -extfile <(printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=clientAuth\n')
    openssl pkcs12 -export -in "$1.pem" -inkey "$1.key" -passout "file:$2" -out "$1.p12"
}

if [ $# -eq 3 ]; then
    make_client "$2" "$3"
    exit
fi
make_ca ca
make_ca other-ca
make_server good ca "$here"
make_server untrusted other-ca "$here"
make_server wronghost ca "DNS:mail.firma.example"
make_server expired ca "$here" 20210101000000Z 20210201000000Z
new_key selfsigned
openssl req -x509 -new -key selfsigned.key -days 7 -subj /CN=localhost -addext "subjectAltName=$here" -out selfsigned.pem
