/* Checks what the load's numbers rest on: parsers, continuity, histogram. Prints its seed; ends with 1 at the first failure. */
#include "check.h"

#include "common.h"
#include "continuity.h"
#include "parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 2000
#define STREAM_LIMIT (512 * 1024)
#define MESSAGES 40

struct seen {
    int messages, pings, wrong;
    uint64_t lengths[MESSAGES];
};

static void on_message(void *context, int opcode, const unsigned char *start, uint64_t length)
{
    struct seen *seen = context;
    CHECK(opcode == WS_BINARY && seen->messages < MESSAGES);
    for (uint64_t i = 0; i < length && i < MESSAGE_START; i++)
        seen->wrong += start[i] != (unsigned char) (seen->messages + i);
    seen->lengths[seen->messages++] = length;
}

static void on_control(void *context, int opcode, const unsigned char *payload, size_t length)
{
    struct seen *seen = context;
    CHECK(opcode == WS_PING && length == 3 && memcmp(payload, "abc", 3) == 0);
    seen->pings++;
}

static size_t put_frame(unsigned char *at, int opcode, bool final, const unsigned char *payload, size_t length)
{
    size_t header = ws_server_header(at, opcode, length);
    if (!final)
        at[0] &= 0x7F;
    memcpy(at + header, payload, length);
    return header + length;
}

/* A message in one or two frames, with a ping between them. */
static size_t put_message(unsigned char *at, int number, size_t length)
{
    static unsigned char payload[100000];
    for (size_t i = 0; i < length; i++)
        payload[i] = (unsigned char) ((size_t) number + i);
    size_t first = rand() % 2 ? length : (size_t) rand() % (length + 1);
    size_t written = put_frame(at, WS_BINARY, first == length, payload, first);
    if (first == length)
        return written;
    written += put_frame(at + written, WS_PING, true, (const unsigned char *) "abc", 3);
    return written + put_frame(at + written, WS_CONTINUATION, true, payload + first, length - first);
}

/* Cuts the stream anywhere, and skips like the load where it may. */
static void read_in_pieces(const unsigned char *stream, size_t length, struct seen *seen)
{
    struct parser parser;
    struct parser_listener listener = {.context = seen, .on_message = on_message, .on_control = on_control};
    parser_init(&parser);
    for (size_t at = 0; at < length;) {
        size_t piece = 1 + (size_t) rand() % (rand() % 2 ? 40 : 20000);
        uint64_t skippable = parser_skippable(&parser);
        if (piece > length - at)
            piece = length - at;
        if (skippable > 0 && rand() % 2) {
            piece = piece < skippable ? piece : (size_t) skippable;
            parser_skip(&parser, piece, &listener);
        } else {
            CHECK(parser_feed(&parser, stream + at, piece, &listener));
        }
        at += piece;
    }
}

static void parser_reads_any_cut_of_a_stream(void)
{
    static unsigned char stream[STREAM_LIMIT];
    for (int round = 0; round < ROUNDS; round++) {
        struct seen seen = {0};
        uint64_t lengths[MESSAGES];
        size_t written = 0;
        int count = 1 + rand() % 6;
        for (int i = 0; i < count; i++) {
            lengths[i] = (uint64_t) (rand() % (rand() % 4 ? 200 : 70000));
            written += put_message(stream + written, i, (size_t) lengths[i]);
        }
        read_in_pieces(stream, written, &seen);
        CHECK(seen.messages == count && seen.wrong == 0);
        CHECK(memcmp(seen.lengths, lengths, (size_t) count * sizeof *lengths) == 0);
    }
}

static void parser_refuses_what_a_server_may_not_send(void)
{
    static const unsigned char bad[][4] = {{0x82, 0x81}, {0xC2, 0x01}, {0x80, 0x01}, {0x89, 0x7E, 0x00, 0x7E}, {0x83, 0x00}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct seen seen = {0};
        struct parser_listener listener = {.context = &seen, .on_message = on_message, .on_control = on_control};
        struct parser parser;
        parser_init(&parser);
        CHECK(!parser_feed(&parser, bad[i], 4, &listener));
    }
}

static void arrive(struct continuity *at, struct tally *tally, uint32_t sequence, bool key)
{
    struct media_header header = {.kind = KIND_VIDEO, .flags = key ? FLAG_KEY : 0, .sequence = sequence, .capture_us = 1000};
    continuity_frame(at, tally, &header, 10, 3000);
}

static void continuity_tells_holes_order_and_what_cannot_be_decoded(void)
{
    static struct tally tally;
    struct continuity at = {0};
    arrive(&at, &tally, UINT32_MAX, true);
    arrive(&at, &tally, 0, false);
    CHECK(tally.frames == 2 && tally.lost == 0 && tally.broken == 0);
    arrive(&at, &tally, 3, false);
    CHECK(tally.lost == 2 && tally.broken == 1);
    arrive(&at, &tally, 4, true);
    arrive(&at, &tally, 4, false);
    CHECK(tally.reordered == 1 && tally.broken == 1 && tally.frames == 4);
    continuity_announce(&at, 7);
    arrive(&at, &tally, 7, false);
    CHECK(tally.dropped == 2 && tally.lost == 2 && tally.broken == 1 && at.lost == 2);
    CHECK(tally.latency.total == 5 && histogram_at(&tally.latency, 0.5) == 2000);
}

static void histogram_is_right_within_a_sixty_fourth(void)
{
    static struct histogram histogram;
    for (int64_t value = 1; value <= 200000; value++)
        histogram_add(&histogram, value);
    for (int percent = 1; percent <= 100; percent++) {
        int64_t exact = 2000 * percent, found = histogram_at(&histogram, percent / 100.0);
        CHECK(found >= exact && found <= exact + exact / 64 + 1);
    }
    histogram_add(&histogram, 3600LL * 1000000);
    CHECK(histogram.max == 3600LL * 1000000 && histogram_at(&histogram, 1) <= histogram.max);
}

int main(void)
{
    unsigned seed = (unsigned) wall_us();
    printf("seed %u\n", seed);
    srand(seed);
    parser_reads_any_cut_of_a_stream();
    parser_refuses_what_a_server_may_not_send();
    flv_checks();
    rtmp_checks();
    continuity_tells_holes_order_and_what_cannot_be_decoded();
    histogram_is_right_within_a_sixty_fourth();
    puts("parsers, continuity and histogram are right");
    return 0;
}
