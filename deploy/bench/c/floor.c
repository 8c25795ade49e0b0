/*
 * The floor: what fan-out over WebSocket costs when nothing is done but the sends. One epoll loop, one shared buffer for
 * each frame (or each K frames), one send() of it for each viewer. No authentication, no cache, no metrics.
 */
#define _GNU_SOURCE
#include "chunk.h"
#include "common.h"
#include "floor_viewer.h"
#include "ingest.h"
#include "media.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define VIEWERS_LIMIT 16384
#define EVENTS 512
#define ACCEPTS_AT_ONCE 64
#define MERGE_LIMIT 30

struct options {
    int port, ingest_port, merge;
    const char *certificate, *key;
};

struct floor {
    struct options options;
    int epoll, listener, ingest_listener;
    SSL_CTX *tls;
    struct ingest ingest;
    struct chunk *merging; /* NULL: nothing collected yet */
    struct viewer **viewers;
    size_t count;
    struct viewer *gone[EVENTS + VIEWERS_LIMIT]; /* freed after the batch, because an event of it may still name them */
    size_t gone_count;
    uint64_t skipped;
};

static struct options read_options(int count, char **values)
{
    static const struct option known[] = {
        {"port", required_argument, NULL, 'p'},  {"ingest-port", required_argument, NULL, 'i'},
        {"merge", required_argument, NULL, 'm'}, {"tls", required_argument, NULL, 't'},
        {NULL, 0, NULL, 0},
    };
    struct options options = {.merge = 1};
    for (int option; (option = getopt_long(count, values, "", known, NULL)) != -1;) {
        switch (option) {
        case 'p': options.port = (int) number_option("port", optarg, 0, 65535); break;
        case 'i': options.ingest_port = (int) number_option("ingest-port", optarg, 0, 65535); break;
        case 'm': options.merge = (int) number_option("merge", optarg, 1, MERGE_LIMIT); break;
        case 't':
            if (optind >= count)
                die("--tls takes a certificate and a key.");
            options.certificate = optarg;
            options.key = values[optind++];
            break;
        default: die("floor [--port 0] [--ingest-port 0] [--merge 1] [--tls CERTIFICATE KEY]");
        }
    }
    return options;
}

static void watch(struct floor *floor, int operation, int fd, uint32_t events, void *who)
{
    struct epoll_event event = {.events = events, .data.ptr = who};
    if (epoll_ctl(floor->epoll, operation, fd, &event) < 0)
        die("epoll refuses a socket, error %d.", errno);
}

static void dismiss(struct floor *floor, struct viewer *viewer)
{
    struct viewer *last = floor->viewers[--floor->count];
    floor->viewers[viewer->place] = last;
    last->place = viewer->place;
    epoll_ctl(floor->epoll, EPOLL_CTL_DEL, viewer->wire.fd, NULL);
    floor->gone[floor->gone_count++] = viewer;
}

static void free_gone(struct floor *floor)
{
    while (floor->gone_count > 0)
        viewer_free(floor->gone[--floor->gone_count]);
}

