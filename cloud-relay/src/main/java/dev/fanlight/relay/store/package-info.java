/** What must survive a restart: cameras, links, codes, devices and chat lines, in an SQLite file or on a PostgreSQL server. */
@NullMarked
package dev.fanlight.relay.store;

import org.jspecify.annotations.NullMarked;
