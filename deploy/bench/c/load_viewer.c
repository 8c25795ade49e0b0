#define _GNU_SOURCE
#include "load_viewer.h"

#include "common.h"
#include "load_words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

/* Small, so that what a slow viewer has not read waits at the server and not in its own kernel. */
#define SLOW_RECEIVE_BUFFER (16 * 1024)
#define SLOW_READ 4096
#define PEEK 128
#define READ_BYTES (64 * 1024)
#define READS_AT_ONCE 8
/* More than a socket's largest receive buffer holds. */
#define LAST_READS 4096

static unsigned char read_buffer[READ_BYTES];

void viewer_connect(struct load_viewer *viewer, struct run *run, enum group group)
{
    *viewer = (struct load_viewer) {.run = run, .group = group, .phase = PHASE_CONNECTING};
    parser_init(&viewer->parser);
    viewer->wire.fd = begin_connect(run->options.port, group == GROUP_SLOW ? SLOW_RECEIVE_BUFFER : 0);
    viewer->response = malloc(RESPONSE_LIMIT);
    if (viewer->response == NULL)
        die("Out of memory.");
    run->pending++;
    if (viewer->wire.fd < 0)
        viewer_close(viewer);
}

uint32_t viewer_interest(const struct load_viewer *viewer)
{
    if (viewer->phase == PHASE_CONNECTING)
        return EPOLLOUT;
    bool silent = viewer->stuck || (viewer->group == GROUP_SLOW && viewer->phase == PHASE_OPEN && viewer->budget <= 0);
    return silent ? 0 : EPOLLIN;
}

static void count_code(struct run *run, int code)
{
    for (int i = 0; i < CLOSE_CODES; i++) {
        if (run->codes[i].count > 0 && run->codes[i].code != code)
            continue;
        run->codes[i].code = code;
        run->codes[i].count++;
        return;
    }
}

void viewer_close(struct load_viewer *viewer)
{
    struct run *run = viewer->run;
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (viewer->phase == PHASE_OPEN) {
        run->open--;
        run->closed++;
        count_code(run, viewer->code == 0 ? CODE_NONE : viewer->code);
    } else {
        run->pending--;
        run->failed++;
    }
    viewer->phase = PHASE_CLOSED;
    free(viewer->response);
    viewer->response = NULL;
    if (viewer->wire.fd >= 0)
        wire_close(&viewer->wire);
}

/* A partly written frame could not be mended later, so the viewer ends instead. */
static void say(struct load_viewer *viewer, const unsigned char *bytes, size_t length)
{
    if (length > 0 && wire_write(&viewer->wire, bytes, length) != (ssize_t) length)
        viewer_close(viewer);
}

void viewer_talk(struct load_viewer *viewer)
{
    unsigned char words[WORDS_LIMIT];
    if (viewer->phase == PHASE_OPEN && viewer->run->options.camera != NULL && !viewer->stuck)
        say(viewer, words, words_of_player(words, &viewer->continuity));
}

static void on_frame(struct load_viewer *viewer, const unsigned char *start, uint64_t length)
{
    struct media_header header = media_read(start);
    if (header.kind == KIND_VIDEO)
        continuity_frame(&viewer->continuity, &viewer->run->tallies[viewer->group], &header, length, wall_us());
}

static void on_message(void *context, int opcode, const unsigned char *start, uint64_t length)
{
    struct load_viewer *viewer = context;
    unsigned char words[WORDS_LIMIT];
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (opcode == WS_BINARY && length >= MEDIA_HEADER) {
        on_frame(viewer, start, length);
        return;
    }
    viewer->run->texts++;
    if (!viewer->run->options.socket_io)
        return;
    unsigned char header[MEDIA_HEADER];
    if (socket_io_frame(start, &length, header))
        on_frame(viewer, header, length);
    else
        say(viewer, words, socket_io_answer(words, start));
}

