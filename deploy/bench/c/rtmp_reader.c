#include "rtmp_reader.h"

#include "common.h"
#include "rtmp.h"

#include <errno.h>
#include <sys/socket.h>

#define FIRST_CHUNK_STREAM 2 /* lower numbers announce a longer basic header, which no server needs for us */
#define TIME_EXTENDED 0xFFFFFF

bool rtmp_read_bytes(int fd, unsigned char *to, size_t length)
{
    while (length > 0) {
        ssize_t count = recv(fd, to, length, 0);
        if (count < 0 && errno == EINTR && !stopping)
            continue;
        if (count <= 0)
            return false;
        to += count;
        length -= (size_t) count;
    }
    return true;
}

/* Section 5.3.1.2: formats 0 to 3 leave out ever more of what the message before had. */
static bool read_header(int fd, int format, struct rtmp_message *message)
{
    static const size_t lengths[] = {11, 7, 3, 0};
    unsigned char header[11], time[4];
    if (!rtmp_read_bytes(fd, header, lengths[format]))
        return false;
    if (format < 3)
        message->extended = rtmp_get_be24(header) == TIME_EXTENDED;
    if (format < 2) {
        message->length = rtmp_get_be24(header + 3);
        message->type = header[6];
    }
    return message->length <= RTMP_MESSAGE_LIMIT && (!message->extended || rtmp_read_bytes(fd, time, sizeof time));
}

static struct rtmp_message *read_chunk(struct rtmp_reader *reader)
{
    unsigned char basic;
    if (!rtmp_read_bytes(reader->fd, &basic, 1) || (basic & 0x3F) < FIRST_CHUNK_STREAM)
        return NULL;
    struct rtmp_message *message = &reader->messages[basic & 0x3F];
    if (!read_header(reader->fd, basic >> 6, message))
        return NULL;
    uint32_t rest = message->length - message->filled, count = rest < reader->chunk_size ? rest : reader->chunk_size;
    if (!rtmp_read_bytes(reader->fd, message->body + message->filled, count))
        return NULL;
    message->filled += count;
    return message;
}

const struct rtmp_message *rtmp_read(struct rtmp_reader *reader)
{
    for (;;) {
        struct rtmp_message *message = read_chunk(reader);
        if (message == NULL)
            return NULL;
        if (message->filled < message->length)
            continue;
        message->filled = 0;
        if (message->type != RTMP_SET_CHUNK_SIZE)
            return message;
        if (message->length < 4 || (reader->chunk_size = get_be32(message->body) & INT32_MAX) == 0)
            return NULL;
    }
}
