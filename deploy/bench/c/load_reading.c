#define _GNU_SOURCE
#include "load_reading.h"

#include "common.h"
#include "load_words.h"
#include "media_tag.h"

#define SLOW_READ 4096
#define PEEK 128
#define READ_BYTES (64 * 1024)
#define READS_AT_ONCE 8

static unsigned char read_buffer[READ_BYTES];

static void on_frame(struct load_viewer *viewer, const unsigned char *start, uint64_t length)
{
    struct media_header header = media_read(start);
    if (header.kind != KIND_VIDEO)
        return;
    continuity_frame(&viewer->continuity, &viewer->run->tallies[viewer->group], &header, length, wall_us());
    viewer_note_picture(viewer, header.capture_us);
}

static void on_socket_io(struct load_viewer *viewer, const unsigned char *start, uint64_t length)
{
    unsigned char header[MEDIA_HEADER], words[WORDS_LIMIT];
    if (socket_io_frame(start, &length, header))
        on_frame(viewer, header, length);
    else
        viewer_say(viewer, words, socket_io_answer(words, start));
}

static void on_text(struct load_viewer *viewer, const unsigned char *start, uint64_t length)
{
    uint32_t next;
    viewer->run->texts++;
    if (viewer->run->options.socket_io)
        on_socket_io(viewer, start, length);
    else if (viewer->phase == PHASE_GREETING && is_welcome(start, length))
        viewer_admit(viewer);
    else if (dropped_announced(start, length, &next))
        continuity_announce(&viewer->continuity, next);
}

static void on_message(void *context, int opcode, const unsigned char *start, uint64_t length)
{
    struct load_viewer *viewer = context;
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (opcode == WS_TEXT)
        on_text(viewer, start, length);
    else if (length >= MEDIA_HEADER)
        on_frame(viewer, start, length);
}

static void on_control(void *context, int opcode, const unsigned char *payload, size_t length)
{
    struct load_viewer *viewer = context;
    unsigned char answer[WS_CLIENT_HEADER_LIMIT + WS_CONTROL_LIMIT];
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (opcode == WS_PING)
        viewer_say(viewer, answer, ws_client_frame(answer, WS_PONG, payload, length));
    if (opcode != WS_CLOSE)
        return;
    viewer->code = length < 2 ? CODE_NONE - 1 : payload[0] << 8 | payload[1];
    viewer_close(viewer);
}

static void on_payload(void *context, const struct parser *parser, const unsigned char *bytes, size_t count)
{
    struct load_viewer *viewer = context;
    if (parser->message_opcode == WS_BINARY && parser->length + count >= PATTERN_START)
        viewer->run->tallies[viewer->group].bad_bytes +=
            media_wrong_bytes(media_read(parser->start).sequence, parser->length, bytes, count);
}

static void on_tag(void *context, int type, const unsigned char *start, uint32_t length)
{
    struct load_viewer *viewer = context;
    struct media_tag tag = media_tag_read(type, start, length);
    if (viewer->phase == PHASE_GREETING)
        viewer_admit(viewer);
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (tag.header != NULL)
        on_frame(viewer, tag.header, length - tag.before);
    else if (tag.picture)
        viewer->run->tallies[viewer->group].broken++;
}

static void on_data(void *context, const struct flv *flv, const unsigned char *bytes, size_t count)
{
    struct load_viewer *viewer = context;
    struct media_tag tag = media_tag_read(flv->type, flv->start, flv->length);
    uint32_t at = flv->length - flv->left, before = at < tag.before ? tag.before - at : 0;
    if (tag.header != NULL && at + count > tag.before + PATTERN_START)
        viewer->run->tallies[viewer->group].bad_bytes +=
            media_wrong_bytes(media_read(tag.header).sequence, at + before - tag.before, bytes + before, count - before);
}

static struct parser_listener messages_of(struct load_viewer *viewer)
{
    return (struct parser_listener) {viewer, on_message, on_control, viewer->run->options.verify ? on_payload : NULL};
}

static struct flv_listener tags_of(struct load_viewer *viewer)
{
    return (struct flv_listener) {viewer, on_tag, viewer->run->options.verify ? on_data : NULL};
}

static uint64_t skippable(const struct load_viewer *viewer)
{
    return viewer->run->options.flv ? flv_skippable(&viewer->flv) : parser_skippable(&viewer->parser);
}

static void skip(struct load_viewer *viewer, uint64_t count)
{
    if (viewer->run->options.flv) {
        struct flv_listener tags = tags_of(viewer);
        flv_skip(&viewer->flv, count, &tags);
        return;
    }
    struct parser_listener messages = messages_of(viewer);
    parser_skip(&viewer->parser, count, &messages);
}

static bool feed(struct load_viewer *viewer, const unsigned char *bytes, size_t count)
{
    if (viewer->run->options.flv) {
        struct flv_listener tags = tags_of(viewer);
        return flv_feed(&viewer->flv, bytes, count, &tags);
    }
    struct parser_listener messages = messages_of(viewer);
    return parser_feed(&viewer->parser, bytes, count, &messages);
}

void viewer_read_first(struct load_viewer *viewer, const unsigned char *bytes, size_t count)
{
    if (!feed(viewer, bytes, count))
        viewer_close(viewer);
}

/* What to ask for in one read: all that nobody needs, or enough to see the next head, or (TLS, verify) all there is. */
static ssize_t read_some(struct load_viewer *viewer, size_t *asked)
{
    bool whole = viewer->wire.ssl != NULL || viewer->run->options.verify;
    uint64_t boring = whole ? 0 : skippable(viewer);
    *asked = boring > 0 ? (size_t) boring : whole ? READ_BYTES : PEEK;
    if (viewer->group == GROUP_SLOW && *asked > SLOW_READ)
        *asked = SLOW_READ;
    ssize_t count = boring > 0 ? wire_discard(&viewer->wire, *asked) : wire_read(&viewer->wire, read_buffer, *asked);
    if (count <= 0)
        return count;
    viewer->budget -= count;
    viewer->run->tallies[viewer->group].wire_bytes += (uint64_t) count;
    if (boring > 0)
        skip(viewer, (uint64_t) count);
    else if (!feed(viewer, read_buffer, (size_t) count))
        return WIRE_BROKEN;
    return count;
}

/* TLS is read until it has nothing left, because epoll knows nothing of what OpenSSL already holds. */
void viewer_read(struct load_viewer *viewer)
{
    bool tls = viewer->wire.ssl != NULL;
    for (int i = 0; tls || i < READS_AT_ONCE; i++) {
        if (viewer->group == GROUP_SLOW && viewer->budget <= 0)
            return;
        size_t asked;
        ssize_t count = read_some(viewer, &asked);
        if (viewer->phase == PHASE_CLOSED || count == WIRE_AGAIN)
            return;
        if (count <= 0) {
            viewer_close(viewer);
            return;
        }
        if (!tls && (size_t) count < asked)
            return;
    }
}
