#define _GNU_SOURCE
#include "load_viewer.h"

#include "common.h"
#include "load_reading.h"
#include "load_words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#define LATE_US 250000
#define ACK_PAUSE_US 100000
#define FLOWING_US 500000
/* docs/protocol.md section 3, in turns of a second: a player asks for the time every 2 s until it has four answers, then every 10 s; it
 * acknowledges every 5 s and with each question. */
#define FIRST_TURNS 8
#define TURNS_PER_FIRST_QUESTION 2
#define TURNS_PER_QUESTION 10
#define TURNS_PER_ACK 5

/* Small, so that what a slow viewer has not read waits at the server and not in its own kernel. */
#define SLOW_RECEIVE_BUFFER (16 * 1024)
/* More than a socket's largest receive buffer holds. */
#define LAST_READS 4096

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
    if (viewer->phase >= PHASE_GREETING)
        count_code(run, viewer->code == 0 ? CODE_NONE : viewer->code);
    if (viewer->phase == PHASE_OPEN) {
        run->open--;
        run->closed++;
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

/* What a socket does not take at once could not be mended later, so the viewer ends instead. */
void viewer_say(struct load_viewer *viewer, const unsigned char *bytes, size_t length)
{
    if (length == 0)
        return;
    if (wire_write(&viewer->wire, bytes, length) == (ssize_t) length)
        acknowledge_at_once(viewer->wire.fd);
    else
        viewer_close(viewer);
}

static size_t write_ack(struct load_viewer *viewer, unsigned char *words, int64_t now_us)
{
    viewer->ack_wanted = false;
    viewer->unsaid = false;
    viewer->last_ack_us = now_us;
    return words_of_ack(words, &viewer->continuity);
}

static void say_due(struct load_viewer *viewer, int64_t now_us)
{
    unsigned char words[WORDS_LIMIT];
    size_t length = 0;
    if (viewer->question_due)
        length = words_of_question(words);
    if (viewer->ack_due && viewer->unsaid)
        length += write_ack(viewer, words + length, now_us);
    viewer->question_due = viewer->ack_due = false;
    viewer_say(viewer, words, length);
}

void viewer_talk(struct load_viewer *viewer)
{
    if (viewer->phase != PHASE_OPEN || viewer->run->options.camera == NULL || viewer->stuck)
        return;
    unsigned turn = viewer->turns++;
    bool asks = turn % (turn < FIRST_TURNS ? TURNS_PER_FIRST_QUESTION : TURNS_PER_QUESTION) == 0;
    viewer->question_due |= asks;
    viewer->ack_due |= asks || turn % TURNS_PER_ACK == 0;
    int64_t now = wall_us();
    if (now - viewer->last_picture_us > FLOWING_US)
        say_due(viewer, now);
}

void viewer_note_picture(struct load_viewer *viewer, int64_t capture_us)
{
    unsigned char words[WORDS_LIMIT];
    int64_t now = wall_us(), age = now - capture_us;
    bool first = viewer->last_ack_us == 0;
    if (viewer->phase != PHASE_OPEN || viewer->run->options.camera == NULL)
        return;
    if (first || age < viewer->least_age_us)
        viewer->least_age_us = age;
    bool late = age - viewer->least_age_us > LATE_US;
    viewer->ack_wanted |= late || viewer->late || now - viewer->last_picture_us > FLOWING_US;
    viewer->late = late;
    viewer->unsaid = true;
    viewer->last_picture_us = now;
    if (viewer->ack_due)
        say_due(viewer, now);
    else if (viewer->ack_wanted && (first || now - viewer->last_ack_us >= ACK_PAUSE_US))
        viewer_say(viewer, words, write_ack(viewer, words, now));
}

void viewer_admit(struct load_viewer *viewer)
{
    viewer->phase = PHASE_OPEN;
    viewer->run->pending--;
    viewer->run->open++;
}

/* The answer's buffer is freed only here: what stands behind the head may hold a close frame, and that ends the viewer. */
static void enter(struct load_viewer *viewer, size_t head)
{
    unsigned char words[WORDS_LIMIT], *response = (unsigned char *) viewer->response;
    viewer->response = NULL;
    viewer->phase = PHASE_GREETING;
    if (viewer->run->options.camera != NULL)
        viewer_say(viewer, words, words_of_watch(words, &viewer->run->options));
    else if (!viewer->run->options.flv)
        viewer_admit(viewer);
    viewer_read_first(viewer, response + head, viewer->response_filled - head);
    free(response);
    if (viewer->phase != PHASE_CLOSED && viewer->wire.ssl != NULL)
        viewer_read(viewer);
}

/* Whether the server lets it in; then its reader is ready for what comes behind the head. */
static bool take_answer(struct load_viewer *viewer)
{
    bool chunked;
    if (!viewer->run->options.flv)
        return is_upgrade(viewer->response);
    if (!is_flv_answer(viewer->response, &chunked))
        return false;
    flv_init(&viewer->flv, chunked);
    return true;
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
    if (take_answer(viewer))
        enter(viewer, (size_t) (end + 4 - viewer->response));
    else
        viewer_close(viewer);
}

static void send_request(struct load_viewer *viewer)
{
    char request[REQUEST_LIMIT];
    size_t length = request_of(request, &viewer->run->options);
    viewer->phase = PHASE_UPGRADING;
    viewer_say(viewer, (const unsigned char *) request, length);
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
        send_request(viewer);
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
        send_request(viewer);
}

void viewer_serve(struct load_viewer *viewer)
{
    if (viewer->phase == PHASE_CONNECTING)
        finish_connect(viewer);
    if (viewer->phase == PHASE_HANDSHAKE)
        shake_hands(viewer);
    else if (viewer->phase == PHASE_UPGRADING)
        read_response(viewer);
    else if (viewer->phase == PHASE_GREETING || viewer->phase == PHASE_OPEN)
        viewer_read(viewer);
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
