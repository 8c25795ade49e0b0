#include "amf.h"
#include "check.h"
#include "rtmp.h"
#include "rtmp_reader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROUNDS 500
#define STREAM_LIMIT (64 * 1024)
#define MESSAGES 5
/* In chunks of one byte it is six times as long. */
#define LONGEST 2000
#define SAID RTMP_COMMAND

struct stream {
    unsigned char bytes[STREAM_LIMIT];
    size_t length;
};

static void put(struct stream *stream, const void *bytes, size_t length)
{
    CHECK(stream->length + length <= STREAM_LIMIT);
    memcpy(stream->bytes + stream->length, bytes, length);
    stream->length += length;
}

static void put_header(struct stream *stream, int channel, int type, uint32_t time_ms, uint32_t length)
{
    unsigned char header[16] = {(unsigned char) channel};
    bool extended = time_ms >= RTMP_TIME_EXTENDED;
    put_be24(header + 1, extended ? RTMP_TIME_EXTENDED : time_ms);
    put_be24(header + 4, length);
    header[7] = (unsigned char) type;
    put_be32(header + 12, time_ms);
    put(stream, header, extended ? 16 : 12);
}

static void put_message(struct stream *stream, int channel, int type, uint32_t time_ms, const unsigned char *body, uint32_t length,
                        uint32_t chunk_size)
{
    unsigned char again = (unsigned char) (0xC0 | channel), time[4];
    put_be32(time, time_ms);
    put_header(stream, channel, type, time_ms, length);
    for (uint32_t done = 0; done < length;) {
        uint32_t piece = length - done < chunk_size ? length - done : chunk_size;
        if (done > 0)
            put(stream, &again, 1);
        if (done > 0 && time_ms >= RTMP_TIME_EXTENDED)
            put(stream, time, sizeof time);
        put(stream, body + done, piece);
        done += piece;
    }
}

static void put_number(struct stream *stream, int type, uint32_t value)
{
    unsigned char body[4];
    put_be32(body, value);
    put_message(stream, 2, type, 0, body, sizeof body, 128);
}

/* A reader at the end of a connection whose other end has said this and gone. */
static struct rtmp_reader *reader_of(const struct stream *stream)
{
    static struct rtmp_reader reader;
    int ends[2], room = STREAM_LIMIT * 4;
    CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    CHECK(send_all(ends[1], stream->bytes, stream->length));
    close(ends[1]);
    rtmp_reader_init(&reader, ends[0]);
    return &reader;
}

static void messages_are_put_together_again(void)
{
    static unsigned char body[RTMP_MESSAGE_LIMIT];
    static struct stream stream;
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t lengths[MESSAGES], chunk_size = 1 + (uint32_t) rand() % (rand() % 2 ? 200 : 70000);
        stream.length = 0;
        put_number(&stream, RTMP_SET_CHUNK_SIZE, chunk_size);
        for (int i = 0; i < MESSAGES; i++) {
            lengths[i] = 1 + (uint32_t) rand() % (rand() % 2 ? 100 : LONGEST);
            memset(body, i + 1, lengths[i]);
            put_message(&stream, 3 + rand() % 3, SAID, rand() % 2 ? 7 : RTMP_TIME_EXTENDED + 5, body, lengths[i], chunk_size);
        }
        struct rtmp_reader *reader = reader_of(&stream);
        CHECK(rtmp_read(reader)->type == RTMP_SET_CHUNK_SIZE);
        for (int i = 0; i < MESSAGES; i++) {
            const struct rtmp_message *message = rtmp_read(reader);
            memset(body, i + 1, sizeof body);
            CHECK(message != NULL && message->type == SAID && message->length == lengths[i]);
            CHECK(memcmp(message->body, body, lengths[i]) == 0);
        }
        CHECK(rtmp_read(reader) == NULL);
        close(reader->fd);
    }
}

static bool reads(const struct stream *stream, int type)
{
    struct rtmp_reader *reader = reader_of(stream);
    const struct rtmp_message *message;
    do
        message = rtmp_read(reader);
    while (message != NULL && message->type != type);
    close(reader->fd);
    return message != NULL;
}

/* The first of two chunks on channel 5. */
static void begin_message(struct stream *stream)
{
    static const unsigned char body[128];
    stream->length = 0;
    put_header(stream, 5, SAID, 0, sizeof body + 72);
    put(stream, body, sizeof body);
}

static void message_that_has_begun_does_not_change_its_length(void)
{
    static struct stream stream;
    static const unsigned char rest[72];
    begin_message(&stream);
    put_number(&stream, RTMP_SET_CHUNK_SIZE, INT32_MAX);
    put_header(&stream, 5, SAID, 0, 10);
    put(&stream, rest, sizeof rest);
    CHECK(!reads(&stream, SAID));
    begin_message(&stream);
    put_number(&stream, RTMP_ABORT, 5);
    put_message(&stream, 5, SAID, 0, rest, 10, 128);
    CHECK(reads(&stream, SAID));
}

static void what_no_server_may_say_ends_it(void)
{
    static struct stream stream;
    stream.length = 0;
    put_number(&stream, RTMP_SET_CHUNK_SIZE, 0);
    CHECK(!reads(&stream, RTMP_SET_CHUNK_SIZE));
    stream.length = 0;
    put_header(&stream, 3, SAID, 0, RTMP_MESSAGE_LIMIT + 1);
    CHECK(!reads(&stream, SAID));
    stream.length = 0;
    put_header(&stream, 1, SAID, 0, 1);
    CHECK(!reads(&stream, SAID));
    stream.length = 0;
    put_message(&stream, 2, RTMP_ABORT, 0, (const unsigned char *) "abc", 3, 128);
    CHECK(!reads(&stream, RTMP_ABORT));
}

static void numbers_are_what_was_written(void)
{
    unsigned char bytes[AMF_NUMBER_BYTES];
    CHECK(amf_number(bytes, 1) == bytes + AMF_NUMBER_BYTES && memcmp(bytes, "\0\x3F\xF0\0\0\0\0\0", AMF_NUMBER_BYTES) == 0);
    CHECK(amf_read_number(bytes) == 1);
    bytes[0] = 5;
    CHECK(amf_read_number(bytes) == 0);
}

void rtmp_checks(void)
{
    messages_are_put_together_again();
    message_that_has_begun_does_not_change_its_length();
    what_no_server_may_say_ends_it();
    numbers_are_what_was_written();
}
