#include "parser.h"

#include "common.h"

#include <string.h>

#define FIRST_HEAD 2
#define FIN 0x80
#define RESERVED 0x70
#define MASKED 0x80

void parser_init(struct parser *parser)
{
    memset(parser, 0, sizeof *parser);
    parser->head_needed = FIRST_HEAD;
}

static bool in_payload(const struct parser *parser)
{
    return parser->head_filled == parser->head_needed;
}

static bool is_control(const struct parser *parser)
{
    return parser->opcode >= WS_CLOSE;
}

uint64_t parser_skippable(const struct parser *parser)
{
    bool boring = in_payload(parser) && !is_control(parser) && parser->length >= MESSAGE_START;
    return boring ? parser->left : 0;
}

static bool begin_frame(struct parser *parser)
{
    parser->opcode = parser->head[0] & 0x0F;
    parser->final = (parser->head[0] & FIN) != 0;
    if (is_control(parser)) {
        parser->control_filled = 0;
        return parser->final && parser->left <= WS_CONTROL_LIMIT;
    }
    bool goes_on = parser->message_opcode != 0;
    if (goes_on != (parser->opcode == WS_CONTINUATION) || parser->opcode > WS_BINARY)
        return false;
    if (!goes_on) {
        parser->message_opcode = parser->opcode;
        parser->length = 0;
    }
    return true;
}

static bool read_length(struct parser *parser)
{
    unsigned extra = parser->head_needed - FIRST_HEAD;
    parser->left = extra == 0 ? parser->head[1] : 0;
    for (unsigned i = 0; i < extra; i++)
        parser->left = parser->left << 8 | parser->head[FIRST_HEAD + i];
    return begin_frame(parser);
}

/* The second byte tells how long the head is. */
static bool grow_head(struct parser *parser)
{
    if ((parser->head[0] & RESERVED) != 0 || (parser->head[1] & MASKED) != 0)
        return false;
    if (parser->head[1] >= 126)
        parser->head_needed += parser->head[1] == 126 ? 2 : 8;
    return true;
}

static void end_frame(struct parser *parser, const struct parser_listener *listener)
{
    parser->head_filled = 0;
    parser->head_needed = FIRST_HEAD;
    if (is_control(parser)) {
        listener->on_control(listener->context, parser->opcode, parser->control, parser->control_filled);
    } else if (parser->final) {
        int opcode = parser->message_opcode;
        parser->message_opcode = 0;
        listener->on_message(listener->context, opcode, parser->start, parser->length);
    }
}

static void keep_start(struct parser *parser, const unsigned char *bytes, size_t count)
{
    if (parser->length >= MESSAGE_START)
        return;
    size_t room = MESSAGE_START - (size_t) parser->length;
    memcpy(parser->start + parser->length, bytes, count < room ? count : room);
}

static void take_payload(struct parser *parser, const unsigned char *bytes, size_t count,
                         const struct parser_listener *listener)
{
    parser->left -= count;
    if (is_control(parser)) {
        memcpy(parser->control + parser->control_filled, bytes, count);
        parser->control_filled += count;
        return;
    }
    keep_start(parser, bytes, count);
    if (listener->on_payload != NULL)
        listener->on_payload(listener->context, parser, bytes, count);
    parser->length += count;
}

void parser_skip(struct parser *parser, uint64_t count, const struct parser_listener *listener)
{
    parser->left -= count;
    parser->length += count;
    if (parser->left == 0)
        end_frame(parser, listener);
}

bool parser_feed(struct parser *parser, const unsigned char *bytes, size_t count, const struct parser_listener *listener)
{
    while (count > 0) {
        size_t taken;
        if (!in_payload(parser)) {
            taken = fill(parser->head, &parser->head_filled, parser->head_needed, bytes, count);
            if (parser->head_filled == FIRST_HEAD && parser->head_needed == FIRST_HEAD && !grow_head(parser))
                return false;
            if (in_payload(parser) && !read_length(parser))
                return false;
        } else {
            taken = parser->left < count ? (size_t) parser->left : count;
            take_payload(parser, bytes, taken, listener);
        }
        bytes += taken;
        count -= taken;
        if (in_payload(parser) && parser->left == 0)
            end_frame(parser, listener);
    }
    return true;
}
