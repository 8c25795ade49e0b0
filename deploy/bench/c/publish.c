/* Sends the synthetic stream to one server over TCP on loopback: each message behind its length as u32 big-endian, or by RTMP. */
#define _GNU_SOURCE
#include "common.h"
#include "media.h"
#include "media_tag.h"
#include "rtmp.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define KEY_BYTES 40000
#define DELTA_BYTES 7241
#define LONGEST_SECONDS 86400
#define PREFIX 4
#define PATIENCE_SECONDS 10

struct options {
    int port, fps, gop, seconds;
    size_t key_bytes, delta_bytes;
    const char *app, *stream; /* NULL: not by RTMP */
};

struct publisher {
    struct options options;
    int fd;
    struct rtmp rtmp;
    uint32_t epoch;
    unsigned char *message, *wrapped; /* the whole message; what is sent of it */
};

static struct options read_options(int count, char **values)
{
    static const struct option known[] = {
        {"port", required_argument, NULL, 'p'},      {"fps", required_argument, NULL, 'f'},
        {"gop", required_argument, NULL, 'g'},       {"seconds", required_argument, NULL, 's'},
        {"key-bytes", required_argument, NULL, 'k'}, {"delta-bytes", required_argument, NULL, 'd'},
        {"rtmp", required_argument, NULL, 'r'},      {NULL, 0, NULL, 0},
    };
    struct options options = {.fps = 30, .gop = 30, .seconds = 60, .key_bytes = KEY_BYTES, .delta_bytes = DELTA_BYTES};
    for (int option; (option = getopt_long(count, values, "", known, NULL)) != -1;) {
        switch (option) {
        case 'p': options.port = (int) number_option("port", optarg, 1, 65535); break;
        case 'f': options.fps = (int) number_option("fps", optarg, 1, 1000); break;
        case 'g': options.gop = (int) number_option("gop", optarg, 1, 100000); break;
        case 's': options.seconds = (int) number_option("seconds", optarg, 1, LONGEST_SECONDS); break;
        case 'k': options.key_bytes = (size_t) number_option("key-bytes", optarg, PATTERN_START, MEDIA_LIMIT); break;
        case 'd': options.delta_bytes = (size_t) number_option("delta-bytes", optarg, PATTERN_START, MEDIA_LIMIT); break;
        case 'r':
            options.app = optarg;
            options.stream = optind < count ? values[optind++] : NULL;
            break;
        default: exit(2);
        }
    }
    if (options.port == 0 || (options.app != NULL && options.stream == NULL))
        die("publish --port PORT [--rtmp APP STREAM] [--fps 30] [--gop 30] [--key-bytes %d] [--delta-bytes %d] [--seconds 60]",
            KEY_BYTES, DELTA_BYTES);
    return options;
}

/* Waiting for a point in time, not for a span, keeps the pace from drifting. */
static void wait_until(int64_t monotonic_us)
{
    struct timespec at = {.tv_sec = monotonic_us / 1000000, .tv_nsec = monotonic_us % 1000000 * 1000};
    while (!stopping && clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) == EINTR)
        ;
}

static bool send_message(struct publisher *publisher, uint32_t sequence, size_t length, bool key)
{
    unsigned char *wrapped = publisher->wrapped;
    if (publisher->options.app != NULL) {
        uint32_t time_ms = (uint32_t) ((uint64_t) sequence * 1000 / (uint64_t) publisher->options.fps);
        return rtmp_send_video(&publisher->rtmp, time_ms, wrapped, media_tag_write(wrapped, publisher->message, length, key));
    }
    put_be32(wrapped, (uint32_t) length);
    memcpy(wrapped + PREFIX, publisher->message, length);
    return send_all(publisher->fd, wrapped, PREFIX + length);
}

static bool publish_frame(struct publisher *publisher, uint32_t sequence)
{
    const struct options *options = &publisher->options;
    bool key = sequence % (uint32_t) options->gop == 0;
    size_t length = key ? options->key_bytes : options->delta_bytes;
    media_fill(publisher->message, length, key, sequence);
    struct media_header header = {.kind = KIND_VIDEO, .flags = key ? FLAG_KEY : 0, .sequence = sequence};
    header.epoch = publisher->epoch;
    header.capture_us = wall_us();
    media_write(publisher->message, &header);
    return send_message(publisher, sequence, length, key);
}

static void begin(struct publisher *publisher)
{
    const struct options *options = &publisher->options;
    publisher->epoch = (uint32_t) wall_us();
    publisher->message = malloc(MEDIA_LIMIT);
    publisher->wrapped = malloc(MEDIA_LIMIT + PREFIX + MEDIA_TAG_HEADER);
    if (publisher->message == NULL || publisher->wrapped == NULL)
        die("Out of memory.");
    publisher->fd = connect_to(options->port);
    if (publisher->fd < 0)
        die("Nobody takes a stream on 127.0.0.1:%d.", options->port);
    no_delay(publisher->fd);
    struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
    setsockopt(publisher->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (options->app != NULL)
        rtmp_publish(&publisher->rtmp, publisher->fd, options->port, options->app, options->stream);
}

/* Said after a second of pictures: by then a server that looks at them first lets viewers in. */
static void tell_publishing(void)
{
    puts("{\"event\":\"publishing\"}");
    fflush(stdout);
}

int main(int count, char **values)
{
    struct publisher publisher = {.options = read_options(count, values)};
    stop_on_signals();
    begin(&publisher);
    uint32_t frames = (uint32_t) (publisher.options.seconds * publisher.options.fps), sent = 0;
    int64_t start = mono_us();
    for (; sent < frames && !stopping; sent++) {
        wait_until(start + (int64_t) sent * 1000000 / publisher.options.fps);
        if (!publish_frame(&publisher, sent))
            break;
        if (sent == (uint32_t) publisher.options.fps)
            tell_publishing();
    }
    if (sent < frames && !stopping)
        die("The server has ended the connection or takes nothing more, after %u frames.", sent);
    printf("{\"event\":\"published\",\"frames\":%u}\n", sent);
    rtmp_free(&publisher.rtmp);
    free(publisher.message);
    free(publisher.wrapped);
    close(publisher.fd);
    return 0;
}
