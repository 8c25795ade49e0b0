#include "flv.h"

#include "common.h"

#include <string.h>

#define FILE_HEAD 9
#define HEAD_LENGTH_AT 5
#define TAG_AT 4 /* in the head, behind the length of the tag before */

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
        await_head(flv);
        return memcmp(flv->head, "FLV", 3) == 0 && get_be32(flv->head + HEAD_LENGTH_AT) == FILE_HEAD;
    }
    flv->type = flv->head[TAG_AT] & 0x1F;
    flv->length = flv->left = get_be24(flv->head + TAG_AT + 1);
    return true;
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
        taken = fill(flv->head, &flv->head_filled, flv->head_needed, bytes, count);
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