static void on_control(void *context, int opcode, const unsigned char *payload, size_t length)
{
    struct load_viewer *viewer = context;
    unsigned char answer[WS_CLIENT_HEADER_LIMIT + WS_CONTROL_LIMIT];
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (opcode == WS_PING)
        say(viewer, answer, ws_client_frame(answer, WS_PONG, payload, length));
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

/* What to ask for in one read: all that nobody needs, or enough to see the next head, or (TLS, verify) all there is. */
static ssize_t read_some(struct load_viewer *viewer, const struct parser_listener *listener, size_t *asked)
{
    bool whole = viewer->wire.ssl != NULL || listener->on_payload != NULL;
    uint64_t skippable = whole ? 0 : parser_skippable(&viewer->parser);
    *asked = skippable > 0 ? (size_t) skippable : whole ? READ_BYTES : PEEK;
    if (viewer->group == GROUP_SLOW && *asked > SLOW_READ)
        *asked = SLOW_READ;
    ssize_t count = skippable > 0 ? wire_discard(&viewer->wire, *asked)
                                  : wire_read(&viewer->wire, read_buffer, *asked);
    if (count <= 0)
        return count;
    viewer->budget -= count;
    viewer->run->tallies[viewer->group].wire_bytes += (uint64_t) count;
    if (skippable > 0)
        parser_skip(&viewer->parser, (uint64_t) count, listener);
    else if (!parser_feed(&viewer->parser, read_buffer, (size_t) count, listener))
        return WIRE_BROKEN;
    return count;
}

/* TLS is read until it has nothing left, because epoll knows nothing of what OpenSSL already holds. */
static void read_stream(struct load_viewer *viewer)
{
    struct parser_listener listener = {viewer, on_message, on_control, viewer->run->options.verify ? on_payload : NULL};
    bool tls = viewer->wire.ssl != NULL;
    for (int i = 0; tls || i < READS_AT_ONCE; i++) {
        if (viewer->group == GROUP_SLOW && viewer->budget <= 0)
            return;
        size_t asked;
        ssize_t count = read_some(viewer, &listener, &asked);
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

static void enter(struct load_viewer *viewer, const char *behind_head, size_t count)
{
    unsigned char words[WORDS_LIMIT];
    struct parser_listener listener = {viewer, on_message, on_control, viewer->run->options.verify ? on_payload : NULL};
    viewer->phase = PHASE_OPEN;
    viewer->run->pending--;
    viewer->run->open++;
    if (viewer->run->options.camera != NULL)
        say(viewer, words, words_of_watch(words, &viewer->run->options));
    if (viewer->phase == PHASE_OPEN &&
        !parser_feed(&viewer->parser, (const unsigned char *) behind_head, count, &listener))
        viewer_close(viewer);
    free(viewer->response);
    viewer->response = NULL;
    if (viewer->phase == PHASE_OPEN && viewer->wire.ssl != NULL)
        read_stream(viewer);
}

static void read_response(struct load_viewer *viewer)
{
    size_t room = RESPONSE_LIMIT - 1 - viewer->response_filled;
    ssize_t count = wire_read(&viewer->wire, viewer->response + viewer->response_filled, room);
    if (count == WIRE_AGAIN)
        return;
    if (count <= 0) {
        viewer_close(viewer);
        return;
    }
    viewer->response_filled += (size_t) count;
    viewer->response[viewer->response_filled] = '\0';
    char *end = strstr(viewer->response, "\r\n\r\n");
    if (end == NULL)
        return;
    size_t head = (size_t) (end + 4 - viewer->response);
    if (!is_upgrade(viewer->response))
        viewer_close(viewer);
    else
        enter(viewer, end + 4, viewer->response_filled - head);
}

static void request_upgrade(struct load_viewer *viewer)
{
    char request[REQUEST_LIMIT];
    size_t length = upgrade_request(request, &viewer->run->options);
    viewer->phase = PHASE_UPGRADING;
    say(viewer, (const unsigned char *) request, length);
}

static void finish_connect(struct load_viewer *viewer)
{
    int error = 0;
    socklen_t length = sizeof error;
    getsockopt(viewer->wire.fd, SOL_SOCKET, SO_ERROR, &error, &length);
    if (error != 0) {
        viewer_close(viewer);
        return;
    }
    if (viewer->run->tls == NULL) {
        request_upgrade(viewer);
        return;
    }
    viewer->wire.ssl = tls_over(viewer->run->tls, viewer->wire.fd);
    viewer->phase = PHASE_HANDSHAKE;
}

static void shake_hands(struct load_viewer *viewer)
{
    int result = wire_handshake(&viewer->wire);
    if (result == WIRE_BROKEN)
        viewer_close(viewer);
    else if (result > 0)
        request_upgrade(viewer);
}

void viewer_serve(struct load_viewer *viewer)
{
    if (viewer->phase == PHASE_CONNECTING)
        finish_connect(viewer);
    if (viewer->phase == PHASE_HANDSHAKE)
        shake_hands(viewer);
    else if (viewer->phase == PHASE_UPGRADING)
        read_response(viewer);
    else if (viewer->phase == PHASE_OPEN)
        read_stream(viewer);
}

void viewer_read_rest(struct load_viewer *viewer)
{
    viewer->stuck = false;
    for (int i = 0; i < LAST_READS && viewer->phase == PHASE_OPEN; i++)
        viewer_serve(viewer);
}

void viewer_give_up(struct load_viewer *viewer)
{
    viewer->run->stuck_closed++;
    viewer->run->stuck_last_closed_us = mono_us();
    viewer_read_rest(viewer);
    viewer_close(viewer);
}
