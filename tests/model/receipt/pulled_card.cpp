// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A PKCS#11 library that is SoftHSM but for one thing: while the file named by PULLED_CARD exists, a signature finds
// the card gone, as when somebody pulls it out while the PIN is being checked.
#include <p11-kit/pkcs11.h>

#include <dlfcn.h>
#include <sys/stat.h>

#include <cstdlib>

namespace {

CK_FUNCTION_LIST functions;
CK_C_Sign realSign = nullptr;

CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG size, CK_BYTE_PTR signature,
           CK_ULONG_PTR signatureSize)
{
    struct stat entry;
    const char* const file = std::getenv("PULLED_CARD");
    if (file != nullptr && stat(file, &entry) == 0) {
        return CKR_DEVICE_REMOVED;
    }
    return realSign(session, data, size, signature, signatureSize);
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list)
{
    static void* const library = dlopen("/usr/lib/softhsm/libsofthsm2.so", RTLD_NOW | RTLD_LOCAL);
    const auto real =
        library == nullptr ? nullptr : reinterpret_cast<CK_C_GetFunctionList>(dlsym(library, "C_GetFunctionList"));
    CK_FUNCTION_LIST_PTR all = nullptr;
    if (real == nullptr || real(&all) != CKR_OK) {
        return CKR_GENERAL_ERROR;
    }
    functions = *all;
    realSign = all->C_Sign;
    functions.C_Sign = sign;
    *list = &functions;
    return CKR_OK;
}
