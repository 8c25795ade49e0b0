/* What a viewer says: its request, the player's messages (docs/protocol.md section 3), socket.io's answers. */
#ifndef FANLIGHT_BENCH_LOAD_WORDS_H
#define FANLIGHT_BENCH_LOAD_WORDS_H

#include "continuity.h"
#include "load_options.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define REQUEST_LIMIT 1024
#define WORDS_LIMIT 512

/* The request to upgrade, or for the FLV. */
size_t request_of(char *at, const struct load_options *options);

/* Whether this is a 101 with the right Sec-WebSocket-Accept. */
bool is_upgrade(const char *response);

/* Whether this is a 200 for something without an end; then *chunked is whether its body comes in chunks. */
bool is_flv_answer(const char *response, bool *chunked);

size_t words_of_watch(unsigned char *at, const struct load_options *options);

size_t words_of_ack(unsigned char *at, const struct continuity *continuity);

/* time_request. */
size_t words_of_question(unsigned char *at);

/* Whether the first bytes of a text message are those of `welcome`. */
bool is_welcome(const unsigned char *start, uint64_t length);

/* Whether the first bytes of a text message are those of `dropped`; then *next is the sequence it announces. */
bool dropped_announced(const unsigned char *start, uint64_t length, uint32_t *next);

/* Takes the media header out of `42["frame","BASE64"]` and makes *length that of the decoded message; false: something else. */
bool socket_io_frame(const unsigned char *start, uint64_t *length, unsigned char header[MEDIA_HEADER]);

/* The answer to an Engine.IO open or ping; 0 when there is none to give. */
size_t socket_io_answer(unsigned char *at, const unsigned char *start);

#endif
