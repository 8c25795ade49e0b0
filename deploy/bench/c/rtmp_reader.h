/* Reads an RTMP peer's messages out of its chunks (Adobe's RTMP specification 1.0, section 5.3). */
#ifndef FANLIGHT_BENCH_RTMP_READER_H
#define FANLIGHT_BENCH_RTMP_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a server says while one begins to publish is far shorter. */
#define RTMP_MESSAGE_LIMIT 8192
#define RTMP_CHUNK_STREAMS 64

struct rtmp_message {
    int type;
    uint32_t length, filled;
    bool extended; /* its timestamps have four bytes more */
    unsigned char body[RTMP_MESSAGE_LIMIT];
};

struct rtmp_reader {
    int fd;
    uint32_t chunk_size;
    struct rtmp_message messages[RTMP_CHUNK_STREAMS]; /* begun, one for each chunk stream */
};

void rtmp_reader_init(struct rtmp_reader *reader, int fd);

/* Takes exactly so many bytes; false when they did not come. */
bool rtmp_read_bytes(int fd, unsigned char *to, size_t length);

/* The next whole message, valid until the next call; NULL when the connection has ended, is silent for too long or breaks the rules. */
const struct rtmp_message *rtmp_read(struct rtmp_reader *reader);

#endif
