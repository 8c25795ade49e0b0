/** A camera in a child process: finding it, starting it, reading its pipe, killing it. */
@NullMarked
package dev.fanlight.agent.source.camera;

import org.jspecify.annotations.NullMarked;
