/* What arrived at one group of viewers, and whether it was whole and in order. */
#ifndef FANLIGHT_BENCH_CONTINUITY_H
#define FANLIGHT_BENCH_CONTINUITY_H

#include "histogram.h"
#include "media.h"

#include <stdbool.h>
#include <stdint.h>

struct tally {
    uint64_t frames, media_bytes, wire_bytes;
    uint64_t lost;      /* sequence numbers that were never seen */
    uint64_t dropped;   /* the same, but announced: only disposable ones */
    uint64_t reordered; /* frames behind a newer one, or twice */
    uint64_t broken;    /* delta frames behind a hole or at a start, before any key frame: they cannot be decoded */
    uint64_t bad_bytes;
    struct histogram latency; /* µs from capture to the last byte */
};

/* One viewer's place in the stream. */
struct continuity {
    bool begun;
    bool awaits_key; /* nothing but a key frame may come next */
    bool announced;  /* `next` is to come, and the hole before it is harmless */
    uint8_t track;
    uint32_t epoch, sequence, next;
    uint32_t frames, lost; /* inside the window */
};

/* `dropped` of docs/protocol.md: the next frame has this sequence. */
void continuity_announce(struct continuity *at, uint32_t next);

void continuity_frame(struct continuity *at, struct tally *tally, const struct media_header *header, uint64_t bytes,
                      int64_t now_us);

#endif
