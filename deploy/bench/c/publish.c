/* Sends the synthetic stream to one server: each message behind its length as u32 big-endian, over TCP on loopback. */
#define _GNU_SOURCE
#include "common.h"
#include "media.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define KEY_BYTES 40000
#define DELTA_BYTES 7241
#define LONGEST_SECONDS 86400

struct options {
    int port, fps, gop, seconds;
    size_t key_bytes, delta_bytes;
};

static struct options read_options(int count, char **values)
{
    static const struct option known[] = {
        {"port", required_argument, NULL, 'p'},      {"fps", required_argument, NULL, 'f'},
        {"gop", required_argument, NULL, 'g'},       {"seconds", required_argument, NULL, 's'},
        {"key-bytes", required_argument, NULL, 'k'}, {"delta-bytes", required_argument, NULL, 'd'},
        {NULL, 0, NULL, 0},
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
        default: exit(2);
        }
    }
    if (options.port == 0)
        die("publish --port PORT [--fps 30] [--gop 30] [--key-bytes %d] [--delta-bytes %d] [--seconds 60]", KEY_BYTES,
            DELTA_BYTES);
    return options;
}

/* Waiting for a point in time, not for a span, keeps the pace from drifting. */
static void wait_until(int64_t monotonic_us)
{
    struct timespec at = {.tv_sec = monotonic_us / 1000000, .tv_nsec = monotonic_us % 1000000 * 1000};
    while (!stopping && clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) == EINTR)
        ;
}

static bool send_all(int fd, const unsigned char *from, size_t length)
{
    while (length > 0) {
        ssize_t count = send(fd, from, length, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR && !stopping)
            continue;
        if (count <= 0)
            return false;
        from += count;
        length -= (size_t) count;
    }
    return true;
}

static bool publish_frame(int fd, const struct options *options, uint32_t sequence, uint32_t epoch, unsigned char *buffer)
{
    bool key = sequence % (uint32_t) options->gop == 0;
    size_t length = key ? options->key_bytes : options->delta_bytes;
    put_be32(buffer, (uint32_t) length);
    media_fill(buffer + 4, length, key, sequence);
    struct media_header header = {.kind = KIND_VIDEO, .flags = key ? FLAG_KEY : 0, .sequence = sequence, .epoch = epoch};
    header.capture_us = wall_us();
    media_write(buffer + 4, &header);
    return send_all(fd, buffer, length + 4);
}

int main(int count, char **values)
{
    struct options options = read_options(count, values);
    stop_on_signals();
    int fd = connect_to(options.port);
    if (fd < 0)
        die("Nobody takes a stream on 127.0.0.1:%d.", options.port);
    no_delay(fd);
    unsigned char *buffer = malloc(4 + MEDIA_LIMIT);
    if (buffer == NULL)
        die("Out of memory.");
    uint32_t epoch = (uint32_t) wall_us(), frames = (uint32_t) (options.seconds * options.fps), sent = 0;
    int64_t start = mono_us();
    for (; sent < frames && !stopping; sent++) {
        wait_until(start + (int64_t) sent * 1000000 / options.fps);
        if (!publish_frame(fd, &options, sent, epoch, buffer))
            break;
    }
    printf("{\"event\":\"published\",\"frames\":%u}\n", sent);
    free(buffer);
    close(fd);
    return 0;
}
