/** FFmpeg through JavaCV’s presets: input, decoder, scaler, error codes. Shared by sources and encoders. */
@NullMarked
package dev.fanlight.agent.javacv;

import org.jspecify.annotations.NullMarked;
