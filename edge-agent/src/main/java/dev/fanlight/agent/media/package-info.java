/** What travels from encoder to uplink: access units and what describes them. */
@NullMarked
package dev.fanlight.agent.media;

import org.jspecify.annotations.NullMarked;
