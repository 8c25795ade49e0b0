#include "flv.h"

#include "common.h"
#include "media.h"

#include <string.h>

#define FILE_HEAD 9
#define TAG_AT 4 /* in the head, behind the length of the tag before */
#define AVC_KEY 0x17
#define AVC_DELTA 0x27
#define AVC_NALU 1
#define NAL_HEAD (PATTERN_START - MEDIA_HEADER)

void flv_init(struct flv *flv, bool chunked)
{
    memset(flv, 0, sizeof *flv);
    http_body_init(&flv->body, chunked);
    flv->head_needed = FILE_HEAD;
}

static bool in_data(const struct flv *flv)
{
    return flv->head_filled == flv->head_needed;
}

uint64_t flv_skippable(const struct flv *flv)
{
    if (!in_data(flv) || flv->length - flv->left < FLV_START)
        return 0;
    uint64_t content = http_body_left(&flv->body);
    return flv->left < content ? flv->left : content;
}

static uint32_t get_be24(const unsigned char *at)
{
    return (uint32_t) at[0] << 16 | (uint32_t) at[1] << 8 | at[2];
}

static void await_head(struct flv *flv)
{
    flv->head_filled = 0;
    flv->head_needed = FLV_HEAD;
}

/* The head is whole: the file's, or a tag's. */
static bool read_head(struct flv *flv)
{
    if (!flv->begun) {
        flv->begun = true;
        bool right = memcmp(flv->head, "FLV", 3) == 0;
        await_head(flv);
        return right;
    }
    flv->type = flv->head[TAG_AT] & 0x1F;
    flv->length = flv->left = get_be24(flv->head + TAG_AT + 1);
    return true;
}

static size_t take_head(struct flv *flv, const unsigned char *bytes, size_t count)
{
    size_t taken = flv->head_needed - flv->head_filled;
    if (taken > count)
        taken = count;
    memcpy(flv->head + flv->head_filled, bytes, taken);
    flv->head_filled += (unsigned) taken;
    return taken;
}

static size_t take_data(struct flv *flv, const unsigned char *bytes, size_t count, const struct flv_listener *listener)
{
    size_t taken = flv->left < count ? flv->left : count;
    uint32_t at = flv->length - flv->left;
    if (at < FLV_START)
        memcpy(flv->start + at, bytes, taken < FLV_START - at ? taken : FLV_START - at);
    if (listener->on_data != NULL)
        listener->on_data(listener->context, flv, bytes, taken);
    flv->left -= (uint32_t) taken;
    return taken;
}

static void end_tag(struct flv *flv, const struct flv_listener *listener)
{
    await_head(flv);
    listener->on_tag(listener->context, flv->type, flv->start, flv->length);
}

void flv_skip(struct flv *flv, uint64_t count, const struct flv_listener *listener)
{
    flv->left -= (uint32_t) count;
    http_body_take(&flv->body, count);
    if (flv->left == 0)
        end_tag(flv, listener);
}

/* How many bytes of content it was, 0 when they are no FLV. */
static size_t take_content(struct flv *flv, const unsigned char *bytes, size_t count, const struct flv_listener *listener)
{
    size_t taken;
    if (in_data(flv)) {
        taken = take_data(flv, bytes, count, listener);
    } else {
        taken = take_head(flv, bytes, count);
        if (in_data(flv) && !read_head(flv))
            return 0;
    }
    if (in_data(flv) && flv->left == 0)
        end_tag(flv, listener);
    return taken;
}

bool flv_feed(struct flv *flv, const unsigned char *bytes, size_t count, const struct flv_listener *listener)
{
    while (count > 0) {
        uint64_t content = http_body_left(&flv->body);
        size_t taken = content == 0 ? http_body_frame(&flv->body, bytes, count)
                                    : take_content(flv, bytes, count < content ? count : (size_t) content, listener);
        if (taken == 0)
            return false;
        if (content > 0)
            http_body_take(&flv->body, taken);
        bytes += taken;
        count -= taken;
    }
    return true;
}

size_t flv_video_tag(unsigned char *at, const unsigned char *message, size_t length, bool key)
{
    static const unsigned char no_composition[] = {0, 0, 0};
    at[0] = key ? AVC_KEY : AVC_DELTA;
    at[1] = AVC_NALU;
    memcpy(at + 2, no_composition, sizeof no_composition);
    at += FLV_VIDEO_HEADER;
    put_be32(at, (uint32_t) (length - 4));
    at[4] = message[MEDIA_HEADER + 4];
    memcpy(at + NAL_HEAD, message, MEDIA_HEADER);
    memcpy(at + PATTERN_START, message + PATTERN_START, length - PATTERN_START);
    return FLV_VIDEO_HEADER + length;
}

const unsigned char *flv_media(int type, const unsigned char *start, uint32_t length)
{
    bool picture = type == FLV_VIDEO && length >= FLV_VIDEO_HEADER + PATTERN_START && start[1] == AVC_NALU;
    return picture ? start + FLV_VIDEO_HEADER + NAL_HEAD : NULL;
}
