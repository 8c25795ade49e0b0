/** V4L2 cameras, each read by a child process: finding one, starting the process, reading its pipe, killing it. */
@NullMarked
package dev.fanlight.agent.source.camera;

import org.jspecify.annotations.NullMarked;
