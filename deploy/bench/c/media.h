/* The media message of docs/protocol.md section 2, and the synthetic stream in it. */
#ifndef FANLIGHT_BENCH_MEDIA_H
#define FANLIGHT_BENCH_MEDIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MEDIA_HEADER 24
#define MEDIA_LIMIT (2 * 1024 * 1024)
/* Behind the header come the length and the first byte of the one NAL unit, then the pattern. */
#define PATTERN_START (MEDIA_HEADER + 5)
#define KIND_VIDEO 1
#define FLAG_KEY 1
#define FLAG_DISPOSABLE 2

struct media_header {
    uint8_t kind, flags, track, layer;
    uint32_t sequence;
    int64_t capture_us;
    uint32_t epoch;
};

void media_write(unsigned char *at, const struct media_header *header);
struct media_header media_read(const unsigned char *at);

/* Fills a whole message of `length` bytes behind its header. */
void media_fill(unsigned char *message, size_t length, bool key, uint32_t sequence);

/* How many of `count` bytes at `position` of the message (counted with the header) differ from what media_fill wrote. */
size_t media_wrong_bytes(uint32_t sequence, uint64_t position, const unsigned char *bytes, size_t count);

#endif
