/* One non-blocking connection, plain or TLS 1.3, read and written in the same way. */
#ifndef FANLIGHT_BENCH_WIRE_H
#define FANLIGHT_BENCH_WIRE_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct wire {
    int fd;
    SSL *ssl; /* NULL: plain */
};

/* Results besides a count of bytes. */
#define WIRE_AGAIN (-1)
#define WIRE_BROKEN (-2)

/* TLS 1.3 with AES-128-GCM alone, the pair that browsers and relay agree on. The program ends when the files are no good. */
SSL_CTX *tls_server(const char *certificate, const char *key);

/* The same for a client on loopback; it trusts every certificate. */
SSL_CTX *tls_client(void);

/* Puts TLS over the socket. */
SSL *tls_over(SSL_CTX *context, int fd);

/* 1 when the handshake is done, WIRE_AGAIN, WIRE_BROKEN. Client or server as the context says. */
int wire_handshake(struct wire *wire);

/* Bytes read (0 = the other side has ended), WIRE_AGAIN, WIRE_BROKEN. */
ssize_t wire_read(struct wire *wire, void *to, size_t limit);

/* Lets the kernel drop up to `limit` bytes without copying them; plain only. */
ssize_t wire_discard(struct wire *wire, size_t limit);

/* As many bytes as the socket takes now; less than `length` means: wait until it is writable. WIRE_BROKEN. */
ssize_t wire_write(struct wire *wire, const void *from, size_t length);

void wire_close(struct wire *wire);

#endif
