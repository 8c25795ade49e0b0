/** What an agent does now, for people and programs on its computer. */
@NullMarked
package dev.fanlight.agent.status;

import org.jspecify.annotations.NullMarked;
