/** What the people at a camera decide and learn: pausing it, its hours, commands and lights that show that it is watched. */
@NullMarked
package dev.fanlight.agent.onsite;

import org.jspecify.annotations.NullMarked;
