/* Publishes one stream by RTMP (Adobe's specification 1.0, and its AMF 0), which is how SRS, node-media-server and go2rtc take one in. */
#ifndef FANLIGHT_BENCH_RTMP_H
#define FANLIGHT_BENCH_RTMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Types of messages. */
#define RTMP_SET_CHUNK_SIZE 1
#define RTMP_ABORT 2
#define RTMP_VIDEO 9
#define RTMP_DATA 18
#define RTMP_COMMAND 20

/* In place of a time that needs more than three bytes. */
#define RTMP_TIME_EXTENDED 0xFFFFFF

struct rtmp {
    int fd;
    uint32_t stream;
    unsigned char *out;
};

/* Over a connected socket: shakes hands, asks to publish and tells the codec. The program ends when the server does not want that. */
void rtmp_publish(struct rtmp *rtmp, int fd, int port, const char *app, const char *stream);

/* Sends the data of one video tag; false when the connection has ended. */
bool rtmp_send_video(struct rtmp *rtmp, uint32_t time_ms, const unsigned char *data, size_t length);

/* What it took; not the socket. */
void rtmp_free(struct rtmp *rtmp);

#endif
