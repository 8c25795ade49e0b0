/** Passwords, and the audit log’s writer. */
@NullMarked
package dev.fanlight.relay.owner;

import org.jspecify.annotations.NullMarked;
