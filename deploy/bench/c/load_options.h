/* What one run of the load is asked to do. */
#ifndef FANLIGHT_BENCH_LOAD_OPTIONS_H
#define FANLIGHT_BENCH_LOAD_OPTIONS_H

#include <stdbool.h>

#define VIEWERS_LIMIT 16384

struct load_options {
    int port;
    const char *path;
    int viewers;
    int connect_rate; /* a second; 0 = as fast as the server lets them in */
    int seconds, warmup;
    bool tls, verify, socket_io;
    bool flv; /* over HTTP, instead of WebSocket messages */
    const char *camera, *key; /* NULL: no `watch` is said */
    int stuck, stuck_after;   /* so many viewers read nothing from so many seconds after the start of the window */
    int slow;
    long slow_bits;
    int tick_us;
};

struct load_options load_options_read(int count, char **values);

#endif
