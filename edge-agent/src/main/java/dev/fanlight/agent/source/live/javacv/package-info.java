/** Live sources as FFmpeg reads them. */
@NullMarked
package dev.fanlight.agent.source.live.javacv;

import org.jspecify.annotations.NullMarked;
