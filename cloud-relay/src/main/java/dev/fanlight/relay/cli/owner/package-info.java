/** Commands about the owner's password, API tokens and the audit log. */
@NullMarked
package dev.fanlight.relay.cli.owner;

import org.jspecify.annotations.NullMarked;
