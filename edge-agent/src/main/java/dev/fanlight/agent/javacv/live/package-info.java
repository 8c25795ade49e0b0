/** What becomes of live video whose packets come one by one: passed through, or decoded to be encoded here. */
@NullMarked
package dev.fanlight.agent.javacv.live;

import org.jspecify.annotations.NullMarked;
