#define _GNU_SOURCE
#include "rtmp.h"

#include "amf.h"
#include "common.h"
#include "media.h"
#include "media_tag.h"
#include "rtmp_reader.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

#define VERSION 3
#define HANDSHAKE 1536
#define PATIENCE_SECONDS 10
/* The most that SRS takes without a warning. */
#define OUR_CHUNK_SIZE 65536
#define HEADER_LIMIT 16
#define CONTROL_CHANNEL 2
#define COMMAND_CHANNEL 3
#define MEDIA_CHANNEL 6
#define CONTINUES 0xC0
#define NAME_LIMIT 256
/* A command holds at most three names, one of them in a URL, and few short words. */
#define COMMAND_LIMIT (4 * NAME_LIMIT)
#define AVC_CODEC 7

/* What x264 writes for 640 x 360, baseline: some servers look into it. No picture of the stream can be decoded with it. */
static const unsigned char avc_configuration[] = {
    0x17, 0,    0,    0,    0,    0x01, 0x42, 0xC0, 0x1E, 0xFF, 0xE1, 0x00, 0x19, 0x67, 0x42, 0xC0,
    0x1E, 0xD9, 0x00, 0xA0, 0x2F, 0xF9, 0x70, 0x11, 0x00, 0x00, 0x03, 0x00, 0x01, 0x00, 0x00, 0x03,
    0x00, 0x3C, 0x0F, 0x16, 0x2E, 0x48, 0x01, 0x00, 0x05, 0x68, 0xCB, 0x83, 0xCB, 0x20,
};

/* What is said before the stream may come. */
struct conversation {
    struct rtmp_reader reader;
    int64_t end_us;
};

/* Section 5.3.1: a whole header (format 0); the stream alone is little-endian. */
static size_t put_header(unsigned char *at, int channel, int type, uint32_t time_ms, size_t length, uint32_t stream)
{
    bool extended = time_ms >= RTMP_TIME_EXTENDED;
    at[0] = (unsigned char) channel;
    put_be24(at + 1, extended ? RTMP_TIME_EXTENDED : time_ms);
    put_be24(at + 4, (uint32_t) length);
    at[7] = (unsigned char) type;
    for (int i = 0; i < 4; i++)
        at[8 + i] = (unsigned char) (stream >> (8 * i));
    if (extended)
        put_be32(at + 12, time_ms);
    return extended ? HEADER_LIMIT : HEADER_LIMIT - 4;
}

static bool send_message(struct rtmp *rtmp, int channel, int type, uint32_t time_ms, const unsigned char *body, size_t length)
{
    unsigned char *at = rtmp->out + put_header(rtmp->out, channel, type, time_ms, length, rtmp->stream);
    for (size_t done = 0; done < length;) {
        size_t piece = length - done < OUR_CHUNK_SIZE ? length - done : OUR_CHUNK_SIZE;
        if (done > 0)
            *at++ = (unsigned char) (CONTINUES | channel);
        if (done > 0 && time_ms >= RTMP_TIME_EXTENDED) {
            put_be32(at, time_ms);
            at += 4;
        }
        memcpy(at, body + done, piece);
        at += piece;
        done += piece;
    }
    return send_all(rtmp->fd, rtmp->out, (size_t) (at - rtmp->out));
}

static _Noreturn void give_up(const char *why)
{
    if (stopping)
        exit(0);
    die("The server does not let publish: %s.", why);
}

static void shake_hands(int fd)
{
    static unsigned char ours[1 + HANDSHAKE] = {VERSION}, theirs[1 + HANDSHAKE];
    bool done = send_all(fd, ours, sizeof ours) && rtmp_read_bytes(fd, theirs, sizeof theirs) && theirs[0] == VERSION &&
                send_all(fd, theirs + 1, HANDSHAKE) && rtmp_read_bytes(fd, theirs + 1, HANDSHAKE);
    if (!done)
        give_up("it does not shake hands by RTMP");
}

static void send_command(struct rtmp *rtmp, const unsigned char *command, const unsigned char *end)
{
    if (!send_message(rtmp, COMMAND_CHANNEL, RTMP_COMMAND, 0, command, (size_t) (end - command)))
        give_up("it has ended the connection");
}

static bool says(const struct rtmp_message *message, const char *words)
{
    return memmem(message->body, message->length, words, strlen(words)) != NULL;
}

/* AMF's string "error", the level of a status, or the command that answers one with no. */
static bool refuses(const struct rtmp_message *message)
{
    return says(message, "_error") || memmem(message->body, message->length, "\x02\x00\x05" "error", 8) != NULL;
}

