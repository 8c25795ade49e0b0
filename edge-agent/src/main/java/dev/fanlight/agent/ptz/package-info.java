/** A camera’s head that viewers move: their commands, newest first, and the thread that passes them on. */
@NullMarked
package dev.fanlight.agent.ptz;

import org.jspecify.annotations.NullMarked;
