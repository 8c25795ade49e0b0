/** The child process that reads a V4L2 camera through FFmpeg. */
@NullMarked
package dev.fanlight.agent.source.camera.javacv;

import org.jspecify.annotations.NullMarked;
