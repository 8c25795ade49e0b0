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
    uint64_t reordered; /* frames behind a newer one, or twice */
    uint64_t broken;    /* delta frames right behind a hole: they cannot be decoded */
    uint64_t bad_bytes;
    struct histogram latency; /* µs from capture to the last byte */
};

/* One viewer's place in the stream. */
struct continuity {
    bool begun;
    bool hole; /* nothing but a key frame may come next */
    uint8_t track;
    uint32_t epoch, sequence;
    uint32_t frames, lost; /* inside the window */
};

void continuity_frame(struct continuity *at, struct tally *tally, const struct media_header *header, uint64_t bytes,
                      int64_t now_us);

#endif
