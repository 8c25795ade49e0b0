#include "wire.h"

#include "common.h"

#include <errno.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <unistd.h>

static SSL_CTX *context_with(const SSL_METHOD *method)
{
    SSL_CTX *context = SSL_CTX_new(method);
    if (context == NULL || !SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) ||
        !SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256"))
        die("OpenSSL has no TLS 1.3 with AES-128-GCM.");
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    return context;
}

SSL_CTX *tls_server(const char *certificate, const char *key)
{
    SSL_CTX *context = context_with(TLS_server_method());
    if (SSL_CTX_use_certificate_chain_file(context, certificate) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1)
        die("Cannot use certificate %s with key %s.", certificate, key);
    SSL_CTX_set_num_tickets(context, 0);
    return context;
}

SSL_CTX *tls_client(void)
{
    SSL_CTX *context = context_with(TLS_client_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    SSL_CTX_set_read_ahead(context, 1);
    return context;
}

SSL *tls_over(SSL_CTX *context, int fd)
{
    SSL *ssl = SSL_new(context);
    if (ssl == NULL || !SSL_set_fd(ssl, fd))
        die("OpenSSL is out of memory.");
    if (SSL_is_server(ssl))
        SSL_set_accept_state(ssl);
    else
        SSL_set_connect_state(ssl);
    return ssl;
}

static ssize_t tls_result(SSL *ssl, int result)
{
    if (result > 0)
        return result;
    int error = SSL_get_error(ssl, result);
    ERR_clear_error();
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
        return WIRE_AGAIN;
    return error == SSL_ERROR_ZERO_RETURN ? 0 : WIRE_BROKEN;
}

static ssize_t plain_result(ssize_t result)
{
    if (result >= 0)
        return result;
    return errno == EAGAIN || errno == EINTR ? WIRE_AGAIN : WIRE_BROKEN;
}

int wire_handshake(struct wire *wire)
{
    ssize_t result = tls_result(wire->ssl, SSL_do_handshake(wire->ssl));
    return result == 0 ? WIRE_BROKEN : (int) result;
}

ssize_t wire_read(struct wire *wire, void *to, size_t limit)
{
    if (wire->ssl != NULL)
        return tls_result(wire->ssl, SSL_read(wire->ssl, to, (int) limit));
    return plain_result(recv(wire->fd, to, limit, MSG_DONTWAIT));
}

ssize_t wire_discard(struct wire *wire, size_t limit)
{
    return plain_result(recv(wire->fd, NULL, limit, MSG_TRUNC | MSG_DONTWAIT));
}

static ssize_t tls_write(SSL *ssl, const unsigned char *from, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t count = tls_result(ssl, SSL_write(ssl, from + done, (int) (length - done)));
        if (count == WIRE_AGAIN)
            break;
        if (count <= 0)
            return WIRE_BROKEN;
        done += (size_t) count;
    }
    return (ssize_t) done;
}

ssize_t wire_write(struct wire *wire, const void *from, size_t length)
{
    if (wire->ssl != NULL)
        return tls_write(wire->ssl, from, length);
    ssize_t count = plain_result(send(wire->fd, from, length, MSG_NOSIGNAL | MSG_DONTWAIT));
    return count == WIRE_AGAIN ? 0 : count;
}

void wire_close(struct wire *wire)
{
    if (wire->ssl != NULL)
        SSL_free(wire->ssl);
    close(wire->fd);
    *wire = (struct wire) {.fd = -1};
}
