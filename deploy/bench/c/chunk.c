#include "chunk.h"

#include "common.h"
#include "websocket.h"

#include <stdlib.h>
#include <string.h>

struct chunk *chunk_append(struct chunk *chunk, const unsigned char *message, size_t length, bool key)
{
    size_t held = chunk == NULL ? 0 : chunk->length;
    struct chunk *grown = realloc(chunk, sizeof *grown + held + WS_SERVER_HEADER_LIMIT + length);
    if (grown == NULL)
        die("Out of memory.");
    if (held == 0)
        *grown = (struct chunk) {.references = 1, .key = key};
    size_t header = ws_server_header(grown->bytes + held, WS_BINARY, length);
    memcpy(grown->bytes + held + header, message, length);
    grown->length = held + header + length;
    grown->frames++;
    return grown;
}

struct chunk *chunk_hold(struct chunk *chunk)
{
    chunk->references++;
    return chunk;
}

void chunk_release(struct chunk *chunk)
{
    if (--chunk->references == 0)
        free(chunk);
}
