/** The configuration of VP9 (VP codec ISO media file format binding). */
@NullMarked
package dev.fanlight.media.vp;

import org.jspecify.annotations.NullMarked;
