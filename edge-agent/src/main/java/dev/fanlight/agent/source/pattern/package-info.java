/** The test pattern: a clock, a moving bar, and a strip that programs can read. */
@NullMarked
package dev.fanlight.agent.source.pattern;

import org.jspecify.annotations.NullMarked;
