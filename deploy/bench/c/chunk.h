/* What one send() carries: one or more whole WebSocket frames, shared by every viewer that still needs them. */
#ifndef FANLIGHT_BENCH_CHUNK_H
#define FANLIGHT_BENCH_CHUNK_H

#include <stdbool.h>
#include <stddef.h>

struct chunk {
    int references;
    bool key; /* the first frame is a key frame: a viewer may begin or go on here */
    int frames;
    size_t length;
    unsigned char bytes[];
};

/* Frames `message` as one binary WebSocket frame behind what `chunk` holds (NULL: a new chunk with one reference). */
struct chunk *chunk_append(struct chunk *chunk, const unsigned char *message, size_t length, bool key);

struct chunk *chunk_hold(struct chunk *chunk);
void chunk_release(struct chunk *chunk);

#endif
