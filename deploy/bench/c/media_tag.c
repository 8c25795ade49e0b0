#include "media_tag.h"

#include "common.h"
#include "flv.h"
#include "media.h"

#include <string.h>

#define AVC_KEY 0x17
#define AVC_DELTA 0x27
#define AVC_NALU 1
#define NAL_LENGTH 4
#define NAL_HEAD (NAL_LENGTH + 1)
#define NAL_TYPE 0x1F
#define NAL_SLICE 1
#define NAL_KEY_SLICE 5

_Static_assert(PATTERN_START == MEDIA_HEADER + NAL_HEAD, "a message and its NAL unit are equally long");

size_t media_tag_write(unsigned char *at, const unsigned char *message, size_t length, bool key)
{
    static const unsigned char no_composition[] = {0, 0, 0};
    at[0] = key ? AVC_KEY : AVC_DELTA;
    at[1] = AVC_NALU;
    memcpy(at + 2, no_composition, sizeof no_composition);
    at += MEDIA_TAG_HEADER;
    put_be32(at, (uint32_t) (length - NAL_LENGTH));
    at[NAL_LENGTH] = message[MEDIA_HEADER + NAL_LENGTH];
    memcpy(at + NAL_HEAD, message, MEDIA_HEADER);
    memcpy(at + PATTERN_START, message + PATTERN_START, length - PATTERN_START);
    return MEDIA_TAG_HEADER + length;
}

struct media_tag media_tag_read(int type, const unsigned char *start, uint32_t length)
{
    uint32_t kept = length < FLV_START ? length : FLV_START;
    if (type != FLV_VIDEO || kept < MEDIA_TAG_HEADER || start[1] != AVC_NALU)
        return (struct media_tag) {0};
    for (uint32_t at = MEDIA_TAG_HEADER; at + PATTERN_START <= kept;) {
        int nal = start[at + NAL_LENGTH] & NAL_TYPE;
        if (nal == NAL_SLICE || nal == NAL_KEY_SLICE)
            return (struct media_tag) {start + at + NAL_HEAD, at, true};
        uint32_t unit = get_be32(start + at);
        if (unit > FLV_START)
            break;
        at += NAL_LENGTH + unit;
    }
    return (struct media_tag) {.picture = true};
}
