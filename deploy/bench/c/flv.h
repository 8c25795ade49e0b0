/* FLV over HTTP as SRS, node-media-server and go2rtc send it (Adobe's FLV specification 10.1, annex E). Keeps only the first bytes of each
 * tag. */
#ifndef FANLIGHT_BENCH_FLV_H
#define FANLIGHT_BENCH_FLV_H

#include "http_body.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FLV_VIDEO 9
#define FLV_SCRIPT 18
/* Enough for the media header, also behind parameter sets. */
#define FLV_START 128
/* Of a tag, behind the length of the one before. */
#define FLV_HEAD (4 + 11)

struct flv {
    struct http_body body;
    unsigned char head[FLV_HEAD];
    unsigned head_filled, head_needed;
    bool begun; /* the file's own header is behind us */
    int type;
    uint32_t length, left; /* of the tag's data */
    unsigned char start[FLV_START];
};

struct flv_listener {
    void *context;
    void (*on_tag)(void *context, int type, const unsigned char *start, uint32_t length);
    /* NULL, or sees every byte of the tags' data. */
    void (*on_data)(void *context, const struct flv *flv, const unsigned char *bytes, size_t count);
};

void flv_init(struct flv *flv, bool chunked);

/* How many of the next bytes nobody needs to look at. */
uint64_t flv_skippable(const struct flv *flv);

/* `count` bytes, at most flv_skippable(), were dropped unseen. */
void flv_skip(struct flv *flv, uint64_t count, const struct flv_listener *listener);

/* The next bytes of the answer's body; false when it has ended or is no FLV. */
bool flv_feed(struct flv *flv, const unsigned char *bytes, size_t count, const struct flv_listener *listener);

#endif
