/** Listening sockets: TLS, plain, local, and what each address may open. */
@NullMarked
package dev.fanlight.relay.http.listen;

import org.jspecify.annotations.NullMarked;
