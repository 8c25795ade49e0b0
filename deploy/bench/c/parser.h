/* Reads a server's WebSocket frames however TCP cuts or merges them, and keeps only the first bytes of each message. */
#ifndef FANLIGHT_BENCH_PARSER_H
#define FANLIGHT_BENCH_PARSER_H

#include "websocket.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Enough for the media header, also in base64 behind socket.io's `42["frame","`. */
#define MESSAGE_START 64

struct parser {
    unsigned char head[WS_SERVER_HEADER_LIMIT];
    unsigned head_filled, head_needed;
    int opcode, message_opcode;
    bool final;
    uint64_t left;   /* of this frame's payload */
    uint64_t length; /* of this message so far */
    unsigned char start[MESSAGE_START];
    unsigned char control[WS_CONTROL_LIMIT];
    size_t control_filled;
};

struct parser_listener {
    void *context;
    void (*on_message)(void *context, int opcode, const unsigned char *start, uint64_t length);
    void (*on_control)(void *context, int opcode, const unsigned char *payload, size_t length);
    /* NULL, or sees every byte of the messages. */
    void (*on_payload)(void *context, const struct parser *parser, const unsigned char *bytes, size_t count);
};

void parser_init(struct parser *parser);

/* How many of the next bytes nobody needs to look at. */
uint64_t parser_skippable(const struct parser *parser);

/* `count` bytes, at most parser_skippable(), were dropped unseen. */
void parser_skip(struct parser *parser, uint64_t count, const struct parser_listener *listener);

/* The next bytes of the connection; false when they break RFC 6455. */
bool parser_feed(struct parser *parser, const unsigned char *bytes, size_t count, const struct parser_listener *listener);

#endif
