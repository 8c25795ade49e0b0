#include "media.h"

#include "common.h"

#define NAL_KEY 0x65
#define NAL_DELTA 0x41

void media_write(unsigned char *at, const struct media_header *header)
{
    at[0] = header->kind;
    at[1] = header->flags;
    at[2] = header->track;
    at[3] = header->layer;
    put_be32(at + 4, header->sequence);
    put_be64(at + 8, (uint64_t) header->capture_us);
    put_be32(at + 16, header->epoch);
    put_be32(at + 20, 0);
}

struct media_header media_read(const unsigned char *at)
{
    return (struct media_header) {
        .kind = at[0],
        .flags = at[1],
        .track = at[2],
        .layer = at[3],
        .sequence = get_be32(at + 4),
        .capture_us = (int64_t) get_be64(at + 8),
        .epoch = get_be32(at + 16),
    };
}

static unsigned char pattern(uint32_t sequence, uint64_t position)
{
    return (unsigned char) (sequence + position);
}

void media_fill(unsigned char *message, size_t length, bool key, uint32_t sequence)
{
    put_be32(message + MEDIA_HEADER, (uint32_t) (length - MEDIA_HEADER - 4));
    message[MEDIA_HEADER + 4] = key ? NAL_KEY : NAL_DELTA;
    for (size_t i = PATTERN_START; i < length; i++)
        message[i] = pattern(sequence, i);
}

size_t media_wrong_bytes(uint32_t sequence, uint64_t position, const unsigned char *bytes, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++)
        if (position + i >= PATTERN_START && bytes[i] != pattern(sequence, position + i))
            wrong++;
    return wrong;
}
