#include "check.h"
#include "flv.h"
#include "media.h"
#include "media_tag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 2000
#define STREAM_LIMIT (512 * 1024)
#define TAGS 6
#define LONGEST 70000
#define SHORTEST PATTERN_START

struct seen {
    int pictures, others;
    uint32_t lengths[TAGS];
};

static void on_tag(void *context, int type, const unsigned char *start, uint32_t length)
{
    struct seen *seen = context;
    struct media_tag tag = media_tag_read(type, start, length);
    seen->others += !tag.picture;
    if (!tag.picture)
        return;
    CHECK(seen->pictures < TAGS && tag.header != NULL && media_read(tag.header).sequence == (uint32_t) seen->pictures);
    seen->lengths[seen->pictures++] = length - tag.before;
}

static size_t put_tag(unsigned char *at, int type, const unsigned char *data, size_t length)
{
    memset(at, 0, FLV_HEAD);
    at[4] = (unsigned char) type;
    at[5] = (unsigned char) (length >> 16);
    at[6] = (unsigned char) (length >> 8);
    at[7] = (unsigned char) length;
    memcpy(at + FLV_HEAD, data, length);
    return FLV_HEAD + length;
}

static size_t put_picture(unsigned char *at, uint32_t sequence, size_t length)
{
    static unsigned char message[LONGEST], tag[MEDIA_TAG_HEADER + LONGEST];
    struct media_header header = {.kind = KIND_VIDEO, .sequence = sequence};
    media_fill(message, length, true, sequence);
    media_write(message, &header);
    return put_tag(at, FLV_VIDEO, tag, media_tag_write(tag, message, length, true));
}

/* Tags as HTTP chunks that end wherever they like. */
static size_t in_chunks(unsigned char *to, const unsigned char *from, size_t length)
{
    size_t written = 0;
    for (size_t at = 0; at < length;) {
        size_t piece = 1 + (size_t) rand() % (rand() % 2 ? 20 : 20000);
        if (piece > length - at)
            piece = length - at;
        written += (size_t) sprintf((char *) to + written, rand() % 2 ? "%zx\r\n" : "%zX;a=b\r\n", piece);
        memcpy(to + written, from + at, piece);
        memcpy(to + written + piece, "\r\n", 2);
        written += piece + 2;
        at += piece;
    }
    return written;
}

/* Cuts the stream anywhere, and skips like the load where it may. */
static bool read_in_pieces(struct flv *flv, const unsigned char *stream, size_t length, struct seen *seen)
{
    struct flv_listener listener = {.context = seen, .on_tag = on_tag};
    for (size_t at = 0; at < length;) {
        size_t piece = 1 + (size_t) rand() % (rand() % 2 ? 40 : 20000);
        uint64_t skippable = flv_skippable(flv);
        if (piece > length - at)
            piece = length - at;
        if (skippable > 0 && rand() % 2) {
            piece = piece < skippable ? piece : (size_t) skippable;
            flv_skip(flv, piece, &listener);
        } else if (!flv_feed(flv, stream + at, piece, &listener)) {
            return false;
        }
        at += piece;
    }
    return true;
}

static void flv_reads_any_cut_of_a_body(void)
{
    static unsigned char plain[STREAM_LIMIT], chunked[STREAM_LIMIT * 4];
    static const unsigned char file_head[] = {'F', 'L', 'V', 1, 1, 0, 0, 0, 9};
    for (int round = 0; round < ROUNDS; round++) {
        struct seen seen = {0};
        struct flv flv;
        uint32_t lengths[TAGS];
        memcpy(plain, file_head, sizeof file_head);
        size_t written = sizeof file_head;
        written += put_tag(plain + written, FLV_SCRIPT, (const unsigned char *) "script", 6);
        int count = 1 + rand() % TAGS;
        for (int i = 0; i < count; i++) {
            lengths[i] = SHORTEST + (uint32_t) rand() % (rand() % 4 ? 200 : LONGEST - SHORTEST);
            written += put_picture(plain + written, (uint32_t) i, lengths[i]);
        }
        bool in = rand() % 2;
        flv_init(&flv, in);
        CHECK(read_in_pieces(&flv, in ? chunked : plain, in ? in_chunks(chunked, plain, written) : written, &seen));
        CHECK(seen.pictures == count && seen.others == 1);
        CHECK(memcmp(seen.lengths, lengths, (size_t) count * sizeof *lengths) == 0);
    }
}

