/* The body of an HTTP/1.1 answer: plain until the connection ends, or in chunks (RFC 9112 section 7.1). */
#ifndef FANLIGHT_BENCH_HTTP_BODY_H
#define FANLIGHT_BENCH_HTTP_BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http_body {
    bool chunked, ended;
    bool in_extension; /* behind the size of a chunk */
    unsigned digits;   /* of the size that is being read */
    uint64_t size;
    uint64_t left; /* of this chunk */
};

void http_body_init(struct http_body *body, bool chunked);

/* How many of the next bytes are content; 0: framing comes first. */
uint64_t http_body_left(const struct http_body *body);

/* `count` bytes of content, at most http_body_left(), were taken. */
void http_body_take(struct http_body *body, uint64_t count);

/* Reads framing, up to the next content; how many bytes it was, 0 when the body has ended or is none. */
size_t http_body_frame(struct http_body *body, const unsigned char *bytes, size_t count);

#endif
