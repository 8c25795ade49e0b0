#include "rtmp_reader.h"

#include "common.h"
#include "rtmp.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#define FIRST_CHUNK_SIZE 128
#define FIRST_CHUNK_STREAM 2 /* lower numbers announce a longer basic header, which no server needs for us */

void rtmp_reader_init(struct rtmp_reader *reader, int fd)
{
    memset(reader, 0, sizeof *reader);
    reader->fd = fd;
    reader->chunk_size = FIRST_CHUNK_SIZE;
}

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

/* Section 5.3.1.2: formats 0 to 3 leave out ever more of what the message before had. A message that has begun keeps its length. */
static bool read_header(int fd, int format, struct rtmp_message *message)
{
    static const size_t lengths[] = {11, 7, 3, 0};
    unsigned char header[11], time[4];
    uint32_t length = message->length;
    if (!rtmp_read_bytes(fd, header, lengths[format]))
        return false;
    if (format < 3)
        message->extended = get_be24(header) == RTMP_TIME_EXTENDED;
    if (format < 2) {
        message->length = get_be24(header + 3);
        message->type = header[6];
    }
    if (message->length > RTMP_MESSAGE_LIMIT || (message->filled > 0 && message->length != length))
        return false;
    return !message->extended || rtmp_read_bytes(fd, time, sizeof time);
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

/* Section 5.4.1 and 5.4.2: what is about the chunks themselves. */
static bool obey(struct rtmp_reader *reader, const struct rtmp_message *message)
{
    if (message->length < 4)
        return false;
    uint32_t value = get_be32(message->body);
    if (message->type == RTMP_SET_CHUNK_SIZE)
        reader->chunk_size = value & INT32_MAX;
    else if (value < RTMP_CHUNK_STREAMS)
        reader->messages[value].filled = 0;
    return reader->chunk_size > 0;
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
        bool about_chunks = message->type == RTMP_SET_CHUNK_SIZE || message->type == RTMP_ABORT;
        return about_chunks && !obey(reader, message) ? NULL : message;
    }
}
