/* As much of RFC 6455 as both sides need. */
#ifndef FANLIGHT_BENCH_WEBSOCKET_H
#define FANLIGHT_BENCH_WEBSOCKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WS_CONTINUATION 0
#define WS_TEXT 1
#define WS_BINARY 2
#define WS_CLOSE 8
#define WS_PING 9
#define WS_PONG 10

#define WS_SERVER_HEADER_LIMIT 10
#define WS_CLIENT_HEADER_LIMIT 8
#define WS_CONTROL_LIMIT 125
#define WS_ACCEPT_LENGTH 28

/* Writes the header of a whole unmasked frame; returns its length. */
size_t ws_server_header(unsigned char *at, int opcode, uint64_t length);

/* Writes a whole masked frame of at most 65,535 bytes; returns its length (payload + at most WS_CLIENT_HEADER_LIMIT). */
size_t ws_client_frame(unsigned char *at, int opcode, const void *payload, size_t length);

/* Sec-WebSocket-Accept of a Sec-WebSocket-Key (RFC 6455 section 4.2.2), with a NUL behind it. */
void ws_accept(char accept[WS_ACCEPT_LENGTH + 1], const char *key, size_t key_length);

/* The value of a header field of an HTTP message that ends with NUL, and its length; NULL when it is not there. */
const char *http_field(const char *message, const char *name, size_t *length);

#endif
