#!/bin/bash
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# directory_certificate.sh FOLDER ADDRESS KIND
# Writes FOLDER/ca.pem (what a client is told to trust), cert.pem and key.pem for a directory server at ADDRESS.
# KIND: good, wrong-name, unknown-ca, self-signed or expired. One fault each; everything else about it is right.
set -euo pipefail

kind=$3
address=$2
mkdir -p "$1"
cd "$1"
umask 077
names="DNS:dc1.firma.example,DNS:localhost,IP:$address"
[ "$kind" != wrong-name ] || names="DNS:other.example"
days=30
[ "$kind" != expired ] || days=-1

authority() { # NAME
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$1.key" -out "$1.pem" -days 30 \
    -subj "/CN=Test authority $1" -addext basicConstraints=critical,CA:true \
    -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
}

authority ca
signer=ca
if [ "$kind" = unknown-ca ]; then
  authority stranger
  signer=stranger
fi
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem -out request.pem \
  -subj /CN=dc1.firma.example 2>/dev/null
printf 'subjectAltName=%s\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\nbasicConstraints=critical,CA:false\n' \
  "$names" > extensions
if [ "$kind" = self-signed ]; then
  openssl x509 -req -in request.pem -signkey key.pem -days $days -extfile extensions -out cert.pem 2>/dev/null
else
  openssl x509 -req -in request.pem -CA $signer.pem -CAkey $signer.key -CAcreateserial -days $days \
    -extfile extensions -out cert.pem 2>/dev/null
fi
