#include "http_body.h"

#define MOST_DIGITS 8

void http_body_init(struct http_body *body, bool chunked)
{
    *body = (struct http_body) {.chunked = chunked};
}

uint64_t http_body_left(const struct http_body *body)
{
    return body->chunked ? body->left : UINT64_MAX;
}

void http_body_take(struct http_body *body, uint64_t count)
{
    if (body->chunked)
        body->left -= count;
}

static int digit_of(unsigned char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    letter |= 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* An empty line is the end of the chunk before. */
static void end_line(struct http_body *body)
{
    if (body->digits == 0)
        return;
    body->left = body->size;
    body->ended = body->size == 0;
    body->digits = 0;
    body->size = 0;
    body->in_extension = false;
}

static bool read_letter(struct http_body *body, unsigned char letter)
{
    if (letter == '\n') {
        end_line(body);
        return !body->ended;
    }
    if (letter == '\r' || body->in_extension)
        return true;
    if (letter == ';' || letter == ' ' || letter == '\t') {
        body->in_extension = true;
        return body->digits > 0;
    }
    int digit = digit_of(letter);
    if (digit < 0 || ++body->digits > MOST_DIGITS)
        return false;
    body->size = body->size << 4 | (unsigned) digit;
    return true;
}

size_t http_body_frame(struct http_body *body, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (body->ended || !read_letter(body, bytes[i]))
            return 0;
        if (body->left > 0)
            return i + 1;
    }
    return count;
}
