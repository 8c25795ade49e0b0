/** What must survive a restart: cameras, links, codes, devices and chat lines in SQLite. */
@NullMarked
package dev.fanlight.relay.store;

import org.jspecify.annotations.NullMarked;
