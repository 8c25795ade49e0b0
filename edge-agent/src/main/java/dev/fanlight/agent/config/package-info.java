/** The settings of the agent, typed. */
@NullMarked
package dev.fanlight.agent.config;

import org.jspecify.annotations.NullMarked;
