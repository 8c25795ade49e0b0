/** Files read through FFmpeg, passed through or decoded. */
@NullMarked
package dev.fanlight.agent.source.file.javacv;

import org.jspecify.annotations.NullMarked;
