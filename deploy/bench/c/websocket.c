#define _GNU_SOURCE
#include "websocket.h"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <string.h>
#include <strings.h>

#define GUID "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
#define KEY_LIMIT 64
#define FIN 0x80
#define MASKED 0x80

size_t ws_server_header(unsigned char *at, int opcode, uint64_t length)
{
    at[0] = (unsigned char) (FIN | opcode);
    if (length <= 125) {
        at[1] = (unsigned char) length;
        return 2;
    }
    int bytes = length <= 0xFFFF ? 2 : 8;
    at[1] = bytes == 2 ? 126 : 127;
    for (int i = 0; i < bytes; i++)
        at[2 + i] = (unsigned char) (length >> (8 * (bytes - 1 - i)));
    return 2 + (size_t) bytes;
}

size_t ws_client_frame(unsigned char *at, int opcode, const void *payload, size_t length)
{
    /* A fixed mask: there is no proxy between to be protected from what a page says (RFC 6455 section 10.3). */
    static const unsigned char mask[4] = {0x37, 0xfa, 0x21, 0x3d};
    size_t header = ws_server_header(at, opcode, length);
    at[1] |= MASKED;
    memcpy(at + header, mask, sizeof mask);
    header += sizeof mask;
    for (size_t i = 0; i < length; i++)
        at[header + i] = ((const unsigned char *) payload)[i] ^ mask[i % sizeof mask];
    return header + length;
}

void ws_accept(char accept[WS_ACCEPT_LENGTH + 1], const char *key, size_t key_length)
{
    unsigned char text[KEY_LIMIT + sizeof GUID], digest[SHA_DIGEST_LENGTH];
    if (key_length > KEY_LIMIT)
        key_length = KEY_LIMIT;
    memcpy(text, key, key_length);
    memcpy(text + key_length, GUID, sizeof GUID - 1);
    SHA1(text, key_length + sizeof GUID - 1, digest);
    EVP_EncodeBlock((unsigned char *) accept, digest, sizeof digest);
}

const char *http_field(const char *message, const char *name, size_t *length)
{
    size_t name_length = strlen(name);
    for (const char *line = strstr(message, "\r\n"); line != NULL; line = strstr(line, "\r\n")) {
        line += 2;
        if (strncasecmp(line, name, name_length) != 0 || line[name_length] != ':')
            continue;
        const char *value = line + name_length + 1;
        value += strspn(value, " \t");
        *length = strcspn(value, "\r");
        return value;
    }
    return NULL;
}