/* The first command that holds these words; other messages are passed over. */
static const struct rtmp_message *await_command(struct conversation *with, const char *words)
{
    for (;;) {
        const struct rtmp_message *message = mono_us() < with->end_us && !stopping ? rtmp_read(&with->reader) : NULL;
        if (message == NULL)
            give_up("it has ended the connection, is silent or speaks no RTMP");
        if (message->type != RTMP_COMMAND)
            continue;
        if (refuses(message))
            give_up("it says no");
        if (says(message, words))
            return message;
    }
}

static void connect_app(struct rtmp *rtmp, int port, const char *app)
{
    unsigned char command[COMMAND_LIMIT], *at = command;
    char url[NAME_LIMIT * 2];
    snprintf(url, sizeof url, "rtmp://127.0.0.1:%d/%s", port, app);
    at = amf_begin(amf_number(amf_string(at, "connect"), 1));
    at = amf_string(amf_name(at, "app"), app);
    at = amf_string(amf_name(at, "type"), "nonprivate");
    at = amf_string(amf_name(at, "tcUrl"), url);
    send_command(rtmp, command, amf_end(at));
}

static uint32_t create_stream(struct rtmp *rtmp, struct conversation *with)
{
    unsigned char command[COMMAND_LIMIT];
    send_command(rtmp, command, amf_null(amf_number(amf_string(command, "createStream"), 2)));
    const struct rtmp_message *answer = await_command(with, "_result");
    double stream = answer->length < AMF_NUMBER_BYTES ? 0 : amf_read_number(answer->body + answer->length - AMF_NUMBER_BYTES);
    if (!(stream >= 1 && stream <= INT32_MAX))
        die("The server gives the stream no number.");
    return (uint32_t) stream;
}

static void ask_to_publish(struct rtmp *rtmp, const char *stream)
{
    unsigned char command[COMMAND_LIMIT], *at = amf_null(amf_number(amf_string(command, "publish"), 3));
    send_command(rtmp, command, amf_string(amf_string(at, stream), "live"));
}

static bool tell_codec(struct rtmp *rtmp)
{
    unsigned char data[COMMAND_LIMIT], *at = amf_begin(amf_string(amf_string(data, "@setDataFrame"), "onMetaData"));
    at = amf_number(amf_name(at, "videocodecid"), AVC_CODEC);
    at = amf_number(amf_name(at, "width"), 640);
    at = amf_end(amf_number(amf_name(at, "height"), 360));
    return send_message(rtmp, MEDIA_CHANNEL, RTMP_DATA, 0, data, (size_t) (at - data)) &&
           rtmp_send_video(rtmp, 0, avc_configuration, sizeof avc_configuration);
}

static void set_chunk_size(struct rtmp *rtmp)
{
    unsigned char size[4];
    put_be32(size, OUR_CHUNK_SIZE);
    if (!send_message(rtmp, CONTROL_CHANNEL, RTMP_SET_CHUNK_SIZE, 0, size, sizeof size))
        give_up("it has ended the connection");
}

void rtmp_publish(struct rtmp *rtmp, int fd, int port, const char *app, const char *stream)
{
    if (strlen(app) > NAME_LIMIT || strlen(stream) > NAME_LIMIT)
        die("The names of app and stream have at most %d letters each.", NAME_LIMIT);
    size_t longest = MEDIA_TAG_HEADER + MEDIA_LIMIT;
    struct conversation *with = calloc(1, sizeof *with);
    *rtmp = (struct rtmp) {.fd = fd, .out = malloc(HEADER_LIMIT + longest + 5 * (longest / OUR_CHUNK_SIZE + 1))};
    if (with == NULL || rtmp->out == NULL)
        die("Out of memory.");
    rtmp_reader_init(&with->reader, fd);
    with->end_us = mono_us() + PATIENCE_SECONDS * 1000000LL;
    struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    shake_hands(fd);
    set_chunk_size(rtmp);
    connect_app(rtmp, port, app);
    await_command(with, "_result");
    rtmp->stream = create_stream(rtmp, with);
    ask_to_publish(rtmp, stream);
    await_command(with, "NetStream.Publish.Start");
    free(with);
    if (!tell_codec(rtmp))
        give_up("it has ended the connection");
}

bool rtmp_send_video(struct rtmp *rtmp, uint32_t time_ms, const unsigned char *data, size_t length)
{
    /* What the server says meanwhile (acknowledgements) is dropped, so that it never waits for us. */
    recv(rtmp->fd, NULL, INT_MAX, MSG_DONTWAIT | MSG_TRUNC);
    return send_message(rtmp, MEDIA_CHANNEL, RTMP_VIDEO, time_ms, data, length);
}

void rtmp_free(struct rtmp *rtmp)
{
    free(rtmp->out);
    rtmp->out = NULL;
}
