/* What floor, publish and load share: clocks, numbers on the wire, sockets on loopback, options. */
#ifndef FANLIGHT_BENCH_COMMON_H
#define FANLIGHT_BENCH_COMMON_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Set by SIGINT, SIGTERM and by the end of the parent; every loop looks at it. */
extern volatile sig_atomic_t stopping;

/* Ends the program with one sentence on stderr and code 1. */
void die(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* Microseconds: of CLOCK_REALTIME (capture times), of CLOCK_MONOTONIC (everything else). */
int64_t wall_us(void);
int64_t mono_us(void);

void put_be24(unsigned char *at, uint32_t value);
void put_be32(unsigned char *at, uint32_t value);
void put_be64(unsigned char *at, uint64_t value);
uint32_t get_be24(const unsigned char *at);
uint32_t get_be32(const unsigned char *at);
uint64_t get_be64(const unsigned char *at);

/* Goes on filling `to`, of which `filled` of `needed` bytes are there; returns how many of `count` it took. */
size_t fill(unsigned char *to, unsigned *filled, unsigned needed, const unsigned char *from, size_t count);

/* A decimal number between least and most, or the program ends. */
int64_t number_option(const char *name, const char *text, int64_t least, int64_t most);

/* SIGINT and SIGTERM set `stopping`, SIGPIPE is ignored, and the end of the parent process counts as SIGTERM. */
void stop_on_signals(void);

/* Raises the soft limit of descriptors as far as allowed; the program ends when that is less than `needed`. */
void raise_descriptors(int64_t needed);

/* A non-blocking listening socket on 127.0.0.1; port 0 lets the kernel choose. */
int listen_on(int port);
int port_of(int listener);

/* A blocking connection to 127.0.0.1. -1 when nobody listens. */
int connect_to(int port);

/* Begins a non-blocking connection to 127.0.0.1; receive_buffer 0 leaves the kernel's size. -1 on error. */
int begin_connect(int port, int receive_buffer);

/* A socket that speaks leaves this mode by itself: then the other side's core does what TCP does for acknowledgements, else this one's. */
void acknowledge_at_once(int fd);

void no_delay(int fd);

/* Waits until everything is sent; false when the connection has ended or the program is to stop. */
bool send_all(int fd, const unsigned char *from, size_t length);

#endif
