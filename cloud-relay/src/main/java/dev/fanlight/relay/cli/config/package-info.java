/** {@code fanlight-relay config}. */
@NullMarked
package dev.fanlight.relay.cli.config;

import org.jspecify.annotations.NullMarked;
