/** The player’s page, packed into the agent. */
@NullMarked
package dev.fanlight.agent.preview.site;

import org.jspecify.annotations.NullMarked;
