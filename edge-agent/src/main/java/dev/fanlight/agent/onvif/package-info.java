/** ONVIF cameras: what they offer, where they stream, and how they are steered. */
@NullMarked
package dev.fanlight.agent.onvif;

import org.jspecify.annotations.NullMarked;
