/** The agent: its library face, and the one place where capture, encoding and uplink are joined. */
@NullMarked
package dev.fanlight.agent;

import org.jspecify.annotations.NullMarked;
