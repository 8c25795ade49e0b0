/** Failures, reported so that a repeated one costs one line. */
@NullMarked
package dev.fanlight.relay.log;

import org.jspecify.annotations.NullMarked;
