/** Files and V4L2 cameras read through FFmpeg; nothing native leaves this package. */
@NullMarked
package dev.fanlight.agent.javacv;

import org.jspecify.annotations.NullMarked;
