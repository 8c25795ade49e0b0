/** x264 through the raw FFmpeg API. */
@NullMarked
package dev.fanlight.agent.encode.javacv;

import org.jspecify.annotations.NullMarked;
