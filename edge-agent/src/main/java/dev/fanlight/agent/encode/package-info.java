/** The contract of encoders. */
@NullMarked
package dev.fanlight.agent.encode;

import org.jspecify.annotations.NullMarked;
