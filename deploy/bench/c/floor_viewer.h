/* One viewer of the floor: its upgrade, what is still to be sent to it, and what is left out when it falls behind. */
#ifndef FANLIGHT_BENCH_FLOOR_VIEWER_H
#define FANLIGHT_BENCH_FLOOR_VIEWER_H

#include "chunk.h"
#include "wire.h"

#include <stdbool.h>
#include <stddef.h>

/* More than a second of video at 30 fps; a viewer this far behind skips to the next key frame. */
#define QUEUE_LIMIT 32
#define REQUEST_LIMIT 4096

enum viewer_state { VIEWER_HANDSHAKE, VIEWER_UPGRADE, VIEWER_OPEN, VIEWER_GONE };

struct viewer {
    struct wire wire;
    enum viewer_state state;
    size_t place;  /* in the floor's list */
    char *request; /* only until the upgrade is done */
    size_t request_length;
    struct chunk *queue[QUEUE_LIMIT];
    unsigned first, queued;
    size_t offset; /* what of the first chunk is sent */
    bool awaits_key;
};

struct viewer *viewer_new(int fd, SSL_CTX *tls);

/* The socket is readable: goes on with handshake and upgrade, drops what an open viewer says. State VIEWER_GONE: close it. */
void viewer_readable(struct viewer *viewer);

/* The socket is writable again: sends what is queued. */
void viewer_writable(struct viewer *viewer);

/* Sends the chunk or queues the rest of it; true when frames were left out. */
bool viewer_offer(struct viewer *viewer, struct chunk *chunk);

void viewer_free(struct viewer *viewer);

#endif
