/** The agent as a service that starts with its computer. */
@NullMarked
package dev.fanlight.agent.service;

import org.jspecify.annotations.NullMarked;
