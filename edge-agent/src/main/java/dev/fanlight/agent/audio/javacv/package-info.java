/** ALSA, decoders, the resampler and libopus through the raw FFmpeg API. */
@NullMarked
package dev.fanlight.agent.audio.javacv;

import org.jspecify.annotations.NullMarked;
