#define _GNU_SOURCE
#include "load_words.h"

#include "common.h"
#include "parser.h"
#include "websocket.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Any 16 bytes do: the key only shows that the server speaks WebSocket. */
#define SOCKET_KEY "ZmFubGlnaHQtYmVuY2gtMQ=="
#define UPGRADE                                                                                                         \
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"                                       \
    "Sec-WebSocket-Key: " SOCKET_KEY "\r\nSec-WebSocket-Protocol: fanlight.v1\r\n"
#define FRAME_PREFIX "42[\"frame\",\""
#define FRAME_SUFFIX "\"]"
#define BASE64_OF_HEADER 32

size_t request_of(char *at, const struct load_options *options)
{
    int length = snprintf(at, REQUEST_LIMIT, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s://127.0.0.1:%d\r\n%s\r\n",
                          options->path, options->port, options->tls ? "https" : "http", options->port,
                          options->flv ? "" : UPGRADE);
    if (length >= REQUEST_LIMIT)
        die("The path is too long.");
    return (size_t) length;
}

bool is_upgrade(const char *response)
{
    char accept[WS_ACCEPT_LENGTH + 1];
    size_t length;
    ws_accept(accept, SOCKET_KEY, sizeof SOCKET_KEY - 1);
    const char *value = http_field(response, "Sec-WebSocket-Accept", &length);
    return strncmp(response, "HTTP/1.1 101 ", 13) == 0 && value != NULL && length == WS_ACCEPT_LENGTH &&
           memcmp(value, accept, length) == 0;
}

bool is_flv_answer(const char *response, bool *chunked)
{
    size_t length;
    if (http_field(response, "Content-Length", &length) != NULL)
        return false;
    const char *coding = http_field(response, "Transfer-Encoding", &length);
    *chunked = coding != NULL && length == strlen("chunked") && strncasecmp(coding, "chunked", length) == 0;
    return strncmp(response, "HTTP/1.1 200 ", 13) == 0;
}

static size_t text_frame(unsigned char *at, const char *text, int length)
{
    if (length < 0 || (size_t) length > WORDS_LIMIT / 2 - WS_CLIENT_HEADER_LIMIT)
        die("A message to the server is too long.");
    return ws_client_frame(at, WS_TEXT, text, (size_t) length);
}

size_t words_of_watch(unsigned char *at, const struct load_options *options)
{
    char text[WORDS_LIMIT];
    int length = snprintf(text, sizeof text, "{\"type\":\"watch\",\"camera\":\"%s\",\"key\":\"%s\"}", options->camera,
                          options->key);
    return text_frame(at, text, length);
}

size_t words_of_ack(unsigned char *at, const struct continuity *continuity)
{
    char text[WORDS_LIMIT];
    int length = snprintf(text, sizeof text, "{\"type\":\"ack\",\"track\":%d,\"sequence\":%u}", continuity->track,
                          continuity->sequence);
    return text_frame(at, text, length);
}

size_t words_of_question(unsigned char *at)
{
    char text[WORDS_LIMIT];
    int length = snprintf(text, sizeof text, "{\"type\":\"time_request\",\"t0\":%lld}", (long long) wall_us());
    return text_frame(at, text, length);
}

static void as_text(char text[MESSAGE_START + 1], const unsigned char *start, uint64_t length)
{
    size_t kept = length < MESSAGE_START ? (size_t) length : MESSAGE_START;
    memcpy(text, start, kept);
    text[kept] = '\0';
}

bool is_welcome(const unsigned char *start, uint64_t length)
{
    char text[MESSAGE_START + 1];
    as_text(text, start, length);
    return strstr(text, "\"type\":\"welcome\"") != NULL;
}

bool dropped_announced(const unsigned char *start, uint64_t length, uint32_t *next)
{
    char text[MESSAGE_START + 1];
    as_text(text, start, length);
    const char *sequence = strstr(text, "\"sequence\":");
    if (sequence == NULL || strstr(text, "\"type\":\"dropped\"") == NULL)
        return false;
    *next = (uint32_t) strtoul(sequence + sizeof "\"sequence\":" - 1, NULL, 10);
    return true;
}

bool socket_io_frame(const unsigned char *start, uint64_t *length, unsigned char header[MEDIA_HEADER])
{
    size_t prefix = sizeof FRAME_PREFIX - 1, around = prefix + sizeof FRAME_SUFFIX - 1;
    if (*length < around + BASE64_OF_HEADER || memcmp(start, FRAME_PREFIX, prefix) != 0)
        return false;
    if (EVP_DecodeBlock(header, start + prefix, BASE64_OF_HEADER) != MEDIA_HEADER)
        return false;
    *length = (*length - around) * 3 / 4;
    return true;
}

size_t socket_io_answer(unsigned char *at, const unsigned char *start)
{
    if (start[0] == '0')
        return text_frame(at, "40", 2);
    return start[0] == '2' ? text_frame(at, "3", 1) : 0;
}
