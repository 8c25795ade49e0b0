/** Tables, prompts and QR codes on a terminal. */
@NullMarked
package dev.fanlight.relay.cli.terminal;

import org.jspecify.annotations.NullMarked;