static void accept_viewers(struct floor *floor)
{
    for (int i = 0; i < ACCEPTS_AT_ONCE; i++) {
        int fd = accept4(floor->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return;
        if (floor->count == VIEWERS_LIMIT) {
            close(fd);
            continue;
        }
        struct viewer *viewer = viewer_new(fd, floor->tls);
        viewer->place = floor->count;
        floor->viewers[floor->count++] = viewer;
        watch(floor, EPOLL_CTL_ADD, fd, EPOLLIN, viewer);
    }
}

static void accept_publisher(struct floor *floor)
{
    int fd = accept4(floor->ingest_listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0)
        return;
    ingest_open(&floor->ingest, fd);
    watch(floor, EPOLL_CTL_ADD, fd, EPOLLIN, &floor->ingest);
}

/* Backwards, because dismiss() puts the last viewer into the place of the one that goes. */
static void fan_out(struct floor *floor, struct chunk *chunk)
{
    for (size_t i = floor->count; i-- > 0;) {
        struct viewer *viewer = floor->viewers[i];
        if (viewer->state != VIEWER_OPEN)
            continue;
        bool idle = viewer->queued == 0;
        if (viewer_offer(viewer, chunk))
            floor->skipped += (uint64_t) chunk->frames;
        if (viewer->state == VIEWER_GONE)
            dismiss(floor, viewer);
        else if (idle && viewer->queued > 0)
            watch(floor, EPOLL_CTL_MOD, viewer->wire.fd, EPOLLIN | EPOLLOUT, viewer);
    }
}

static void flush(struct floor *floor)
{
    if (floor->merging == NULL)
        return;
    struct chunk *chunk = floor->merging;
    floor->merging = NULL;
    fan_out(floor, chunk);
    chunk_release(chunk);
}

/* A key frame always begins a chunk, so that a viewer can begin with it. */
static void take_messages(struct floor *floor)
{
    while (floor->ingest.fd >= 0 && ingest_read(&floor->ingest)) {
        size_t length;
        const unsigned char *message = ingest_message(&floor->ingest, &length);
        bool key = length >= MEDIA_HEADER && (media_read(message).flags & FLAG_KEY) != 0;
        if (key)
            flush(floor);
        floor->merging = chunk_append(floor->merging, message, length, key);
        if (floor->merging->frames >= floor->options.merge)
            flush(floor);
    }
    if (floor->ingest.fd < 0)
        flush(floor);
}

static void serve_viewer(struct floor *floor, struct viewer *viewer, uint32_t events)
{
    if (viewer->state == VIEWER_GONE)
        return;
    if (events & EPOLLOUT) {
        viewer_writable(viewer);
        if (viewer->state == VIEWER_OPEN && viewer->queued == 0)
            watch(floor, EPOLL_CTL_MOD, viewer->wire.fd, EPOLLIN, viewer);
    }
    if (viewer->state != VIEWER_GONE && (events & ~(uint32_t) EPOLLOUT))
        viewer_readable(viewer);
    if (viewer->state == VIEWER_GONE)
        dismiss(floor, viewer);
}

static void serve(struct floor *floor, const struct epoll_event *event)
{
    if (event->data.ptr == &floor->listener)
        accept_viewers(floor);
    else if (event->data.ptr == &floor->ingest_listener)
        accept_publisher(floor);
    else if (event->data.ptr == &floor->ingest)
        take_messages(floor);
    else
        serve_viewer(floor, event->data.ptr, event->events);
}

static void open_floor(struct floor *floor)
{
    const struct options *options = &floor->options;
    floor->ingest.fd = -1;
    floor->viewers = calloc(VIEWERS_LIMIT, sizeof *floor->viewers);
    floor->epoll = epoll_create1(EPOLL_CLOEXEC);
    if (floor->viewers == NULL || floor->epoll < 0)
        die("Out of memory.");
    floor->tls = options->certificate == NULL ? NULL : tls_server(options->certificate, options->key);
    floor->listener = listen_on(options->port);
    floor->ingest_listener = listen_on(options->ingest_port);
    watch(floor, EPOLL_CTL_ADD, floor->listener, EPOLLIN, &floor->listener);
    watch(floor, EPOLL_CTL_ADD, floor->ingest_listener, EPOLLIN, &floor->ingest_listener);
    printf("{\"event\":\"ready\",\"pid\":%d,\"port\":%d,\"ingest_port\":%d}\n", getpid(), port_of(floor->listener),
           port_of(floor->ingest_listener));
    fflush(stdout);
}

int main(int count, char **values)
{
    static struct floor floor;
    static struct epoll_event events[EVENTS];
    floor.options = read_options(count, values);
    stop_on_signals();
    raise_descriptors(1024);
    open_floor(&floor);
    while (!stopping) {
        int ready = epoll_wait(floor.epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++)
            serve(&floor, &events[i]);
        free_gone(&floor);
    }
    fprintf(stderr, "floor: %llu frames were left out for viewers that were behind or waited for their first key frame.\n", (unsigned long long) floor.skipped);
    return 0;
}
