#define _GNU_SOURCE
#include "floor_viewer.h"

#include "common.h"
#include "websocket.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DISCARD_BYTES 4096

struct viewer *viewer_new(int fd, SSL_CTX *tls)
{
    struct viewer *viewer = calloc(1, sizeof *viewer);
    if (viewer == NULL || (viewer->request = malloc(REQUEST_LIMIT)) == NULL)
        die("Out of memory.");
    no_delay(fd);
    viewer->wire = (struct wire) {.fd = fd, .ssl = tls == NULL ? NULL : tls_over(tls, fd)};
    viewer->state = tls == NULL ? VIEWER_UPGRADE : VIEWER_HANDSHAKE;
    viewer->awaits_key = true;
    return viewer;
}

static void answer_upgrade(struct viewer *viewer)
{
    size_t length;
    const char *key = http_field(viewer->request, "Sec-WebSocket-Key", &length);
    char accept[WS_ACCEPT_LENGTH + 1], answer[256];
    if (key == NULL) {
        viewer->state = VIEWER_GONE;
        return;
    }
    ws_accept(accept, key, length);
    int size = snprintf(answer, sizeof answer,
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Accept: %s\r\nSec-WebSocket-Protocol: fanlight.v1\r\n\r\n",
                        accept);
    bool sent = wire_write(&viewer->wire, answer, (size_t) size) == size;
    viewer->state = sent ? VIEWER_OPEN : VIEWER_GONE;
    free(viewer->request);
    viewer->request = NULL;
}

static void read_request(struct viewer *viewer)
{
    size_t room = REQUEST_LIMIT - 1 - viewer->request_length;
    ssize_t count = wire_read(&viewer->wire, viewer->request + viewer->request_length, room);
    if (count == WIRE_AGAIN)
        return;
    if (count <= 0) {
        viewer->state = VIEWER_GONE;
        return;
    }
    viewer->request_length += (size_t) count;
    viewer->request[viewer->request_length] = '\0';
    if (strstr(viewer->request, "\r\n\r\n") != NULL)
        answer_upgrade(viewer);
}

static void drop_words(struct viewer *viewer)
{
    unsigned char words[DISCARD_BYTES];
    ssize_t count = viewer->wire.ssl != NULL ? wire_read(&viewer->wire, words, sizeof words)
                                             : wire_discard(&viewer->wire, sizeof words);
    if (count == 0 || count == WIRE_BROKEN)
        viewer->state = VIEWER_GONE;
}

void viewer_readable(struct viewer *viewer)
{
    if (viewer->state == VIEWER_HANDSHAKE) {
        int result = wire_handshake(&viewer->wire);
        if (result == WIRE_AGAIN)
            return;
        viewer->state = result == WIRE_BROKEN ? VIEWER_GONE : VIEWER_UPGRADE;
    }
    if (viewer->state == VIEWER_UPGRADE)
        read_request(viewer);
    else if (viewer->state == VIEWER_OPEN)
        drop_words(viewer);
}

static void forget_first(struct viewer *viewer)
{
    chunk_release(viewer->queue[viewer->first]);
    viewer->first = (viewer->first + 1) % QUEUE_LIMIT;
    viewer->queued--;
    viewer->offset = 0;
}

void viewer_writable(struct viewer *viewer)
{
    while (viewer->queued > 0) {
        struct chunk *chunk = viewer->queue[viewer->first];
        ssize_t sent = wire_write(&viewer->wire, chunk->bytes + viewer->offset, chunk->length - viewer->offset);
        if (sent == WIRE_BROKEN) {
            viewer->state = VIEWER_GONE;
            return;
        }
        viewer->offset += (size_t) sent;
        if (viewer->offset < chunk->length)
            return;
        forget_first(viewer);
    }
}

static void enqueue(struct viewer *viewer, struct chunk *chunk)
{
    viewer->queue[(viewer->first + viewer->queued) % QUEUE_LIMIT] = chunk_hold(chunk);
    viewer->queued++;
}

bool viewer_offer(struct viewer *viewer, struct chunk *chunk)
{
    if (viewer->queued == QUEUE_LIMIT)
        viewer->awaits_key = true;
    if (viewer->queued == QUEUE_LIMIT || (viewer->awaits_key && !chunk->key))
        return true;
    viewer->awaits_key = false;
    if (viewer->queued > 0) {
        enqueue(viewer, chunk);
        return false;
    }
    ssize_t sent = wire_write(&viewer->wire, chunk->bytes, chunk->length);
    if (sent == WIRE_BROKEN) {
        viewer->state = VIEWER_GONE;
    } else if ((size_t) sent < chunk->length) {
        enqueue(viewer, chunk);
        viewer->offset = (size_t) sent;
    }
    return false;
}

void viewer_free(struct viewer *viewer)
{
    while (viewer->queued > 0)
        forget_first(viewer);
    free(viewer->request);
    wire_close(&viewer->wire);
    free(viewer);
}
