/* N synthetic viewers in one epoll loop: lets them in, waits until they have warmed up, counts for a while, reports. */
#define _GNU_SOURCE
#include "common.h"
#include "load_options.h"
#include "load_report.h"
#include "load_viewer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>

#define EVENTS 1024
#define PENDING_LIMIT 128
#define SPARE_DESCRIPTORS 64
#define CONNECT_SECONDS_LIMIT 120
/* Each viewer has a turn to talk every second. */
#define TALK_PERIOD_US 1000000
#define SECOND_US 1000000
/* What a slow viewer may save up while nothing comes: a tenth of a second. */
#define SLOW_BURST_SHARE 10

struct load {
    struct run run;
    int epoll;
    struct load_viewer *viewers;
    uint32_t *interest; /* what epoll was told last, by viewer */
    int begun;          /* viewers that began to connect */
    int64_t start_us, talk_us, refill_us;
    uint64_t talked;
};

static void settle(struct load *load, int index)
{
    struct load_viewer *viewer = &load->viewers[index];
    if (viewer->phase == PHASE_CLOSED)
        return;
    uint32_t wanted = viewer_interest(viewer);
    if (wanted == load->interest[index])
        return;
    load->interest[index] = wanted;
    struct epoll_event event = {.events = wanted, .data.u32 = (uint32_t) index};
    epoll_ctl(load->epoll, EPOLL_CTL_MOD, viewer->wire.fd, &event);
}

static enum group group_of(const struct load_options *options, int index)
{
    if (index < options->stuck)
        return GROUP_STUCK;
    return index < options->stuck + options->slow ? GROUP_SLOW : GROUP_NORMAL;
}

static void begin_one(struct load *load)
{
    int index = load->begun++;
    struct load_viewer *viewer = &load->viewers[index];
    viewer_connect(viewer, &load->run, group_of(&load->run.options, index));
    if (viewer->phase == PHASE_CLOSED)
        return;
    load->interest[index] = viewer_interest(viewer);
    struct epoll_event event = {.events = load->interest[index], .data.u32 = (uint32_t) index};
    if (epoll_ctl(load->epoll, EPOLL_CTL_ADD, viewer->wire.fd, &event) < 0)
        die("epoll refuses a socket: %s.", strerror(errno));
}

static void begin_due(struct load *load)
{
    const struct load_options *options = &load->run.options;
    int64_t due = options->viewers;
    if (options->connect_rate > 0)
        due = (mono_us() - load->start_us) * options->connect_rate / SECOND_US + 1;
    while (load->begun < options->viewers && load->begun < due && load->run.pending < PENDING_LIMIT)
        begin_one(load);
}

static void serve_event(struct load *load, const struct epoll_event *event)
{
    int index = (int) event->data.u32;
    struct load_viewer *viewer = &load->viewers[index];
    if (viewer->phase == PHASE_CLOSED)
        return;
    if (viewer->stuck)
        viewer_give_up(viewer);
    else
        viewer_serve(viewer);
    settle(load, index);
}

/* Turn by turn through all viewers, so that what they say is spread over the period. */
static void talk_due(struct load *load, int64_t now_us)
{
    if (load->talk_us == 0)
        load->talk_us = now_us;
    uint64_t due = (uint64_t) ((now_us - load->talk_us) * load->begun / TALK_PERIOD_US);
    for (; load->begun > 0 && load->talked < due; load->talked++)
        viewer_talk(&load->viewers[load->talked % (uint64_t) load->begun]);
}

static void refill_slow(struct load *load, int64_t now_us)
{
    const struct load_options *options = &load->run.options;
    int64_t bytes_per_second = options->slow_bits / 8, gained = (now_us - load->refill_us) * bytes_per_second / SECOND_US;
    if (options->slow == 0 || gained == 0)
        return;
    load->refill_us = now_us;
    for (int i = options->stuck; i < options->stuck + options->slow && i < load->begun; i++) {
        struct load_viewer *viewer = &load->viewers[i];
        viewer->budget += gained;
        if (viewer->budget > bytes_per_second / SLOW_BURST_SHARE)
            viewer->budget = bytes_per_second / SLOW_BURST_SHARE;
        if (viewer->phase == PHASE_OPEN && viewer->wire.ssl != NULL && viewer->budget > 0)
            viewer_serve(viewer);
        settle(load, i);
    }
}

