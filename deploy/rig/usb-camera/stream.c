#define _GNU_SOURCE
#include "stream.h"

#include "descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/usb/video.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ENDPOINT "/dev/gadget/ep1in-bulk"

enum { MAX_DATA = 16000, SHORTEST_PACKET = 64, NANOS = 1000000000 };

struct job {
    const struct camera *camera;
    const struct frames *frames;
    int endpoint;
};

static struct job job;
static pthread_t thread;
static atomic_bool silent, ending;

void stream_silence(bool now)
{
    silent = now;
}

static int open_endpoint(void)
{
    unsigned char bytes[MAX_DESCRIPTOR_BYTES];
    size_t count = descriptors_of_endpoint(bytes);
    int endpoint = open(ENDPOINT, O_RDWR);
    if (endpoint < 0 || write(endpoint, bytes, count) < 0) {
        perror(ENDPOINT);
        exit(1);
    }
    return endpoint;
}

/* False when the host is gone. */
static bool send_payload(int endpoint, const unsigned char *data, size_t count, unsigned char flags)
{
    unsigned char payload[MAX_PAYLOAD];
    /* A payload ends with a short packet: where it would not, its header is one byte longer. */
    unsigned char header = (2 + count) % SHORTEST_PACKET == 0 ? 3 : 2;
    payload[0] = header;
    payload[1] = UVC_STREAM_EOH | flags;
    payload[2] = 0;
    memcpy(payload + header, data, count);
    while (write(endpoint, payload, header + count) < 0) {
        if (ending || errno == ESHUTDOWN || errno == ENODEV || errno == EIDRM) {
            return false;
        }
        usleep(20000);
    }
    return true;
}

static bool send_frame(const struct job *job, size_t number)
{
    const struct frames *frames = job->frames;
    unsigned char toggle = number % 2 == 0 ? 0 : UVC_STREAM_FID;
    size_t end = frames->starts[number % frames->count + 1];
    for (size_t at = frames->starts[number % frames->count]; at < end;) {
        size_t count = end - at < MAX_DATA ? end - at : MAX_DATA;
        unsigned char flags = toggle | (at + count == end ? UVC_STREAM_EOF : 0);
        if (!send_payload(job->endpoint, frames->bytes + at, count, flags)) {
            return false;
        }
        at += count;
    }
    return true;
}

/* A host that has not read for a while is not sent what it has missed. */
static void wait_for(struct timespec *next, const struct camera *camera)
{
    struct timespec now;
    next->tv_nsec += NANOS / camera->rate;
    if (next->tv_nsec >= NANOS) {
        next->tv_nsec -= NANOS;
        next->tv_sec++;
    }
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec > next->tv_sec) {
        *next = now;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, next, NULL);
}

static void *stream(void *nothing)
{
    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (size_t number = 0; !ending; number++) {
        while (silent && !ending) {
            usleep(50000);
        }
        if (!send_frame(&job, number)) {
            break;
        }
        wait_for(&next, job.camera);
    }
    return nothing;
}

void stream_begin(const struct camera *camera, const struct frames *frames)
{
    if (job.camera != NULL) {
        return;
    }
    job = (struct job){camera, frames, open_endpoint()};
    if (pthread_create(&thread, NULL, stream, NULL) != 0) {
        fprintf(stderr, "no thread for the frames\n");
        exit(1);
    }
}

static void wake_up(int number)
{
    (void) number;
}

void stream_end(void)
{
    /* A signal with a handler interrupts a payload that no host takes; again and again, since it may come just before that. */
    struct sigaction action = {.sa_handler = wake_up};
    if (job.camera == NULL) {
        return;
    }
    sigaction(SIGALRM, &action, NULL);
    ending = true;
    while (pthread_tryjoin_np(thread, NULL) != 0) {
        pthread_kill(thread, SIGALRM);
        usleep(5000);
    }
    close(job.endpoint);
}