static bool takes(bool chunked, const char *body)
{
    struct seen seen = {0};
    struct flv flv;
    flv_init(&flv, chunked);
    return read_in_pieces(&flv, (const unsigned char *) body, strlen(body), &seen);
}

static void flv_refuses_what_is_none(void)
{
    CHECK(!takes(false, "<html><body>"));
    CHECK(takes(true, "3\r\nFLV\r\n"));
    CHECK(!takes(true, "0\r\n\r\n"));
    CHECK(!takes(true, "FLV"));
    CHECK(!takes(true, ";a\r\n"));
    CHECK(!takes(true, "123456789\r\n"));
    CHECK(takes(true, "3 \r\nFLV\r\n"));
}

static void media_header_and_pattern_are_found_where_a_tag_has_them(void)
{
    static unsigned char message[1000], tag[MEDIA_TAG_HEADER + 1000];
    struct media_header header = {.kind = KIND_VIDEO, .flags = FLAG_KEY, .sequence = 7, .capture_us = 1234567890123, .epoch = 9};
    media_fill(message, sizeof message, true, header.sequence);
    media_write(message, &header);
    size_t length = media_tag_write(tag, message, sizeof message, true);
    CHECK(length == sizeof tag && memcmp(media_tag_read(FLV_VIDEO, tag, (uint32_t) length).header, message, MEDIA_HEADER) == 0);
    CHECK(get_be32(tag + MEDIA_TAG_HEADER) == length - MEDIA_TAG_HEADER - 4);
    CHECK(media_wrong_bytes(7, 0, tag + MEDIA_TAG_HEADER, length - MEDIA_TAG_HEADER) == 0);
    tag[length - 1]++;
    CHECK(media_wrong_bytes(7, 0, tag + MEDIA_TAG_HEADER, length - MEDIA_TAG_HEADER) == 1);
    CHECK(!media_tag_read(FLV_SCRIPT, tag, (uint32_t) length).picture);
    CHECK(media_tag_read(FLV_VIDEO, tag, PATTERN_START).header == NULL && media_tag_read(FLV_VIDEO, tag, PATTERN_START).picture);
}

static void media_header_is_found_behind_parameter_sets(void)
{
    static const unsigned char sets[] = {0, 0, 0, 4, 0x67, 1, 2, 3, 0, 0, 0, 2, 0x68, 1};
    static unsigned char message[200], tag[MEDIA_TAG_HEADER + sizeof sets + sizeof message];
    struct media_header header = {.kind = KIND_VIDEO, .sequence = 8};
    media_fill(message, sizeof message, true, header.sequence);
    media_write(message, &header);
    size_t length = media_tag_write(tag, message, sizeof message, true) + sizeof sets;
    memmove(tag + MEDIA_TAG_HEADER + sizeof sets, tag + MEDIA_TAG_HEADER, sizeof message);
    memcpy(tag + MEDIA_TAG_HEADER, sets, sizeof sets);
    struct media_tag found = media_tag_read(FLV_VIDEO, tag, (uint32_t) length);
    CHECK(found.header != NULL && memcmp(found.header, message, MEDIA_HEADER) == 0 && length - found.before == sizeof message);
    tag[MEDIA_TAG_HEADER] = 1;
    found = media_tag_read(FLV_VIDEO, tag, (uint32_t) length);
    CHECK(found.header == NULL && found.picture);
}

void flv_checks(void)
{
    flv_reads_any_cut_of_a_body();
    flv_refuses_what_is_none();
    media_header_and_pattern_are_found_where_a_tag_has_them();
    media_header_is_found_behind_parameter_sets();
}