/*
 * One tick. The sleep at its end lets readable sockets gather: a client that woke up for each of them would charge its
 * wake-ups to the server's core. It is also the resolution of the latencies.
 */
static void turn(struct load *load)
{
    static struct epoll_event events[EVENTS];
    int64_t start = mono_us();
    int ready;
    do {
        ready = epoll_wait(load->epoll, events, EVENTS, 0);
        for (int i = 0; i < ready; i++)
            serve_event(load, &events[i]);
    } while (ready == EVENTS);
    int64_t now = mono_us();
    talk_due(load, now);
    refill_slow(load, now);
    int64_t rest = load->run.options.tick_us - (mono_us() - start);
    struct timespec pause = {.tv_nsec = rest * 1000};
    if (rest > 0)
        nanosleep(&pause, NULL);
}

static void turn_until(struct load *load, int64_t end_us)
{
    while (!stopping && mono_us() < end_us)
        turn(load);
}

static double let_in(struct load *load)
{
    int64_t end = load->start_us + (int64_t) CONNECT_SECONDS_LIMIT * SECOND_US;
    while (!stopping && mono_us() < end && (load->begun < load->run.options.viewers || load->run.pending > 0)) {
        begin_due(load);
        turn(load);
    }
    double seconds = (double) (mono_us() - load->start_us) / SECOND_US;
    report_connected(&load->run, seconds);
    return seconds;
}

static void forget_warmup(struct load *load)
{
    memset(load->run.tallies, 0, sizeof load->run.tallies);
    load->run.texts = 0;
    for (int i = 0; i < load->begun; i++)
        load->viewers[i].continuity.frames = load->viewers[i].continuity.lost = 0;
}

static void stick(struct load *load)
{
    load->run.stuck_since_us = mono_us();
    for (int i = 0; i < load->run.options.stuck && i < load->begun; i++) {
        load->viewers[i].stuck = true;
        settle(load, i);
    }
}

static void unstick(struct load *load)
{
    for (int i = 0; i < load->run.options.stuck && i < load->begun; i++)
        viewer_read_rest(&load->viewers[i]);
}

static void count_window(struct load *load, double connect_seconds)
{
    const struct load_options *options = &load->run.options;
    forget_warmup(load);
    report_window();
    int64_t start = mono_us(), end = start + (int64_t) options->seconds * SECOND_US;
    if (options->stuck > 0 && options->stuck_after < options->seconds) {
        turn_until(load, start + (int64_t) options->stuck_after * SECOND_US);
        stick(load);
    }
    turn_until(load, end);
    double seconds = (double) (mono_us() - start) / SECOND_US;
    report_window_end();
    unstick(load);
    report_result(&load->run, load->viewers, load->begun, connect_seconds, seconds);
}

int main(int count, char **values)
{
    static struct load load;
    load.run.options = load_options_read(count, values);
    stop_on_signals();
    raise_descriptors(load.run.options.viewers + SPARE_DESCRIPTORS);
    load.run.tls = load.run.options.tls ? tls_client() : NULL;
    load.epoll = epoll_create1(EPOLL_CLOEXEC);
    load.viewers = calloc((size_t) load.run.options.viewers, sizeof *load.viewers);
    load.interest = calloc((size_t) load.run.options.viewers, sizeof *load.interest);
    if (load.epoll < 0 || load.viewers == NULL || load.interest == NULL)
        die("Out of memory.");
    load.start_us = load.refill_us = mono_us();
    double connect_seconds = let_in(&load);
    turn_until(&load, mono_us() + (int64_t) load.run.options.warmup * SECOND_US);
    count_window(&load, connect_seconds);
    return load.run.open > 0 ? 0 : 1;
}
