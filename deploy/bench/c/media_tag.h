/* The synthetic stream in FLV's video tags: each media message as one NAL unit with the media header in it. */
#ifndef FANLIGHT_BENCH_MEDIA_TAG_H
#define FANLIGHT_BENCH_MEDIA_TAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much longer the data of a tag is than the message: frame type and codec, packet type, composition time. */
#define MEDIA_TAG_HEADER 5

/* Where a message is in a tag's data. */
struct media_tag {
    const unsigned char *header; /* NULL: there is none */
    uint32_t before;             /* bytes of the data that are not the message's */
    bool picture;                /* the tag holds NAL units */
};

/* Makes the data of a video tag out of a whole message; returns its length. */
size_t media_tag_write(unsigned char *at, const unsigned char *message, size_t length, bool key);

/* Looks for the message in the first bytes of a tag's data. A server may have put parameter sets before it, as go2rtc does before key
 * frames. */
struct media_tag media_tag_read(int type, const unsigned char *start, uint32_t length);

#endif
