/** Notifications to browsers of the owner: RFC 8030, 8188, 8291 and 8292. Knows no database. */
@NullMarked
package dev.fanlight.relay.webpush;

import org.jspecify.annotations.NullMarked;
