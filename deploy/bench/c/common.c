#define _GNU_SOURCE
#include "common.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define LISTEN_BACKLOG 4096

volatile sig_atomic_t stopping;

void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static int64_t clock_us(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t wall_us(void)
{
    return clock_us(CLOCK_REALTIME);
}

int64_t mono_us(void)
{
    return clock_us(CLOCK_MONOTONIC);
}

void put_be24(unsigned char *at, uint32_t value)
{
    at[0] = (unsigned char) (value >> 16);
    at[1] = (unsigned char) (value >> 8);
    at[2] = (unsigned char) value;
}

void put_be32(unsigned char *at, uint32_t value)
{
    uint32_t swapped = htonl(value);
    memcpy(at, &swapped, sizeof swapped);
}

void put_be64(unsigned char *at, uint64_t value)
{
    put_be32(at, (uint32_t) (value >> 32));
    put_be32(at + 4, (uint32_t) value);
}

uint32_t get_be24(const unsigned char *at)
{
    return (uint32_t) at[0] << 16 | (uint32_t) at[1] << 8 | at[2];
}

uint32_t get_be32(const unsigned char *at)
{
    uint32_t raw;
    memcpy(&raw, at, sizeof raw);
    return ntohl(raw);
}

uint64_t get_be64(const unsigned char *at)
{
    return (uint64_t) get_be32(at) << 32 | get_be32(at + 4);
}

size_t fill(unsigned char *to, unsigned *filled, unsigned needed, const unsigned char *from, size_t count)
{
    size_t taken = needed - *filled < count ? needed - *filled : count;
    memcpy(to + *filled, from, taken);
    *filled += (unsigned) taken;
    return taken;
}

int64_t number_option(const char *name, const char *text, int64_t least, int64_t most)
{
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value < least || value > most)
        die("--%s takes a number from %lld to %lld, not \"%s\".", name, (long long) least, (long long) most, text);
    return value;
}

static void stop(int signal)
{
    (void) signal;
    stopping = 1;
}

void stop_on_signals(void)
{
    struct sigaction action = {.sa_handler = stop};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

void raise_descriptors(int64_t needed)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < (rlim_t) needed)
        die("%lld open files are needed and %llu are allowed: raise ulimit -n.", (long long) needed,
            (unsigned long long) limit.rlim_cur);
}

static struct sockaddr_in loopback(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t) port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int listen_on(int port)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = loopback(port);
    if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof address) < 0 || listen(fd, LISTEN_BACKLOG) < 0)
        die("Cannot listen on 127.0.0.1:%d: %s.", port, strerror(errno));
    return fd;
}

int port_of(int listener)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    getsockname(listener, (struct sockaddr *) &address, &length);
    return ntohs(address.sin_port);
}

int connect_to(int port)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = loopback(port);
    if (fd >= 0 && connect(fd, (struct sockaddr *) &address, sizeof address) == 0)
        return fd;
    close(fd);
    return -1;
}

int begin_connect(int port, int receive_buffer)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (receive_buffer > 0)
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    no_delay(fd);
    struct sockaddr_in address = loopback(port);
    if (connect(fd, (struct sockaddr *) &address, sizeof address) == 0 || errno == EINPROGRESS)
        return fd;
    close(fd);
    return -1;
}

void no_delay(int fd)
{
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void acknowledge_at_once(int fd)
{
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

bool send_all(int fd, const unsigned char *from, size_t length)
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
