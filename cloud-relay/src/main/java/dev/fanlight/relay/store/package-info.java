/** Persistent storage of cameras, links, join codes, devices, sessions, the chat and the audit log, in an SQLite file or on a PostgreSQL
 * server. */
@NullMarked
package dev.fanlight.relay.store;

import org.jspecify.annotations.NullMarked;
