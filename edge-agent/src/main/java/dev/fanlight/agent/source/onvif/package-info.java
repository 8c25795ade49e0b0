/** Cameras that are named by their ONVIF address. */
@NullMarked
package dev.fanlight.agent.source.onvif;

import org.jspecify.annotations.NullMarked;
