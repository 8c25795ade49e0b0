#include "ingest.h"

#include "common.h"
#include "media.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define PREFIX 4

void ingest_open(struct ingest *ingest, int fd)
{
    ingest_close(ingest);
    if (ingest->buffer == NULL && (ingest->buffer = malloc(PREFIX + MEDIA_LIMIT)) == NULL)
        die("Out of memory.");
    ingest->fd = fd;
}

void ingest_close(struct ingest *ingest)
{
    if (ingest->fd >= 0)
        close(ingest->fd);
    ingest->fd = -1;
    ingest->filled = 0;
}

static size_t expected(const struct ingest *ingest)
{
    return ingest->filled < PREFIX ? PREFIX : PREFIX + get_be32(ingest->buffer);
}

bool ingest_read(struct ingest *ingest)
{
    if (ingest->filled >= PREFIX && ingest->filled == expected(ingest))
        ingest->filled = 0;
    for (;;) {
        size_t missing = expected(ingest) - ingest->filled;
        ssize_t count = recv(ingest->fd, ingest->buffer + ingest->filled, missing, MSG_DONTWAIT);
        if (count == 0)
            ingest_close(ingest);
        if (count <= 0)
            return false;
        ingest->filled += (size_t) count;
        if (ingest->filled == PREFIX && expected(ingest) > PREFIX + MEDIA_LIMIT)
            die("The publisher announced a message of more than %d bytes.", MEDIA_LIMIT);
        if (ingest->filled > PREFIX && ingest->filled == expected(ingest))
            return true;
    }
}

const unsigned char *ingest_message(const struct ingest *ingest, size_t *length)
{
    *length = get_be32(ingest->buffer);
    return ingest->buffer + PREFIX;
}
