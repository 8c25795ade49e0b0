/** WS-Discovery: which cameras there are on the networks of this computer. */
@NullMarked
package dev.fanlight.agent.onvif.discovery;

import org.jspecify.annotations.NullMarked;
