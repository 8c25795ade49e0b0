/** Passwords, and the audit log’s writer. */
@NullMarked
package dev.fanlight.relay.audit;

import org.jspecify.annotations.NullMarked;
